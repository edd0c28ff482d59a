import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { answerSession, cancelSession, endSession, scheduleSession, startSession } from './session.ts'
import { noteStep, setSteps } from './steps.ts'

const IN = { milestone: '18.9' }
const WHEN = { ...IN, day: '2026-01-08', invited: ['mohamed', 'jordan'] }

const FAMILIES: Families<'plan' | 'plan_step'> = {
  'plan.noted': {
    prepare: async () => {
      const to = (body: string) => (now: Ctx) => noteStep(now, { ...IN, step: 'weights', body })
      return [to('Three are left.'), to('One is left.'), to('')]
    },
  },
  'plan.session_set': {
    prepare: async () => [
      (now) => scheduleSession(now, { ...WHEN, time: '15:00' }),
      (now) => scheduleSession(now, { ...WHEN, time: '16:00' }),
      (now) => cancelSession(now, IN),
    ],
  },
  'plan.session_answered': {
    prepare: async (ctx) => {
      await scheduleSession(ctx, { ...WHEN, time: '15:00' })
      const to = (accepted: boolean) => (now: Ctx) => answerSession(now, { ...IN, accepted })
      return [to(true), to(false)]
    },
  },
  'plan.session_ran': {
    prepare: async () => [(now) => startSession(now, IN), (now) => endSession(now, IN)],
  },
  'plan_step.set': {
    prepare: async () => {
      const to = (dueBefore: number) => (now: Ctx) =>
        setSteps(now, { steps: [{ key: 'weights', dueBefore, owner: 'em' }] })
      return [to(4), to(5), to(3)]
    },
  },
}

testUndoOf(FAMILIES)
