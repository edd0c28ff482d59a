import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, slug, timeOfDay } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const answer = z.strictObject({ event: z.number() })

export const planSession = z.strictObject({
  at: instant,
  /** In the group's time zone, the time as HH:MM. */
  day,
  time: z.string(),
  by: handle.nullable(),
  invited: z.array(
    z.strictObject({
      person: handle,
      name: z.string(),
      /** Null until they answer. */
      accepted: z.boolean().nullable(),
    }),
  ),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type PlanSession = z.output<typeof planSession>

export const scheduleSession = endpoint({
  id: 'plan.schedule_session',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/plan/session',
  summary: 'Schedule the joint planning session, or move it; another time asks everyone again',
  input: z.strictObject({
    ...inMilestone,
    day,
    /** In the group's time zone. */
    time: timeOfDay,
    invited: z.array(handle).min(1, 'Invite at least one person.').max(50),
  }),
  output: answer,
})

export const cancelSession = endpoint({
  id: 'plan.cancel_session',
  method: 'DELETE',
  path: '/groups/{group}/milestones/{milestone}/plan/session',
  summary: 'Cancel the joint planning session',
  input: z.strictObject(inMilestone),
  output: answer,
})

export const answerSession = endpoint({
  id: 'plan.answer_session',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/plan/session/answer',
  summary: 'Accept or decline your invitation to the joint planning session',
  input: z.strictObject({ ...inMilestone, accepted: z.boolean() }),
  output: answer,
})

export const startSession = endpoint({
  id: 'plan.start_session',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/plan/session/start',
  summary: 'Start the joint planning session; one that was not scheduled starts now',
  input: z.strictObject(inMilestone),
  output: answer,
})

export const endSession = endpoint({
  id: 'plan.end_session',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/plan/session/end',
  summary: 'End the joint planning session, which is recorded as held',
  input: z.strictObject(inMilestone),
  output: answer,
})

export const planSessionEndpoints = [
  scheduleSession,
  cancelSession,
  answerSession,
  startSession,
  endSession,
] satisfies Endpoint[]
