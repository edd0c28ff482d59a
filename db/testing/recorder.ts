import { relative } from 'node:path'
import { Client, Pool } from 'pg'

/** A statement as it was sent, and from which line of the house, as `db/queries/week.ts:33`; `named` where it is prepared. */
export type Sent = { from: string; text: string; values: unknown[]; named: boolean }

const ROOT = process.cwd()

/** Hears every statement that this process sends to a database, until it is told to stop. */
export function hearStatements(): { sent: Sent[]; stop: () => void } {
  const sent: Sent[] = []
  const deaf = [Client.prototype, Pool.prototype].map((prototype) => {
    const query = prototype.query
    Object.assign(prototype, {
      query(...args: unknown[]): unknown {
        const from = callerOf()
        const statement = from === null ? null : statementOf(args)
        if (from !== null && statement) sent.push({ from, ...statement })
        return Reflect.apply(query, this, args)
      },
    })
    return () => Object.assign(prototype, { query })
  })
  return { sent, stop: () => deaf.forEach((stop) => stop()) }
}

/** The line that called `query`; null where a package did, such as the pool for its client. */
function callerOf(): string | null {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 3
  const [, , line = ''] = (new Error('Who asks?').stack ?? '').split('\n').slice(1)
  Error.stackTraceLimit = limit
  const [, path = '', row = ''] = /\(?(?:file:\/\/)?(\/[^()]+?):(\d+):\d+\)?$/.exec(line) ?? []
  return path === '' || path.includes('/node_modules/') ? null : `${relative(ROOT, path)}:${row}`
}

function statementOf([first, second]: unknown[]): Omit<Sent, 'from'> | null {
  const beside = Array.isArray(second) ? second : []
  if (typeof first === 'string') return { text: first, values: beside, named: false }
  if (typeof first !== 'object' || first === null || !('text' in first) || typeof first.text !== 'string')
    return null
  const own = 'values' in first && Array.isArray(first.values) ? first.values : beside
  return { text: first.text, values: own, named: 'name' in first && first.name !== undefined }
}
