import type { CadenceState } from '#lib/domain/replay-cadence.ts'
import { at } from './replayed-asks.ts'

/** Activities and calls as the ledger tells them. */
export const cadenceRows = ({ activities, calls }: CadenceState) => ({
  activities: [...activities]
    .toSorted(([a], [b]) => a - b)
    .map(([id, { occurrences, ...one }]) => ({
      id,
      ...one,
      occurrences: [...occurrences]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([day, recorded]) => ({ day, ...recorded })),
    })),
  calls: [...calls]
    .toSorted(([a], [b]) => a - b)
    .map(([id, { people, ...one }]) => ({ id, ...one, people: people.toSorted((a, b) => (a < b ? -1 : 1)) })),
})

/** The same as the tables have it; `$1` is the group. */
const ACTIVITIES = `select id, name, kind, owner_id as owner, rhythms,
    case when share is not null then jsonb_build_object('state', share, 'group', partner_group_id, 'theirs', partner_id) end as share,
    coalesce((select jsonb_agg(jsonb_build_object('day', o.day, 'state', o.state, 'note', o.note, 'link', o.link, 'by', o.by_id,
        'at', ${at('o.at')}) order by o.day)
      from occurrences o where o.group_id = a.group_id and o.activity_id = a.id), '[]') as occurrences
  from activities a where group_id = $1 order by id`

const CALLS = `select id, day, outcome, why, recording, by_id as by, ${at('c.at')} as at,
    case when issue_number is not null then jsonb_build_object('kind', 'issue', 'number', issue_number)
      else jsonb_build_object('kind', 'epic', 'number', epic_number) end as about,
    coalesce((select jsonb_agg(x.person_id order by x.person_id collate "C") from call_people x
      where x.group_id = c.group_id and x.call_id = c.id), '[]') as people
  from calls c where group_id = $1 order by id`

export const CADENCE_TABLES: Record<string, string> = { activities: ACTIVITIES, calls: CALLS }
