import type { Recorded } from '#lib/domain/events.ts'
import type { Subject } from '#lib/domain/event-subjects.ts'
import type { Bound } from '#lib/domain/undone-events.ts'
import type { Connection } from '../context.ts'

const BONDS = `(e.data->>'undoes')::int as undoes, (e.data->>'cause')::int as cause`
/** The ledger itself, also on a connection that looks into the past. */
export const EVENTS = `select e.number, e.type, e.happened_at as "happenedAt", e.actor_id as "actorId",
    e.issue_number as issue, ${BONDS}, e.data from public.events e where e.group_id = $1`

export type LedgerRow = Omit<Recorded, 'undoes' | 'cause'> & Bonded
type Bonded = { undoes: number | null; cause: number | null }

/** Every event of a group, for `replay`. */
export async function ledgerOf(db: Connection, group: number): Promise<Recorded[]> {
  const { rows } = await db.query<LedgerRow>(`${EVENTS} order by e.number`, [group])
  return rows.map(recorded)
}

/** The events of one subject, for a replay of it alone, which needs `bondsOf` as well. */
export async function ledgerOfSubject(
  db: Connection,
  group: number,
  { kind, key }: Subject,
): Promise<Recorded[]> {
  // An issue's events are found by its number; all others by an index that leaves those of issues out.
  const where =
    kind === 'issue' ? 'e.issue_number = $3::int' : `e.subject_kind <> 'issue' and e.subject_key = $3`
  const { rows } = await db.query<LedgerRow>(
    `${EVENTS} and e.subject_kind = $2 and ${where} order by e.number`,
    [group, kind, key],
  )
  return rows.map(recorded)
}

/** The events of some issues, and what labels meant meanwhile, for a replay of them, which needs `bondsOf` as well. */
export async function ledgerOfIssues(
  db: Connection,
  group: number,
  refs: readonly number[],
): Promise<Recorded[]> {
  const { rows } = await db.query<LedgerRow>(
    `${EVENTS} and (e.issue_number = any($2::int[]) or e.subject_kind <> 'issue' and e.subject_kind = 'label') order by e.number`,
    [group, refs],
  )
  return rows.map(recorded)
}

/** All that took something back in a group, and what it took back. */
export async function bondsOf(db: Connection, group: number): Promise<Bound[]> {
  const { rows } = await db.query<Pick<Bound, 'number' | 'type'> & Bonded>(
    `with undoing as (
        select e.number, e.type, ${BONDS} from public.events e where e.group_id = $1 and e.data ? 'undoes'
      ) select * from undoing
      union all select e.number, e.type, ${BONDS} from public.events e
        where e.group_id = $1 and e.number in (select undoes from undoing) and not e.data ? 'undoes'`,
    [group],
  )
  return rows.map(bonded)
}

const bonded = <T extends Bonded>({ undoes, cause, ...event }: T) => ({
  ...event,
  ...(undoes === null ? {} : { undoes }),
  ...(cause === null ? {} : { cause }),
})

// safe because the database holds only what `record` wrote, whose types are those of the law
export const recorded = (row: LedgerRow): Recorded => bonded(row) as Recorded
