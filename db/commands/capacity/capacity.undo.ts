import type { PersonRef, TitledRef } from '#lib/domain/event-refs.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../../context.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { handleOf } from '../people.undo.ts'
import { milestoneAddress, teamAddress } from './addresses.ts'
import { confirmCapacity, reopenCapacity } from './confirm.ts'
import { giveDuty, setDuty } from './duty.ts'
import { setLanes, weighCarryOver } from './lanes.ts'
import { overrideCapacity } from './override.ts'

export const capacityUndo: UndoHandlers<'capacity'> = {
  'capacity.overridden': async (ctx, { data: { team, weekOn, term, from, ...named } }) =>
    overrideCapacity(ctx, {
      ...(await addressOf(ctx, named)),
      team: team && (await teamAddress(ctx, team)),
      weekOn,
      term,
      value: from?.value ?? null,
      reason: from?.reason,
    }),
  'capacity.confirmed': async (ctx, { data }) => reopenCapacity(ctx, await addressOf(ctx, data)),
  'capacity.reopened': async (ctx, { data }) => confirmCapacity(ctx, await addressOf(ctx, data)),
  'capacity.lanes_set': async (ctx, { data: { milestone, from } }) => {
    const lanes = await Promise.all(
      from.map(async ({ team, priority, weight }) => ({
        team: await teamAddress(ctx, team),
        priority,
        weight,
      })),
    )
    return setLanes(ctx, { group: ctx.group.slug, milestone: await milestoneAddress(ctx, milestone), lanes })
  },
  'capacity.carry_over_weighed': async (ctx, { data: { milestone, ref, from } }) =>
    weighCarryOver(ctx, {
      group: ctx.group.slug,
      milestone: await milestoneAddress(ctx, milestone),
      ref,
      weight: from,
    }),
}

export const dutiesUndo: UndoHandlers<'duty'> = {
  'duty.set': async (ctx, { data: { team, weekOn, from, to } }) => {
    // who took it over gives it back; all else is the engineering manager's
    if (to?.id === ctx.actor.id && !may(ctx.actor, 'duty.assign'))
      return giveDuty(ctx, { team, week: weekOn, to: from })
    return setDuty(ctx, {
      group: ctx.group.slug,
      team: await teamAddress(ctx, team),
      week: weekOn,
      person: from && (await handleOf(ctx, from.id)),
    })
  },
}

const addressOf = async (ctx: Ctx, { milestone, person }: { milestone: TitledRef; person: PersonRef }) => ({
  group: ctx.group.slug,
  milestone: await milestoneAddress(ctx, milestone),
  person: await handleOf(ctx, person.id),
})
