import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { EVENT_ROWS } from './event-rows.ts'

const FOLDER = join(import.meta.dirname, 'events')

test('each noun with events is among those that can happen, and has its sentences in a test beside it', async () => {
  const nouns = readdirSync(FOLDER).filter((file) => /^(?!row\.ts)[\w-]+\.ts$/.test(file))
  expect(nouns.length).toBeGreaterThan(10)
  for (const file of nouns) {
    const module: Record<string, unknown> = await import(join(FOLDER, file))
    const [name = '', events] = Object.entries(module)[0] ?? []
    expect(EVENT_ROWS).toMatchObject(Object(events))
    const beside = join(FOLDER, file.replace(/ts$/, 'test.ts'))
    expect(existsSync(beside) && readFileSync(beside, 'utf8'), file).toContain(`expectSentences(${name}, {`)
  }
})
