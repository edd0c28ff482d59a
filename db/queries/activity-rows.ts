import type { ActivityKind, Period, ShareState } from '#lib/domain/cadence/activities.ts'
import type { RecordedState } from '#lib/domain/cadence/occurrences.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'

type Person = { id: string; handle: string; name: string }
export type OccurrenceRow = {
  day: PlainDate
  state: RecordedState
  note: string
  link: string
  by: Person
  /** In ISO 8601. */
  at: string
}
export type ActivityRow = {
  id: number
  name: string
  kind: ActivityKind
  owner: Person | null
  rhythms: Period[]
  share: { state: ShareState; group: { id: number; name: string }; theirs: number | null } | null
  /** What was recorded, the earliest first. */
  occurrences: OccurrenceRow[]
}

/** Since ever. */
const BEGINNING = '0001-01-01'

/** Activities, or the one that is named, with what was recorded since a day. */
export async function activityRows(
  ctx: Ctx,
  since: PlainDate,
  id: number | null = null,
): Promise<ActivityRow[]> {
  const { rows } = await ctx.db.query<ActivityRow>({
    name: 'activities',
    text: `select a.id, a.name, a.kind, a.rhythms,
        case when p.id is not null then jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) end as owner,
        case when g.id is not null then jsonb_build_object('state', a.share, 'group', jsonb_build_object('id', g.id, 'name', g.name),
          'theirs', a.partner_id) end as share,
        coalesce((select jsonb_agg(jsonb_build_object('day', o.day, 'state', o.state, 'note', o.note, 'link', o.link,
            'by', jsonb_build_object('id', b.id, 'handle', b.handle, 'name', b.name),
            'at', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.day)
          from occurrences o join people b on b.id = o.by_id
          where o.group_id = a.group_id and o.activity_id = a.id and o.day >= $3), '[]') as occurrences
      from activities a left join people p on p.id = a.owner_id left join groups g on g.id = a.partner_group_id
      where a.group_id = $1 and ($2::int is null or a.id = $2) order by lower(a.name), a.id`,
    values: [ctx.group.id, id, since],
  })
  return rows
}

/** @throws not_found for an activity that this group has not */
export async function activityById(ctx: Ctx, id: number): Promise<ActivityRow> {
  const [found] = await activityRows(ctx, BEGINNING, id)
  if (!found) throw notFound('This activity')
  return found
}
