import { may } from '#lib/domain/permissions.ts'
import type { Done } from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { seenBy } from './event-rows.ts'

/** An event with the act that it belongs to, and the name of the person who did it. */
export type ActEvent = Done & { actorName: string; at: Date }

/** For SQL: the first event of the act that the event `e` belongs to. */
export const ACT = `coalesce((e.data->>'act')::bigint, e.number)`

const COLUMNS = `select e.number, ${ACT} as act, (e.data->>'undoes')::bigint as undoes, (e.data->>'cause')::bigint as cause, e.type, e.data,
    e.actor_id as "actorId", coalesce(p.name, 'Saydo') as "actorName", e.at, e.issue_number as issue
  from events e left join people p on p.id = e.actor_id
  left join issues i on i.group_id = e.group_id and i.number = e.issue_number`

/** All that the reader may see of the act which an event belongs to; of one person alone, as an act is. */
export async function actOf(ctx: Ctx, event: number): Promise<ActEvent[]> {
  const { rows } = await ctx.db.query<ActEvent>({
    name: 'act-of',
    text: `with named as (select ${ACT} as act, e.actor_id as by from events e
        left join issues i on i.group_id = e.group_id and i.number = e.issue_number
        where e.group_id = $1 and e.number = $2 and ${seenBy('$3')})
      ${COLUMNS}, named where e.group_id = $1 and e.number >= named.act and ${ACT} = named.act
        and e.actor_id is not distinct from named.by and ${seenBy('$3')} order by e.number`,
    values: [ctx.group.id, event, may(ctx.actor, 'see.confidential')],
  })
  return rows
}

/** What happened later to the same issues, or to what is no issue's, by any person; and when it was taken back. */
export async function laterThan(ctx: Ctx, acts: readonly ActEvent[]): Promise<ActEvent[]> {
  const [first] = acts
  if (!first) return []
  const issues = [...new Set(acts.flatMap(({ issue }) => issue ?? []))]
  const others = acts.some(({ issue }) => issue === null)
  const { rows } = await ctx.db.query<ActEvent>({
    name: 'later-than',
    text: `${COLUMNS} where e.group_id = $1 and e.number > $2
        and (e.issue_number = any($3::int[]) or ($4 and e.issue_number is null)) order by e.number`,
    values: [ctx.group.id, first.number, issues, others],
  })
  return rows
}
