import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changed } from './issues.ts'
import { handle, inGroup, issueRef, line, text } from './shapes.ts'

const one = { ...inGroup, ref: issueRef }
const offer = { ...one, offer: issueRef }

/** What is asked of the next DRI. */
export const asked = {
  /** Whom the asker saw as the DRI; where another person is by now, nothing is handed over. */
  from: handle.nullable(),
  to: handle,
  /** What is done, which threads are open, the next step; so that the next DRI does not start from scratch. */
  context: text(10_000).optional(),
  /** Without waiting for an answer: the EM alone. */
  atOnce: z.boolean().optional(),
}

export const handOverIssue = endpoint({
  id: 'issues.hand_over',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/hand-overs',
  summary:
    'Set the first DRI, or ask a person to take over, with context: the DRI stays accountable until they accept; the EM may hand over at once',
  input: z.strictObject({ ...one, ...asked }),
  output: changed,
})

export const acceptHandOver = endpoint({
  id: 'issues.accept_hand_over',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/hand-overs/{offer}/acceptance',
  summary: 'Accept a hand-over: you become the DRI',
  input: z.strictObject(offer),
  output: changed,
})

export const declineHandOver = endpoint({
  id: 'issues.decline_hand_over',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/hand-overs/{offer}/refusal',
  summary: 'Decline to take over, with the reason; the DRI stays the DRI',
  input: z.strictObject({ ...offer, reason: line(2_000) }),
  output: changed,
})

export const withdrawHandOver = endpoint({
  id: 'issues.withdraw_hand_over',
  method: 'DELETE',
  path: '/groups/{group}/issues/{ref}/hand-overs/{offer}',
  summary: 'Withdraw a hand-over that has no answer yet',
  input: z.strictObject(offer),
  output: changed,
})
