import type { Recorded } from '#lib/domain/events.ts'
import type { Db } from '../context.ts'
import { type LedgerRow, recorded } from '../queries/ledger.ts'
import { count } from './rows.ts'
import { COLUMNS, type Moment } from './since.ts'

/** Issues by number, or all that were ever planned for milestones, by id; null for all of the group. */
export type Some = { refs: readonly number[] } | { milestones: readonly string[] } | null

/** Issues that something happened to since, their ranks among it; those of the sample that is gone. */
export async function markChanged(db: Db, moment: Moment, some: Some): Promise<number[]> {
  const [name, which, given] = whichOf(some)
  const { rows } = await db.query<{ number: number }>({
    name: `past-changed-${name}`,
    text: `insert into past_changed
      ${which}
      union select $1, (s.one->>'issue')::int from public.events e, jsonb_array_elements(e.data->'spread') s(one)
        where e.group_id = $1 and e.number > $2 and e.data ? 'spread'
      union select $1, g.one::int from public.events e, jsonb_array_elements_text(e.data->'issues') g(one)
        where e.group_id = $1 and e.number > $2 and e.subject_kind = 'group' and e.type = 'sample.removed'
      returning number`,
    values: [moment.group, moment.newest, ...given],
  })
  count(db, 1 + rows.length)
  return rows.map(({ number }) => number)
}

function whichOf(some: Some): [name: string, text: string, given: unknown[]] {
  if (some === null) return ['all', ALL, []]
  return 'refs' in some ? ['refs', OF_REFS, [some.refs]] : ['planned', PLANNED, [some.milestones]]
}

const ALL = `select $1::int, e.issue_number from public.events e
  where e.group_id = $1 and e.number > $2 and e.issue_number is not null`

const SINCE = `exists (select from public.events e where e.group_id = $1 and e.issue_number = p.issue_number and e.number > $2)`

const OF_REFS = `select $1::int, p.issue_number from unnest($3::int[]) p(issue_number) where ${SINCE}`

/** Of those that were ever planned for one of the milestones: no other was in them at any time. */
const PLANNED = `select $1::int, p.issue_number from public.events p
  where p.group_id = $1 and (p.type = 'issue.created' and p.data->'milestone'->>'id' = any($3)
    or p.type = 'issue.milestone_set' and p.data->'to'->>'id' = any($3)) and ${SINCE}`

/**
 * The events until then of the issues that changed since, and all by which others got new ranks. Descriptions are long, and
 * left out where nothing asks for texts.
 */
export async function eventsOfChanged(
  db: Db,
  { group, at }: Moment,
  { texts }: { texts: boolean },
): Promise<Recorded[]> {
  const data = texts ? 'e.data' : `e.data - 'description'`
  const { rows } = await db.query<LedgerRow>({
    name: `past-issue-events-${texts}`,
    text: `${COLUMNS}, ${data} as data from past_changed c
        join public.events e on e.group_id = c.group_id and e.issue_number = c.number
        where e.happened_at <= $2
      union all
      ${COLUMNS}, ${data} as data from public.events e where e.group_id = $1 and e.data ? 'spread' and e.happened_at <= $2
        and e.issue_number not in (select number from past_changed)`,
    values: [group, at],
  })
  return rows.map(recorded)
}
