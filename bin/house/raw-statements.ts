import { parse } from '@swc/core'
import { nodes } from './files.ts'

/** A call that sends a text to the database as it is: where it stands, and what type it says its rows have. */
export type RawStatement = {
  path: string
  /** The line on which `query` stands, from 1: a stack trace names it. */
  line: number
  /** From where to where the row type stands in the text of the file, in bytes; null where none is said. */
  row: { from: number; to: number } | null
  /** The text that is sent, where it stands there whole; null where it is put together. */
  text: string | null
  /** The first words of it, where they stand there. */
  opening: string
}

/** What no test prepares, by its file and first words, and why. `app/_server/statements.test.ts` prepares all others. */
export const UNPREPARED: Record<string, string> = {
  'db/seed/large.ts: ': 'files of SQL with temporary tables, run by large.test.ts',
  'db/embedded/test-bench.ts: ': 'sends what a test tells it',
  'db/connection.ts: ': 'makes the tables in which a connection holds the past',
  'db/past/as-of.ts: ': 'makes the same within a transaction',
  'db/past/rows.ts: insert into past_': 'fills them: as-of.test.ts runs it',
  'db/past/fill.ts: with gone as': 'fills them, as all of these',
  'db/past/fill.ts: insert into past_whole': 'fills them',
  'db/past/fill.ts: insert into past_reopened': 'fills them',
  'db/past/fill.ts: insert into past_search_documents': 'fills them',
  'db/past/changed.ts: insert into past_changed': 'fills them',
  'db/past/changed.ts: ': 'reads what they hold',
  'db/embedded/starter.ts: insert into written': 'a table that a test makes for itself',
}

export const keyOf = ({ path, opening }: RawStatement): string => `${path}: ${opening}`

export const isPrepared = (statement: RawStatement): boolean => !(keyOf(statement) in UNPREPARED)

/** @param path from the root of the checkout */
export async function rawStatementsIn(path: string, text: string): Promise<RawStatement[]> {
  // Positions count from the first token, and on from file to file: a token of ours at the very beginning tells where that is.
  const program = await parse(`;${text}`, { syntax: 'typescript', tsx: path.endsWith('x') })
  const offset = (at: unknown) => Number(at) - program.span.start - 1
  const bytes = Buffer.from(text)
  const known = new Map([...nodes(program)].flatMap(constantOf))
  return [...nodes(program)].flatMap((node) => {
    const property = queryOf(node)
    if (!property) return []
    const types = memberOf(node.typeArguments, 'params')
    const row = Array.isArray(types) ? memberOf(types[0], 'span') : undefined
    const sent = memberOf(Array.isArray(node.arguments) ? node.arguments[0] : undefined, 'expression')
    const line = bytes
      .subarray(0, offset(memberOf(property, 'start')))
      .toString()
      .split('\n').length
    return {
      path,
      line,
      row:
        row === undefined ? null : { from: offset(memberOf(row, 'start')), to: offset(memberOf(row, 'end')) },
      text: textOf(sent, known),
      opening: openingOf(sent),
    }
  })
}

/** Where the word `query` stands in the call of it; undefined for any other node. */
function queryOf({ type, callee }: Record<string, unknown>): unknown {
  const property = type === 'CallExpression' ? memberOf(callee, 'property') : undefined
  return memberOf(property, 'value') === 'query' ? memberOf(property, 'span') : undefined
}

/** What a name stands for throughout the file, as far as it is said once. */
function constantOf(node: Record<string, unknown>): [name: string, value: unknown][] {
  const name = node.type === 'VariableDeclarator' ? memberOf(node.id, 'value') : undefined
  return typeof name === 'string' ? [[name, node.init]] : []
}

/** A string, or a template with nothing but such in it, by itself or as the `text` of a statement with a name. */
function textOf(node: unknown, known: ReadonlyMap<string, unknown>): string | null {
  const [type, value] = [memberOf(node, 'type'), memberOf(node, 'value')]
  if (type === 'StringLiteral' || type === 'NumericLiteral') return String(value)
  if (type === 'Identifier') return typeof value === 'string' ? textOf(known.get(value), known) : null
  if (type === 'TemplateLiteral') return filled(node, known)
  const properties = memberOf(node, 'properties')
  if (!Array.isArray(properties)) return null
  const text = properties.find((one) => memberOf(memberOf(one, 'key'), 'value') === 'text')
  return text === undefined ? null : textOf(memberOf(text, 'value'), known)
}

/** The first three words of a text, or of its first piece. */
function openingOf(node: unknown): string {
  const properties = memberOf(node, 'properties')
  const named = Array.isArray(properties)
    ? properties.find((one) => memberOf(memberOf(one, 'key'), 'value') === 'text')
    : undefined
  if (named !== undefined) return openingOf(memberOf(named, 'value'))
  const pieces = memberOf(node, 'quasis')
  const isText = Array.isArray(pieces) || memberOf(node, 'type') === 'StringLiteral'
  const texts = Array.isArray(pieces) ? memberOf(pieces[0], 'cooked') : memberOf(node, 'value')
  return isText ? String(texts).trim().split(/\s+/).slice(0, 3).join(' ') : ''
}

function filled(node: unknown, known: ReadonlyMap<string, unknown>): string | null {
  const [pieces, holes] = [memberOf(node, 'quasis'), memberOf(node, 'expressions')]
  if (!Array.isArray(pieces) || !Array.isArray(holes)) return null
  const texts = holes.map((hole) => textOf(hole, known))
  if (texts.includes(null)) return null
  return pieces.map((piece, at) => `${memberOf(piece, 'cooked')}${texts[at] ?? ''}`).join('')
}

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined
