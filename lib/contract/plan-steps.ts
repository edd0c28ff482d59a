import { z } from 'zod'
import { MOST_DAYS_BEFORE, STEP_OWNERS, STEPS } from '#lib/domain/plan/steps.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { inGroup, slug, text } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const answer = z.strictObject({ event: z.number() })

export const stepKey = z.enum(STEPS)

const setting = z.strictObject({
  key: stepKey,
  /** Working days before the start of the milestone: 1 is the last one before it. */
  dueBefore: z.number().int('Whole days only.').min(0).max(MOST_DAYS_BEFORE),
  owner: z.enum(STEP_OWNERS),
})

export const readSteps = endpoint({
  id: 'plan.read_steps',
  method: 'GET',
  path: '/groups/{group}/plan-steps',
  summary: 'When the steps of planning are due, counted back from the start, and who leads each',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    steps: z.array(setting.extend({ title: z.string(), sentence: z.string() })),
  }),
  reads: ['plan'],
})

export const setSteps = endpoint({
  id: 'plan.set_steps',
  method: 'PUT',
  path: '/groups/{group}/plan-steps',
  summary: 'Set when steps of planning are due and who leads them; steps that are left out stay',
  input: z.strictObject({ ...inGroup, steps: z.array(setting).max(STEPS.length) }),
  output: answer,
})

export const noteStep = endpoint({
  id: 'plan.note',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/plan/notes',
  summary:
    'Write the note of a step; empty text removes it. With the note that was read, a newer note is kept (409, stale)',
  input: z.strictObject({
    ...inMilestone,
    step: stepKey,
    body: text(2_000),
    /** The note as it was read. Without it, the one that is sent counts. */
    was: text(2_000).optional(),
  }),
  output: answer,
})

export const planStepEndpoints = [readSteps, setSteps, noteStep] satisfies Endpoint[]
