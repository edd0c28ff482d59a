import type { Recorded } from '#lib/domain/events.ts'
import type { Connection } from '../context.ts'
import { EVENTS, type LedgerRow, recorded } from './ledger.ts'

/** What labels meant, and which milestones there were: what a replay of Build Boards asks for beside the issues. */
export async function buildLedgerOfGroup(db: Connection, group: number): Promise<Recorded[]> {
  const { rows } = await db.query<LedgerRow>(
    `${EVENTS} and e.subject_kind <> 'issue' and e.subject_kind in ('label', 'milestone', 'group')
      and e.type in ('label.created', 'label.changed', 'label.removed', 'milestone.created', 'milestone.removed', 'sample.removed')
      order by e.number`,
    [group],
  )
  return rows.map(recorded)
}

/** Ids of the labels that ever meant the group or a Deliverable. */
export const askedEver = (house: readonly Recorded[]): string[] => {
  const meanings = house.flatMap((event) =>
    event.type === 'label.created'
      ? [{ id: event.data.id, meaning: event.data.meaning }]
      : event.type === 'label.changed'
        ? [event.data.from, event.data.to].map(({ meaning }) => ({ id: event.data.id, meaning }))
        : [],
  )
  const asked = meanings.filter(({ meaning }) => meaning === 'group' || meaning === 'deliverable')
  return [...new Set(asked.map(({ id }) => String(id)))]
}

/** What put issues into milestones, opened them again, and put these labels on them or off; `from` and `to` are numbers of issues, both included. */
export async function buildLedgerOfIssues(
  db: Connection,
  group: number,
  { from, to, labelIds }: { from: number; to: number; labelIds: readonly string[] },
): Promise<Recorded[]> {
  const { rows } = await db.query<LedgerRow>(
    `${EVENTS} and e.issue_number between $2 and $3 and (e.type in ('issue.created', 'issue.milestone_set', 'issue.reopened')
        or e.type = 'issue.moved' and e.data ? 'reopened'
        or e.type = 'issue.closed' and e.data ? 'undoes'
        or e.type in ('issue.labels_changed', 'issue.moved') and exists (
          select from jsonb_array_elements(e.data->'added' || (e.data->'removed')) label where label->>'id' = any($4)))
      order by e.number`,
    [group, from, to, labelIds],
  )
  return rows.map(recorded)
}
