import { FACT_NAMES } from './facts/names.ts'
import { wordsOf } from './search.ts'

/** What the menu of a board offers to ask for. */
export const FIELDS = ['type', 'label', 'person', 'team', 'epic', 'weight'] as const
/** And that of a list, which has no milestone and no columns of its own. */
export const LIST_FIELDS = [
  ...FIELDS,
  ...(['dri', 'milestone', 'workflow', 'assignee', 'author', 'reason'] as const),
  ...FACT_NAMES,
  ...(['blocked', 'watched', 'finding', 'confidence'] as const),
] as const
export type Field = (typeof LIST_FIELDS)[number]

/** The value that asks for nothing being there: no DRI and no assignee, no team, no epic, no weight, no type. */
export const NONE = 'none'
/** The value that asks for anything being there. */
export const ANY = 'any'

/** `is: false` leaves out what `is: true` would keep. Labels are named by title, epics by number, people by handle. */
export type Clause = { field: Field; is: boolean; value: string }
/**
 * What chips can say of a filter: words that an issue holds all of, and clauses. Values of one field are alternatives, of
 * labels an issue holds all; what is left out never shows. The filter itself is a condition (`conditions.ts`).
 */
export type Chips = { words: readonly string[]; clauses: readonly Clause[] }
export const NO_CHIPS: Chips = { words: [], clauses: [] }

/** Reads the addresses of before, `?q=…&type!=bug&label=a&label=b`; names that are no filter are left to others. */
export function chipsFrom(
  params: Iterable<readonly [string, string]>,
  fields: readonly Field[] = FIELDS,
): Chips {
  const clauses: Clause[] = []
  let words: readonly string[] = []
  for (const [name, value] of params) {
    if (name === 'q') words = wordsOf(value)
    const is = !name.endsWith('!')
    const field = fields.find((one) => one === (is ? name : name.slice(0, -1)))
    if (!field || value === '') continue
    const clause = { field, is, value }
    if (!clauses.some((other) => sameClause(other, clause))) clauses.push(clause)
  }
  return { words, clauses }
}

export const areNone = ({ words, clauses }: Chips): boolean => words.length + clauses.length === 0

export const sameClause = (a: Clause, b: Clause): boolean =>
  a.field === b.field && a.is === b.is && a.value === b.value

/** Without the clause when it is there; with it, and without its opposite, when it is not. */
export function toggled(chips: Chips, clause: Clause): Chips {
  const others = chips.clauses.filter(
    (other) => !sameClause(other, clause) && !sameClause(other, { ...clause, is: !clause.is }),
  )
  const held = chips.clauses.some((other) => sameClause(other, clause))
  return { ...chips, clauses: held ? others : [...others, clause] }
}

/** As they are typed into a search. */
export const typedOf = ({ words }: Chips): string =>
  words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
