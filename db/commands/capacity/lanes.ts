import type { setLanes as endpoint, weighCarryOver as weighing } from '#lib/contract/capacity.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotLanes } from '#lib/domain/capacity/rules.ts'
import type { Lane } from '#lib/domain/events/capacity.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { issueFacts, teamBySlug } from '../../queries/facts.ts'
import { inTransaction } from '../../transaction.ts'
import { planned } from './planned.ts'

/** Handbook › Capacity Planning: "assigning work lanes to the release based on priority". All lanes of a milestone at once. */
export const setLanes = (ctx: Ctx, input: InputOf<typeof endpoint> & { sample?: boolean }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'lanes.assign')
    const { id, title } = await planned(ctx, input.milestone)
    insist(whyNotLanes(input.lanes))
    const to: Lane[] = []
    for (const { team, priority, weight } of input.lanes) {
      to.push({ team: await teamBySlug(ctx, team), priority, weight })
    }
    const from = await lanesOf(ctx, Number(id))
    if (JSON.stringify(from) === JSON.stringify(inOrder(to))) return { event: await lastEvent(ctx) }
    await ctx.db.query('delete from capacity_lanes where group_id = $1 and milestone_id = $2', [
      ctx.group.id,
      Number(id),
    ])
    await ctx.db.query(
      `insert into capacity_lanes (group_id, milestone_id, team_id, priority, weight, sample)
        select $1, $2, *, $6 from unnest($3::int[], $4::int[], $5::numeric[])`,
      [
        ctx.group.id,
        Number(id),
        to.map(({ team }) => Number(team.id)),
        to.map(({ priority }) => priority),
        to.map(({ weight }) => weight),
        input.sample ?? false,
      ],
    )
    const data = { milestone: { id, title }, from, to: inOrder(to) }
    return { event: await record(ctx, { type: 'capacity.lanes_set', data }) }
  })

async function lanesOf(ctx: Ctx, milestone: number): Promise<Lane[]> {
  const { rows } = await ctx.db.query<{ id: string; name: string; priority: number; weight: number }>(
    `select t.id::text, t.name, l.priority, l.weight::float as weight from capacity_lanes l
      join functional_teams t on t.group_id = l.group_id and t.id = l.team_id
      where l.group_id = $1 and l.milestone_id = $2`,
    [ctx.group.id, milestone],
  )
  return inOrder(rows.map(({ id, name, priority, weight }) => ({ team: { id, name }, priority, weight })))
}

const inOrder = (lanes: readonly Lane[]): Lane[] =>
  lanes.toSorted((a, b) => Number(a.team.id) - Number(b.team.id) || a.priority - b.priority)

/** Carry-over as it was weighed, or as what is left of it: the issue keeps its own weight. */
export const weighCarryOver = (ctx: Ctx, { milestone, ref, weight }: InputOf<typeof weighing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'capacity.override')
    const { id, title } = await planned(ctx, milestone)
    await issueFacts(ctx, ref)
    const { rows } = await ctx.db.query<{ weight: number }>(
      'delete from carry_over_weights where group_id = $1 and milestone_id = $2 and issue_number = $3 returning weight',
      [ctx.group.id, Number(id), ref],
    )
    const from = rows[0]?.weight ?? null
    if (from === null && weight === null) return { event: await lastEvent(ctx) }
    if (weight !== null) {
      await ctx.db.query(
        'insert into carry_over_weights (group_id, milestone_id, issue_number, weight) values ($1, $2, $3, $4)',
        [ctx.group.id, Number(id), ref, weight],
      )
    }
    const data = { milestone: { id, title }, ref, from, to: weight }
    return { event: await record(ctx, { type: 'capacity.carry_over_weighed', data }) }
  })
