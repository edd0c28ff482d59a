import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, issueRef, slug } from './shapes.ts'

const duty = z.strictObject({
  team: slug,
  /** The Monday by which the week is known. */
  week: day,
  person: handle,
  name: z.string(),
  /** When cover was asked for last, while the same person has it; null for not. */
  asked: instant.nullable(),
  mayAsk: z.boolean(),
  mayTake: z.boolean(),
})
export type CoverDuty = z.output<typeof duty>

const driven = z.strictObject({
  ref: z.number(),
  title: z.string(),
  /** Its DRI. */
  person: handle,
  name: z.string(),
  /** First and last day of the absence, both included. */
  from: day,
  to: day,
  asked: instant.nullable(),
})
export type CoverIssue = z.output<typeof driven>

export const listCover = endpoint({
  id: 'cover.list',
  method: 'GET',
  path: '/groups/{group}/cover',
  summary:
    'Triage duty between two days, for four weeks from today unless said, and active issues whose DRI is away then: your own, as the EM all',
  input: z.strictObject({ ...inGroup, from: day.optional(), to: day.optional() }),
  output: z.strictObject({ duties: z.array(duty), issues: z.array(driven) }),
  reads: ['capacity', 'time_off', 'issues', 'people', 'teams', 'milestones'],
})

const answer = z.strictObject({ event: z.number() })
const ofDuty = { ...inGroup, team: slug, week: day }

export const askDutyCover = endpoint({
  id: 'cover.ask_duty',
  method: 'POST',
  path: '/groups/{group}/teams/{team}/triage-duties/cover',
  summary: 'Ask the EM and the functional team to cover your triage duty in the week of a Monday',
  input: z.strictObject(ofDuty),
  output: answer,
})

export const takeDuty = endpoint({
  id: 'cover.take_duty',
  method: 'POST',
  path: '/groups/{group}/teams/{team}/triage-duties/take',
  summary: 'Take over triage duty of your functional team whose person is away or asked for cover',
  input: z.strictObject(ofDuty),
  output: answer,
})

export const askIssueCover = endpoint({
  id: 'cover.ask_issue',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/cover',
  summary: 'Ask the EM and the functional team to cover an issue that you drive while you are away',
  input: z.strictObject({ ...inGroup, ref: issueRef }),
  output: answer,
})

export const coverEndpoints = [listCover, askDutyCover, takeDuty, askIssueCover] satisfies Endpoint[]
