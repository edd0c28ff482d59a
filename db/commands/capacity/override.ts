import type { overrideCapacity as endpoint } from '#lib/contract/capacity.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { weekStarts } from '#lib/domain/capacity/days.ts'
import { whyNotOverride } from '#lib/domain/capacity/rules.ts'
import type { Instead } from '#lib/domain/events/capacity.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { capacityOfPerson } from '../../queries/capacity.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle, teamBySlug } from '../../queries/facts.ts'
import { inTransaction } from '../../transaction.ts'
import { planned } from './planned.ts'

type Place = {
  milestone: string
  person: string
  team: string | null
  weekOn: string | null
  term: string
  sample?: boolean | undefined
}

/** Handbook › Capacity Planning: the manager's own figure in the place of one that was computed, with its reason. */
export const overrideCapacity = (
  ctx: Ctx,
  input: InputOf<typeof endpoint> & { sample?: boolean },
): Promise<OutputOf<typeof endpoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'capacity.override')
    const { days, ...milestone } = await planned(ctx, input.milestone)
    const box = { id: milestone.id, startOn: days[0] ?? '', dueOn: days.at(-1) ?? '' }
    const answer = async (event: number) => ({ event, ...(await capacityOfPerson(ctx, box, input.person)) })
    const person = await memberByHandle(ctx, input.person)
    const team = input.team ? await teamBySlug(ctx, input.team) : null
    const { term, weekOn = null, value } = input
    const reason = (input.reason ?? '').trim()
    const starts = weekStarts(days)
    const at = weekOn === null ? 0 : starts.indexOf(weekOn) * 7
    const stretch = weekOn === null ? days.length : Math.min(7, days.length - at)
    if (value !== null) insist(whyNotOverride({ term, value, reason, weekOn }, starts, stretch))
    const place = {
      milestone: milestone.id,
      person: person.id,
      team: team?.id ?? null,
      weekOn,
      term,
      sample: input.sample,
    }
    const from = await removed(ctx, place)
    if (value === null && from === null) return answer(await lastEvent(ctx))
    const to = value === null ? null : { value, reason }
    if (to !== null) await written(ctx, place, to)
    const data = {
      milestone,
      person: { id: person.id, name: person.name },
      team,
      weekOn,
      term,
      from,
      to,
    }
    return answer(await record(ctx, { type: 'capacity.overridden', data }))
  })

async function removed(ctx: Ctx, { milestone, person, team, weekOn, term }: Place): Promise<Instead | null> {
  const { rows } = await ctx.db.query<Instead>(
    `delete from capacity_overrides where group_id = $1 and milestone_id = $2 and person_id = $3
      and team_id is not distinct from $4::int and week_on is not distinct from $5::date and term = $6
      returning value::float as value, reason`,
    [ctx.group.id, Number(milestone), person, team, weekOn, term],
  )
  return rows[0] ?? null
}

const written = (
  ctx: Ctx,
  { milestone, person, team, weekOn, term, sample = false }: Place,
  { value, reason }: Instead,
) =>
  ctx.db.query(
    `insert into capacity_overrides (group_id, milestone_id, person_id, team_id, week_on, term, value, reason, by_id, created_at, sample)
      values ($1, $2, $3, $4::int, $5::date, $6, $7, $8, $9, $10, $11)`,
    [
      ctx.group.id,
      Number(milestone),
      person,
      team,
      weekOn,
      term,
      value,
      reason,
      ctx.actor.id,
      ctx.now,
      sample,
    ],
  )
