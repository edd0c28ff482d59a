import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { codeOf, OperatorError } from '../embedded/operator-error.ts'
import { sealCheck } from './seal.ts'

export const FORMAT = 1

/** The first line: what this is, and for which version of the schema. */
export type Header = {
  saydo: 'backup'
  format: number
  schema: string[]
  /** ISO 8601, in UTC. */
  createdAt: string
  /** What was true of each group's ledger when it was saved. */
  ledgers: Ledger[]
}
export type Ledger = { group: number; events: number; broken: number | null }

/** Opens the rows of a table; `last` is the last number that its sequence handed out, null without one. */
export type Chapter = { table: string; columns: string[]; last: string | null }

/** Every value as PostgreSQL writes it. */
export type Row = (string | null)[]

export type Part = { header: Header } | { chapter: Chapter } | { row: Row; bytes: number }

/** The lines of a backup, with the last one: the number of lines before it, and the hash over them. */
export async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let count = 0
  for await (const line of lines) {
    hash.update(`${line}\n`)
    count += 1
    yield `${line}\n`
  }
  yield `${JSON.stringify({ end: count, sha256: hash.digest('hex') })}\n`
}

/**
 * Reads a backup from its beginning to its end, a line at a time. Throws OperatorError, at the latest when the end is
 * reached, for a file that is not a whole backup: whoever changes something meanwhile has to be able to take it back.
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const hash = createHash('sha256')
  let count = 0
  let ended = false
  for await (const line of linesOf(file)) {
    if (ended) throw damaged(file)
    const content = parsed(line) ?? lost(count, file)
    if (count === 0) yield { header: headerOf(content, file) }
    else if (Array.isArray(content)) yield { row: content, bytes: line.length }
    else if ('table' in content) yield { chapter: content }
    else if ('end' in content && content.end === count && content.sha256 === hash.digest('hex')) ended = true
    else throw damaged(file)
    if (!ended) hash.update(`${line}\n`)
    count += 1
  }
  if (!ended) throw damaged(file)
}

type Line = Row | Chapter | Header | { end: number; sha256: string }

function parsed(line: string): Line | null {
  try {
    const content: Line | null = JSON.parse(line)
    return typeof content === 'object' ? content : null
  } catch {
    return null
  }
}

function lost(count: number, file: string): never {
  throw count === 0 ? foreign(file) : damaged(file)
}

function headerOf(content: Line, file: string): Header {
  if (!('saydo' in content) || content.saydo !== 'backup') throw foreign(file)
  if (content.format === FORMAT) return content
  throw new OperatorError(
    `${file} was written in format ${content.format} and this Saydo reads format ${FORMAT}; restore it with the version that wrote it.`,
  )
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const source = createReadStream(file)
  const seal = sealCheck()
  source.on('data', (part) => seal.see(Buffer.from(part)))
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  let rest = ''
  try {
    for await (const chunk of source.pipe(unpacked)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : whyNotReadable(error, file)
  } finally {
    source.destroy()
  }
  if (rest !== '' || !seal.holds()) throw damaged(file)
}

function whyNotReadable(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOENT') return new OperatorError(`There is no file ${file}; name the backup to restore.`)
  if (code === 'EISDIR') return new OperatorError(`${file} is a folder; name the backup in it.`)
  if (code === 'EACCES')
    return new OperatorError(`${file} cannot be read; give the user that runs this the right to.`)
  if (error instanceof Error && /incorrect header check/.test(error.message)) return foreign(file)
  if (/^Z_|^ERR_ENCODING/.test(code)) return damaged(file)
  return error
}

const damaged = (file: string) =>
  new OperatorError(`${file} is damaged or incomplete, and nothing was changed; take another backup.`)

const foreign = (file: string) =>
  new OperatorError(
    `${file} is not a backup of Saydo, and nothing was changed; name a file that npm run backup wrote.`,
  )
