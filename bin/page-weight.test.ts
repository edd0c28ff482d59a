import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { pageWeights, weightTable } from './page-weight.ts'

let build = ''

beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), 'saydo-weight-'))
  return () => rm(build, { recursive: true })
})

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(build, path)), { recursive: true })
  await writeFile(join(build, path), content)
}

/** A page as a build leaves it: it asks for what every page has, and for files of its own. */
async function aPage(path: string, files: string[]): Promise<void> {
  const manifest = JSON.stringify({ entryJSFiles: { layout: ['static/layout.js'], page: files } })
  await put(
    `server/app/${path}/page_client-reference-manifest.js`,
    `globalThis.X = {};\nglobalThis.X["/p"] = ${manifest};`,
  )
}

async function aBuild(): Promise<void> {
  await put('build-manifest.json', JSON.stringify({ rootMainFiles: ['static/main.js'] }))
  await put('static/main.js', randomBytes(100_000))
  await put('static/layout.js', randomBytes(50_000))
  await put('static/board.js', randomBytes(74_000))
  await put('static/words.js', 'the same words '.repeat(100_000))
}

test('a page weighs what its scripts weigh on the wire, each file once', async () => {
  await aBuild()
  await aPage('(dashboard)/[group]/people', ['static/words.js', '/_next/static/layout.js'])
  const [people] = await pageWeights(build)
  expect(people).toMatchObject({ page: '/[group]/people', limit: 200 })
  expect(people?.kilobytes).toBeGreaterThan(150)
  expect(people?.kilobytes).toBeLessThan(160)
})

test('a board may weigh less than an issue, and what is too heavy is named', async () => {
  await aBuild()
  await aPage('(dashboard)/[group]/boards/[board]', ['static/board.js'])
  await aPage('(dashboard)/[group]/issues/[ref]', ['static/board.js'])
  const weights = await pageWeights(build)
  const heavy = weights.filter(({ kilobytes, limit }) => kilobytes > limit).map(({ page }) => page)
  expect(heavy).toEqual(['/[group]/boards/[board]'])
  expect(weightTable(weights)).toMatch(
    /boards\/\[board\] +224\.\d kB {2}more than the 214\.6 kB that it may have/,
  )
})
