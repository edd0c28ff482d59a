import type { Brief, BriefItem } from '#lib/contract/briefs.ts'
import type { Visit } from '#lib/domain/briefs.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import type { State } from '#lib/domain/workflow.ts'
import type { Ctx } from '../context.ts'
import { WORKFLOW } from './issue-sql.ts'

/** Where issues are now. */
export async function placesOf(ctx: Ctx, refs: readonly number[]): Promise<Map<number, BriefItem['state']>> {
  type Row = { ref: number; state: string; closeReason: CloseReason | null; workflow: State | 'none' }
  const { rows } = await ctx.db.query<Row>({
    name: 'brief-places',
    text: `select i.number as ref, i.state, i.close_reason as "closeReason", ${WORKFLOW} as workflow
      from issues i where i.group_id = $1 and i.number = any($2::int[])`,
    values: [ctx.group.id, refs],
  })
  return new Map(
    rows.map(({ ref, state, closeReason, workflow }) => [
      ref,
      state === 'open' ? workflow : closeReason === 'done' ? 'done' : 'dropped',
    ]),
  )
}

/** The engineering and product managers, by name and role. */
export async function peopleToAsk(ctx: Ctx): Promise<Brief['ask']['people']> {
  const { rows } = await ctx.db.query<Brief['ask']['people'][number]>({
    name: 'people-to-ask',
    text: `select p.handle, p.name, r.role, r.title, r.acting from group_roles r join people p on p.id = r.person_id
      where r.group_id = $1 and r.role in ('em', 'pm') order by r.role, p.name collate by_language`,
    values: [ctx.group.id],
  })
  return rows
}

/** When the actor looked at the brief of a milestone; null for never. */
export async function visitOf(ctx: Ctx, milestone: string): Promise<Visit | null> {
  const { rows } = await ctx.db.query<{ since: Date | null; at: Date }>({
    name: 'brief-visit',
    text: `select since, at from brief_visits where group_id = $1 and milestone_id = $2 and person_id = $3`,
    values: [ctx.group.id, Number(milestone), ctx.actor.id],
  })
  const [row] = rows
  return row ? { since: row.since?.getTime() ?? null, at: row.at.getTime() } : null
}
