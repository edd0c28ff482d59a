import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { PACKED } from '#lib/http/packed.ts'
import { packedFiles, packFiles } from './packed-files.ts'

const SCRIPT = 'the same words '.repeat(1000)
let build = ''

beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), 'saydo-packed-'))
  await mkdir(join(build, 'static/chunks'), { recursive: true })
  await writeFile(join(build, 'static/chunks/words.js'), SCRIPT)
  await writeFile(join(build, 'static/chunks/looks.css'), 'a { color: red }')
  await writeFile(join(build, 'static/letters.woff2'), 'letters')
  await packFiles(build)
  return () => rm(build, { recursive: true })
})

async function asked(url: string, accepted?: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url })
  if (accepted !== undefined) request.headers['accept-encoding'] = accepted
  const response = new ServerResponse(request)
  const lead = await packedFiles(build)
  lead(request, response)
  return { url: request.url, headers: response.getHeaders() }
}

test('a twin holds what the file holds, in fewer bytes', async () => {
  const path = join(build, 'static/chunks/words.js')
  const [brotli, gzipped] = [await readFile(`${path}.br`), await readFile(`${path}.gz`)]
  expect(brotliDecompressSync(brotli).toString()).toBe(SCRIPT)
  expect(gunzipSync(gzipped).toString()).toBe(SCRIPT)
  expect(brotli.byteLength).toBeLessThan(gzipped.byteLength)
})

test('everybody is led to the smallest twin that they can read', async () => {
  const path = '/_next/static/chunks/words.js'
  expect(await asked(`${path}?v=1`, 'gzip, deflate, br, zstd')).toEqual({
    url: `${path}.br`,
    headers: {
      vary: 'accept-encoding',
      'content-type': 'application/javascript; charset=UTF-8',
      [PACKED]: 'br',
    },
  })
  expect(await asked(path, 'gzip, br;q=0')).toMatchObject({
    url: `${path}.gz`,
    headers: { [PACKED]: 'gzip' },
  })
  expect(await asked('/_next/static/chunks/looks.css', 'br')).toMatchObject({
    headers: { 'content-type': 'text/css; charset=UTF-8' },
  })
  for (const accepted of [undefined, 'identity', 'brotli, gzipped'])
    expect(await asked(path, accepted)).toEqual({ url: path, headers: { vary: 'accept-encoding' } })
})

test('what has no twin is left as it was asked for', async () => {
  for (const url of [
    '/_next/static/letters.woff2',
    '/_next/static/chunks/none.js',
    '/_next/static/../words.js',
    '/issues',
  ])
    expect(await asked(url, 'br, gzip')).toEqual({ url, headers: {} })
})
