import type { IncomingMessage, ServerResponse } from 'node:http'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, posix, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { PACKED } from '#lib/http/packed.ts'

/** Best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const TYPES: Record<string, string> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
}

/**
 * Lays packed twins next to the scripts and styles of a build: packed as small as can be, once, instead of quickly for
 * everybody who asks.
 */
export async function packFiles(build: string): Promise<void> {
  const folder = join(build, 'static')
  const files = (await readdir(folder, { recursive: true })).filter((file) => typeOf(file) !== undefined)
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      const bytes = await readFile(path)
      await Promise.all([
        packBrotli(bytes, { params: smallest(bytes) }).then((packed) => writeFile(`${path}.br`, packed)),
        packGzip(bytes, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
      ])
    }),
  )
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)
const smallest = ({ length }: Buffer) => ({
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_SIZE_HINT]: length,
})

/** Leads who asks for a file to the twin that they can read; the twin is then served like any other file. */
export type Packed = (request: IncomingMessage, response: ServerResponse) => void

/** Knows the twins that `packFiles` made of a build; for a file without one nothing is done. */
export async function packedFiles(build: string): Promise<Packed> {
  const files = await readdir(join(build, 'static'), { recursive: true }).catch(() => [])
  const known = new Set(files.map((file) => `/_next/static/${file.split(sep).join(posix.sep)}`))
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const type = known.has(path) ? typeOf(path) : undefined
    if (type === undefined) return
    response.setHeader('vary', 'accept-encoding')
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const encoding = ENCODINGS.find(({ name, ending }) => known.has(path + ending) && takes(accepted, name))
    if (!encoding) return
    response.setHeader('content-type', type)
    response.setHeader(PACKED, encoding.name)
    request.url = path + encoding.ending
  }
}

const typeOf = (file: string) => TYPES[file.slice(file.lastIndexOf('.') + 1)]

/** By name; what is named as not welcome (`q=0`) is not taken. */
const takes = (accepted: string, encoding: string): boolean =>
  accepted
    .split(',')
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, weight = '']) => name === encoding && !/^q=0(\.0*)?$/.test(weight))
