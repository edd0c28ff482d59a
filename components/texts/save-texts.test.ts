import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { readIssue } from '#lib/contract/issues.ts'

import { saveTexts } from './save-texts.ts'

const group = 'models'
const key = [readIssue.id, { group, ref: 1 }]

/** Saves a title over version 1, which the server answers with a version. */
async function heldAfter(version: number) {
  const client = new QueryClient()
  client.setQueryData(key, { ...aCard({ version: 1 }), description: 'As it was read.' })
  const answer = { card: aCard({ title: 'New', version }), warnings: [], event: 7 }
  vi.stubGlobal('fetch', async () => Response.json(answer))
  await saveTexts(client, { group, ref: 1, title: 'New', version: 1 }, 'a-key')
  return client.getQueryData(key)
}

afterEach(() => vi.unstubAllGlobals())

test('a title that is saved shows at once, with its version', async () => {
  expect(await heldAfter(2)).toMatchObject({ title: 'New', description: 'As it was read.', version: 2 })
})

test('a description that another person changed meanwhile is not held as the one of the newest version', async () => {
  expect(await heldAfter(3)).toMatchObject({ title: 'New', description: 'As it was read.', version: 1 })
})
