import type { Recorded } from '#lib/domain/events.ts'
import { type Bound, statusAmong } from '#lib/domain/undone-events.ts'
import type { Db } from '../context.ts'
import { type LedgerRow, recorded } from '../queries/ledger.ts'

/** A moment in the past of a group, the number of the newest event of then, and of the last that is known by now. */
export type Moment = { group: number; at: Date; newest: number; last: number }

/** Numbers rise with the time at which events were learned, so that it is found in as many steps as the number has digits. */
export async function momentOf(db: Db, group: number, at: Date): Promise<Moment> {
  const { rows } = await db.query<{ newest: number; last: number }>({
    name: 'past-moment',
    text: `with recursive search (low, high) as (
        select 0::bigint, last_event from public.group_counters where group_id = $1
        union all
        select case when e.at <= $2 then e.number else s.low end, case when e.at <= $2 then s.high else e.number - 1 end
        from search s join public.events e on e.group_id = $1 and e.number = (s.low + s.high + 1) / 2 where s.low < s.high
      ) select low as newest, (select last_event from public.group_counters where group_id = $1) as last
        from search where low = high`,
    values: [group, at],
  })
  return { group, at, newest: rows[0]?.newest ?? 0, last: rows[0]?.last ?? 0 }
}

/** When the first event of the group happened; null where it has none. */
export async function beganAt(db: Db, group: number): Promise<Date | null> {
  const { rows } = await db.query<{ began: Date }>({
    name: 'past-began',
    text: 'select happened_at as began from public.events where group_id = $1 and number = 1',
    values: [group],
  })
  return rows[0]?.began ?? null
}

/** What happened since to what is no issue: by noun, and of milestones which. */
export async function nounsSince(
  db: Db,
  { group, newest }: Moment,
): Promise<{ type: string; key: string }[]> {
  const { rows } = await db.query<{ type: string; key: string }>({
    name: 'past-nouns',
    text: `select distinct e.type, case when split_part(e.type, '.', 1) = 'milestone' then e.subject_key else '' end as key
      from public.events e where e.group_id = $1 and e.number > $2 and e.subject_kind <> 'issue'`,
    values: [group, newest],
  })
  return rows
}

export const COLUMNS = `select e.number, e.type, e.happened_at as "happenedAt", e.actor_id as "actorId", e.issue_number as issue,
    (e.data->>'undoes')::int as undoes, (e.data->>'cause')::int as cause`

/** All events of some nouns that are no issue's, without what became of issues in milestones. */
export async function eventsOfNouns(db: Db, group: number, nouns: readonly string[]): Promise<Recorded[]> {
  const { rows } = await db.query<LedgerRow>({
    name: 'past-noun-events',
    text: `${COLUMNS}, case when e.type in ('milestone.frozen', 'milestone.closed') and e.data ? 'issues'
        then jsonb_set(e.data, '{issues}', '[]') else e.data end as data
      from public.events e where e.group_id = $1 and e.subject_kind <> 'issue' and split_part(e.type, '.', 1) = any($2)`,
    values: [group, nouns],
  })
  return rows.map(recorded)
}

/** How some milestones were frozen, closed and reopened. */
export async function closings(db: Db, group: number, milestones: readonly number[]): Promise<Recorded[]> {
  if (milestones.length === 0) return []
  const { rows } = await db.query<LedgerRow>({
    name: 'past-closings',
    text: `${COLUMNS}, e.data from public.events e
      where e.group_id = $1 and e.subject_kind = 'milestone' and e.subject_key = any($2)
        and e.type in ('milestone.frozen', 'milestone.closed', 'milestone.reopened')`,
    values: [group, milestones.map(String)],
  })
  return rows.map(recorded)
}

/** Events of then that are known by now not to have happened, and were not known to then. */
export function goneSince(bonds: readonly Bound[], { newest }: Moment): number[] {
  const then = bonds.filter(({ number }) => number <= newest)
  const [statusNow, statusThen] = [statusAmong(bonds), statusAmong(then)]
  return then.flatMap((event) =>
    statusNow(event) === 'gone' && statusThen(event) !== 'gone' ? [event.number] : [],
  )
}

/** The same at another moment, as it was told by the events up to `last`; `at` is null for now. */
export type Other = { at: Date | null; newest: number; last: number }

/** Change cards that no event of their own tells of. */
const ABOUT_CARDS = ['label', 'milestone', 'team', 'epic', 'person', 'sample']

/**
 * The issues that something happened to between two moments, or that is known by now and was not when the other was told.
 * Null where more than the cards of these may be different: what labels, milestones, teams or people are called, ranks that
 * were spread anew, and anything that was taken back.
 */
export async function otherwiseSince(db: Db, moment: Moment, other: Other): Promise<number[] | null> {
  const [from, to] =
    other.at === null || other.at > moment.at ? [moment, other] : [{ ...other, at: other.at }, moment]
  const { rows } = await db.query<{ refs: number[]; whole: boolean }>({
    name: 'past-otherwise',
    text: `select coalesce(array_agg(distinct e.issue_number) filter (where e.issue_number is not null), '{}') as refs,
        coalesce(bool_or(split_part(e.type, '.', 1) = any($6) or e.data ? 'spread' or e.number > $5 and e.data ? 'undoes'), false) as whole
      from public.events e where e.group_id = $1 and e.number > least($2, $5)
        and (e.number > $5 or e.number > $2 and e.happened_at > $3 and ($4::timestamptz is null or e.happened_at <= $4))`,
    values: [moment.group, from.newest, from.at, to.at, other.last, ABOUT_CARDS],
  })
  return rows[0] && !rows[0].whole ? rows[0].refs : null
}
