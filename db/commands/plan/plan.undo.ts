import type { TitledRef } from '#lib/domain/event-refs.ts'
import { authorise, type Ctx } from '../../context.ts'
import { sessionOf } from '../../queries/plan-session.ts'
import { milestoneAddress } from '../capacity/addresses.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { plannedMilestone } from './planned.ts'
import { writeAnswer } from './session.ts'
import { noteStep, writeSteps } from './steps.ts'
import { runSession, setSession } from './write-session.ts'

export const planUndo: UndoHandlers<'plan'> = {
  'plan.noted': async (ctx, { data: { milestone, step, from } }) =>
    noteStep(ctx, { milestone: await milestoneAddress(ctx, milestone), step, body: from }),
  'plan.session_set': async (ctx, { data: { milestone, from } }) => {
    authorise(ctx, 'planning.session')
    return setSession(ctx, await still(ctx, milestone), await sessionOf(ctx, milestone.id), from)
  },
  'plan.session_answered': async (ctx, { data: { milestone, from } }) => {
    authorise(ctx, 'planning.answer')
    return writeAnswer(ctx, await still(ctx, milestone), await sessionOf(ctx, milestone.id), from)
  },
  'plan.session_ran': async (ctx, { data: { milestone, from } }) => {
    authorise(ctx, 'planning.session')
    return runSession(ctx, await still(ctx, milestone), await sessionOf(ctx, milestone.id), from)
  },
}

/** The milestone of an event, as long as it is planned. */
const still = async (ctx: Ctx, milestone: TitledRef) =>
  plannedMilestone(ctx, await milestoneAddress(ctx, milestone))

export const planStepsUndo: UndoHandlers<'plan_step'> = {
  'plan_step.set': async (ctx, { data: { steps } }) => {
    authorise(ctx, 'planning.steps')
    return writeSteps(
      ctx,
      steps.map(({ key, from }) => ({ key, to: from })),
    )
  },
}
