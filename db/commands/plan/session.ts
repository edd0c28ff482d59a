import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  answerSession as answer,
  cancelSession as cancel,
  endSession as end,
  scheduleSession as schedule,
  startSession as start,
} from '#lib/contract/plan-session.ts'
import type { TitledRef } from '#lib/domain/event-refs.ts'
import {
  whyNotAnswer,
  whyNotCancel,
  whyNotEnd,
  whyNotSchedule,
  whyNotStart,
} from '#lib/domain/plan/session.ts'
import { insist } from '#lib/kit/failure.ts'
import { atTime } from '#lib/kit/zone.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { type SessionRow, sessionOf } from '../../queries/plan-session.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'
import { plannedMilestone } from './planned.ts'
import { runSession, setSession } from './write-session.ts'

/** Handbook: "Joint planning session to finalise the planning board (PM, EM)". Another time asks everyone again. */
export const scheduleSession = (
  ctx: Ctx,
  {
    milestone: slug,
    day,
    time,
    invited,
    sample = false,
  }: Omit<InputOf<typeof schedule>, 'group'> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.session')
    const milestone = await plannedMilestone(ctx, slug)
    const before = await sessionOf(ctx, milestone.id)
    insist(whyNotSchedule(before && rulesOf(before)))
    const people = await Promise.all([...new Set(invited)].map((handle) => memberByHandle(ctx, handle)))
    const at = atTime(ctx.group.zone, day, time).toISOString()
    const stays = before?.at === at
    const answers = new Map(before?.invited.map(({ id, accepted }) => [id, accepted]))
    const to = {
      at,
      invited: people
        .map(({ id, name }) => ({ id, name, accepted: stays ? (answers.get(id) ?? null) : null }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }
    return { event: await setSession(ctx, milestone, before, to, sample) }
  })

export const cancelSession = (ctx: Ctx, { milestone: slug }: Pick<InputOf<typeof cancel>, 'milestone'>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.session')
    const milestone = await plannedMilestone(ctx, slug)
    const before = await sessionOf(ctx, milestone.id)
    insist(whyNotCancel(before && rulesOf(before)))
    return { event: await setSession(ctx, milestone, before, null) }
  })

/** Each of the invited answers for themselves. */
export const answerSession = (
  ctx: Ctx,
  { milestone: slug, accepted }: Omit<InputOf<typeof answer>, 'group'>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.answer')
    const milestone = await plannedMilestone(ctx, slug)
    const session = await sessionOf(ctx, milestone.id)
    insist(whyNotAnswer(session && rulesOf(session), ctx.actor.id))
    return { event: await writeAnswer(ctx, milestone, session, accepted) }
  })

/** Also what taking an answer back comes to. */
export async function writeAnswer(
  ctx: Ctx,
  milestone: TitledRef,
  session: SessionRow | null,
  to: boolean | null,
): Promise<number> {
  const person = meOf(ctx)
  const from = session?.invited.find(({ id }) => id === person.id)?.accepted ?? null
  if (from === to) return lastEvent(ctx)
  await ctx.db.query(
    'update plan_invitations set accepted = $4 where group_id = $1 and milestone_id = $2 and person_id = $3',
    [ctx.group.id, Number(milestone.id), person.id, to],
  )
  return record(ctx, { type: 'plan.session_answered', data: { milestone, person, from, to } })
}

/** One that was not scheduled starts now all the same: it is recorded that it was held. */
export const startSession = (ctx: Ctx, { milestone: slug }: Pick<InputOf<typeof start>, 'milestone'>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.session')
    const milestone = await plannedMilestone(ctx, slug)
    const before = await sessionOf(ctx, milestone.id)
    insist(whyNotStart(before && rulesOf(before)))
    return { event: await runSession(ctx, milestone, before, 'running') }
  })

export const endSession = (ctx: Ctx, { milestone: slug }: Pick<InputOf<typeof end>, 'milestone'>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.session')
    const milestone = await plannedMilestone(ctx, slug)
    const session = await sessionOf(ctx, milestone.id)
    insist(whyNotEnd(session && rulesOf(session)))
    return { event: await runSession(ctx, milestone, session, 'held') }
  })

const rulesOf = ({ startedAt, endedAt, invited }: SessionRow) => ({
  startedAt,
  endedAt,
  invited: invited.map(({ id }) => id),
})
