import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { changedEpic } from './epics.ts'
import { asked } from './hand-overs.ts'
import { inGroup, issueRef, line } from './shapes.ts'

const inEpic = { ...inGroup, epic: issueRef }
const ofEpic = { ...inEpic, offer: issueRef }

export const handOverEpic = endpoint({
  id: 'epics.hand_over',
  method: 'POST',
  path: '/groups/{group}/epics/{epic}/hand-overs',
  summary:
    'Set the first tech lead, or ask an engineer to take an epic over, with context: the tech lead stays accountable until they accept; the EM may hand over at once',
  input: z.strictObject({ ...inEpic, ...asked }),
  output: changedEpic,
})

export const acceptEpic = endpoint({
  id: 'epics.accept_hand_over',
  method: 'POST',
  path: '/groups/{group}/epics/{epic}/hand-overs/{offer}/acceptance',
  summary: 'Accept the hand-over of an epic: you become its tech lead',
  input: z.strictObject(ofEpic),
  output: changedEpic,
})

export const declineEpic = endpoint({
  id: 'epics.decline_hand_over',
  method: 'POST',
  path: '/groups/{group}/epics/{epic}/hand-overs/{offer}/refusal',
  summary: 'Decline to take an epic over, with the reason; the tech lead stays the tech lead',
  input: z.strictObject({ ...ofEpic, reason: line(2_000) }),
  output: changedEpic,
})

export const withdrawEpic = endpoint({
  id: 'epics.withdraw_hand_over',
  method: 'DELETE',
  path: '/groups/{group}/epics/{epic}/hand-overs/{offer}',
  summary: 'Withdraw the hand-over of an epic that has no answer yet',
  input: z.strictObject(ofEpic),
  output: changedEpic,
})

export const epicHandOverEndpoints = [
  handOverEpic,
  acceptEpic,
  declineEpic,
  withdrawEpic,
] satisfies Endpoint[]
