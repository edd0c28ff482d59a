import type { EventEntry } from '#lib/contract/events.ts'

export type EventRow = Omit<EventEntry, 'at' | 'sentence'> & {
  at: Date
  data: Record<string, unknown>
  /** Of an issue that stakeholders do not see, or with words about one. */
  hidden: boolean
}

/** By its last word about it: an issue that was removed stays as confidential as it was. */
const lastWord = (
  issue: string,
) => `(select coalesce((w.data->>'to')::boolean, (w.data->>'confidential')::boolean)
    from events w where w.group_id = e.group_id and w.issue_number = ${issue}
      and w.type in ('issue.created', 'issue.confidential_set') order by w.number desc limit 1)`

/** What an event names beside its own issue: the other end of a link, the pieces of a split, what moved an epic. */
const NAMED = `(select (e.data->>'other')::int as issue union all select (e.data->>'issue')::int
    union all select piece::int from jsonb_array_elements_text(coalesce(e.data->'into', '[]')) as piece) named`

const HIDDEN = `(coalesce(i.confidential, ${lastWord('e.issue_number')}, false)
    or e.data ?| array['other', 'issue', 'into'] and exists (
      select from ${NAMED} left join issues n on n.group_id = e.group_id and n.number = named.issue
      where coalesce(n.confidential, ${lastWord('named.issue')}, false))
    or e.data ? 'because' and not e.data ? 'issue')`

/** An epic is everybody's: that it closed or opened is told to all, and why only to people who see the issue. */
const ALL_BUT_WHY = ['epic.closed', 'epic.reopened']

/** For the `where` of what begins with EVENT_COLUMNS; the parameter says whether the reader sees everything. */
export const seenBy = (visibility: string) =>
  `(${visibility} or not ${HIDDEN} or e.type in (${ALL_BUT_WHY.map((type) => `'${type}'`).join(', ')}))`

/** An event without the words that its reader may not see. */
export function visibleRow(row: EventRow, seesAll: boolean): EventRow {
  if (seesAll || !row.hidden || !ALL_BUT_WHY.includes(row.type)) return row
  const { number, title } = row.data
  return { ...row, data: { number, title }, hidden: false }
}

export const EVENT_COLUMNS = `select e.number, e.type, e.at, p.handle as actor, coalesce(p.name, 'Saydo') as "actorName",
    e.issue_number as issue, i.title as "issueTitle", e.data, ${HIDDEN} as hidden
  from events e
  left join people p on p.id = e.actor_id
  left join issues i on i.group_id = e.group_id and i.number = e.issue_number`
