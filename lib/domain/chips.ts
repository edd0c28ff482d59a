import { isOrdered, OPS } from './condition-fields.ts'
import type { ConditionField, Op, Test } from './condition-fields.ts'
import { normal } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { sameClause } from './filters.ts'
import type { Chips, Clause, Field } from './filters.ts'

/** Which fields have chips, and which one words ask for: a board looks in titles alone, since cards carry nothing else. */
export type Asking = { fields: readonly Field[]; words: 'text' | 'title' }

/** The condition that chips say, and more beside them. */
export function conditionOf(
  { words, clauses }: Chips,
  asking: Pick<Asking, 'words'>,
  more: readonly Condition[] = [],
): Condition {
  const fields = [...new Set(clauses.map(({ field }) => field))]
  const tests = fields.flatMap((field): Condition[] => {
    const of = (is: boolean) =>
      clauses
        .filter((clause) => clause.field === field && clause.is === is)
        .map(({ value }) => testOf(field, value))
    const [wanted, unwanted] = [of(true), of(false)]
    const enough: Condition[] =
      wanted.length === 0 || field === 'label' ? wanted : [{ kind: 'any', of: wanted }]
    return [...enough, ...unwanted.map((one): Condition => ({ kind: 'not', of: one }))]
  })
  return normal({ kind: 'all', of: [...words.map((word) => testOf(asking.words, word)), ...tests, ...more] })
}

/** The value of a chip may begin with a comparison, as in `due=<7d`. */
function testOf(field: ConditionField, value: string): Test {
  const op = isOrdered(field)
    ? OPS.toReversed().find((one): one is Exclude<Op, ':'> => one !== ':' && value.startsWith(one))
    : undefined
  return op
    ? { kind: 'test', field, op, value: value.slice(op.length) }
    : { kind: 'test', field, op: ':', value }
}

/** The way back: as much of a condition as chips can say, and the rest of it, which has to hold as well. */
export function chipsOf(condition: Condition, asking: Asking): { chips: Chips; rest: Condition } {
  const words: string[] = []
  const clauses: Clause[] = []
  const rest: Condition[] = []
  const isWanted = (field: Field) => clauses.some((clause) => clause.field === field && clause.is)
  const isIncluded = (one: Clause) => clauses.some((other) => sameClause(other, one))
  for (const part of condition.kind === 'all' ? condition.of : [condition]) {
    const ofPart = clausesOf(part, asking.fields)
    const [first] = ofPart
    if (isWord(part, asking)) words.push(part.value)
    // two wishes for one field are alternatives in chips, and were not meant to be here
    else if (ofPart.length === 1 && first && isIncluded(first)) continue
    else if (!first || (first.is && first.field !== 'label' && isWanted(first.field))) rest.push(part)
    else for (const one of ofPart) if (!isIncluded(one)) clauses.push(one)
  }
  return { chips: { words, clauses }, rest: normal({ kind: 'all', of: rest }) }
}

const isWord = (part: Condition, { words }: Asking): part is Test =>
  part.kind === 'test' && part.field === words && !part.value.includes('"')

/** What one part of a condition is in chips; empty where they cannot say it. */
function clausesOf(part: Condition, fields: readonly Field[]): Clause[] {
  if (part.kind === 'not') return part.of.kind === 'test' ? clauseOf(part.of, false, fields) : []
  if (part.kind === 'test') return clauseOf(part, true, fields)
  if (part.kind === 'all') return []
  const ofPart = part.of.map((one) => (one.kind === 'test' ? clauseOf(one, true, fields) : []))
  const [first] = ofPart.flat()
  const isOne = ofPart.every(([one]) => one !== undefined && one.field === first?.field)
  return isOne && first?.field !== 'label' ? ofPart.flat() : []
}

function clauseOf({ field, op, value }: Test, is: boolean, fields: readonly Field[]): Clause[] {
  const known = fields.find((one) => one === field)
  return known ? [{ field: known, is, value: op === ':' ? value : `${op}${value}` }] : []
}
