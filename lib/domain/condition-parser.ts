import type { Refusal } from '#lib/kit/refusal.ts'

import { CONDITION_FIELDS, OPS, whyNotTest } from './condition-fields.ts'
import { normal } from './conditions.ts'
import type { Condition } from './conditions.ts'

export type Parsed = { condition: Condition } | { refusal: Refusal }

const LONGEST = 4000
const DEEPEST = 40

type Token = { kind: '(' | ')' | 'and' | 'or' | 'not' } | { kind: 'test'; of: Condition }
type Reading = { tokens: readonly Token[]; at: number; depth: number }

/**
 * Reads `(type:bug or label:"severity::1") and not dri:none`. Words without a field are looked for in the title;
 * `and` may be left out. What cannot be read is refused in words; nothing is thrown, however odd the text.
 */
export function parseCondition(text: string): Parsed {
  if (text.length > LONGEST) return refused(`A filter has at most ${LONGEST} characters.`)
  const tokens = tokensOf(text)
  if ('refusal' in tokens) return tokens
  if (tokens.list.length === 0) return { condition: { kind: 'all', of: [] } }
  const reading = { tokens: tokens.list, at: 0, depth: 0 }
  const parsed = alternatives(reading)
  if ('refusal' in parsed) return parsed
  if (reading.at < tokens.list.length) return refused('Remove a “)”: it has no “(”.')
  return { condition: normal(parsed.condition) }
}

const refused = (because: string): { refusal: Refusal } => ({ refusal: { code: 'filter', because } })

function alternatives(reading: Reading): Parsed {
  const of: Condition[] = []
  for (;;) {
    const parsed = conjunction(reading)
    if ('refusal' in parsed) return parsed
    of.push(parsed.condition)
    if (reading.tokens[reading.at]?.kind !== 'or') return { condition: { kind: 'any', of } }
    reading.at += 1
  }
}

function conjunction(reading: Reading): Parsed {
  const of: Condition[] = []
  for (;;) {
    const parsed = single(reading)
    if ('refusal' in parsed) return parsed
    of.push(parsed.condition)
    const next = reading.tokens[reading.at]?.kind
    if (next === undefined || next === 'or' || next === ')') return { condition: { kind: 'all', of } }
    if (next === 'and') reading.at += 1
  }
}

function single(reading: Reading): Parsed {
  const token = reading.tokens[reading.at]
  if (!token) return refused('The filter is incomplete at the end.')
  reading.at += 1
  if (token.kind === 'test') return { condition: token.of }
  if (token.kind !== '(' && token.kind !== 'not')
    return refused(`The filter is incomplete before “${token.kind}”.`)
  reading.depth += 1
  if (reading.depth > DEEPEST) return refused(`A filter has at most ${DEEPEST} nested groups.`)
  const inner = token.kind === 'not' ? single(reading) : group(reading)
  reading.depth -= 1
  if ('refusal' in inner || token.kind === '(') return inner
  return { condition: { kind: 'not', of: inner.condition } }
}

function group(reading: Reading): Parsed {
  const inner = alternatives(reading)
  if ('refusal' in inner) return inner
  if (reading.tokens[reading.at]?.kind !== ')') return refused('Add a “)”: a “(” is not closed.')
  reading.at += 1
  return inner
}

function tokensOf(text: string): { list: Token[] } | { refusal: Refusal } {
  const list: Token[] = []
  let at = 0
  while (at < text.length) {
    const sign = text[at] ?? ''
    if (/\s/.test(sign)) {
      at += 1
    } else if (sign === '(' || sign === ')') {
      list.push({ kind: sign })
      at += 1
    } else {
      const word = wordAt(text, at)
      if (word === null) return refused('Add a closing quotation mark.')
      at = word.end
      const keyword = word.quoted ? null : keywordOf(word.bare)
      const token = keyword ? { token: { kind: keyword } } : testOf(word)
      if ('refusal' in token) return token
      list.push(token.token)
    }
  }
  return { list }
}

type Word = { bare: string; quoted: string | null; end: number }

/** Bare letters, and behind them, as in `label:"in dev"`, perhaps words in quotation marks. */
function wordAt(text: string, start: number): Word | null {
  let at = start
  while (at < text.length && !/[\s()"]/.test(text[at] ?? '')) at += 1
  const bare = text.slice(start, at)
  if (text[at] !== '"') return { bare, quoted: null, end: at }
  let quoted = ''
  for (at += 1; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '"') return { bare, quoted, end: at + 1 }
    if (sign === '\\') at += 1
    quoted += text[at] ?? ''
  }
  return null
}

function keywordOf(bare: string): 'and' | 'or' | 'not' | null {
  const word = bare.toLowerCase()
  return word === 'and' || word === 'or' || word === 'not' ? word : null
}

function testOf({ bare, quoted }: Word): { token: Token } | { refusal: Refusal } {
  const [, name = '', sign, rest = ''] = /^([a-z]+)(:|<=?|>=?)(.*)$/is.exec(bare) ?? []
  const op = OPS.find((one) => one === sign)
  const value = (op ? rest : bare) + (quoted ?? '')
  const field = CONDITION_FIELDS.find((one) => one === (op ? name.toLowerCase() : 'text'))
  if (!field) return refused(`There is no field “${name}”. Fields: ${CONDITION_FIELDS.join(', ')}.`)
  const refusal = whyNotTest({ field, op: op ?? ':', value })
  if (refusal) return { refusal }
  return { token: { kind: 'test', of: { kind: 'test', field, op: op ?? ':', value } } }
}
