import { dayMonth } from '#components/ui/days/days.ts'
import type { CapacityRow, CapacityView } from '#lib/contract/capacity.ts'

/** A person's line, with what is special about it. */
export type PersonLine = { row: CapacityRow; notes: string }
/** A team with people in it, and the line of the grid at which it begins. */
export type Block = CapacityView['teams'][number] & { people: PersonLine[]; first: number }

/** The grid by teams, in the order in which its lines are read. */
export function blocksOf(view: CapacityView): Block[] {
  const notes = notesIn(view)
  const blocks: Block[] = []
  let first = 0
  for (const team of view.teams) {
    const rows = view.rows.filter((row) => row.team === team.team)
    if (rows.length === 0) continue
    blocks.push({ ...team, people: rows.map((row) => ({ row, notes: notes(row) })), first })
    first += rows.length + 1
  }
  return blocks
}

/** A share of a person's time, triage, days that wait to be confirmed. */
function notesIn({ duties, confirmations }: CapacityView): (row: CapacityRow) => string {
  const confirmed = new Set(
    confirmations.flatMap(({ person, confirmedAt }) => (confirmedAt === null ? [] : person)),
  )
  const dutiesOf = Map.groupBy(duties, ({ person, team }) => `${team} ${person}`)
  return ({ person, team, share }) => {
    const weeks = (dutiesOf.get(`${team} ${person}`) ?? []).map(({ weekOn }) => dayMonth(weekOn))
    return [
      share < 1 && `${Math.round(share * 100)} % here`,
      weeks.length > 0 && `triage ${weeks.join(', ')}`,
      !confirmed.has(person) && 'not confirmed',
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
