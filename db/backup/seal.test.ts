import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OperatorError } from '../embedded/operator-error.ts'
import { FORMAT, readBackup, sealed } from './file.ts'
import { withSeal } from './seal.ts'

let folder = ''
let whole: Buffer
const LINES = [
  JSON.stringify({ saydo: 'backup', format: FORMAT, schema: ['a'], createdAt: '', ledgers: [] }),
  JSON.stringify({ table: 'groups', columns: ['id'], last: '1' }),
  JSON.stringify(['1']),
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-seal-'))
  const text = (await Readable.from(sealed(iterated(LINES))).toArray()).join('')
  whole = Buffer.concat(await Readable.from(withSeal(iterated([gzipSync(text)]))).toArray())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* iterated<T>(all: T[]): AsyncGenerator<T> {
  yield* all
}

/** What is wrong with these bytes as a backup; null when they are one. */
async function wrongWith(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'one')
  await writeFile(path, bytes)
  return await Readable.from(readBackup(path))
    .toArray()
    .then(
      () => null,
      (error: unknown) => error,
    )
}

test('the file that was written is read, and whatever unpacks gzip reads its lines alone', async () => {
  expect(await wrongWith(whole)).toBe(null)
  expect(gunzipSync(whole).toString().split('\n').slice(0, 3)).toEqual(LINES)
})

test('no bit of it is altered unseen', async () => {
  for (const at of whole.keys())
    expect(
      await wrongWith(Buffer.from(whole.with(at, (whole[at] ?? 0) ^ (1 << (at % 8))))),
      `byte ${at}`,
    ).toBeInstanceOf(OperatorError)
})

test('nothing is added, taken away or moved unseen, wherever it is', async () => {
  const place = fc.nat({ max: whole.byteLength })
  const piece = fc.uint8Array({ minLength: 1, maxLength: 100 })
  await fc.assert(
    fc.asyncProperty(place, place, piece, async (from, to, more) => {
      const [low, high] = [Math.min(from, to), Math.max(from, to)]
      const [head, middle, tail] = [whole.subarray(0, low), whole.subarray(low, high), whole.subarray(high)]
      const others = [
        Buffer.concat([head, more, middle, tail]),
        Buffer.concat([head, tail]),
        Buffer.concat([whole, whole]),
        Buffer.concat([middle, head, tail]),
      ]
      for (const other of others)
        if (!other.equals(whole)) expect(await wrongWith(other)).toBeInstanceOf(OperatorError)
    }),
    { numRuns: 150 },
  )
})
