import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { changed } from './issues.ts'
import { handle, inGroup, instant, issueRef, text, weight } from './shapes.ts'

const one = { ...inGroup, ref: issueRef }

/**
 * Several people weigh one issue without seeing each other's weight. Until it is revealed, `weight` and `reason` are
 * there for the reader's own vote alone; who has voted is no secret.
 */
export const weighing = z.strictObject({
  openedBy: z.string().nullable(),
  openedAt: instant,
  revealedAt: instant.nullable(),
  /** Agreed on, or given up where `agreed` is null. */
  closedAt: instant.nullable(),
  agreed: z.number().nullable(),
  votes: z.array(
    z.strictObject({
      person: z.string(),
      voted: z.boolean(),
      weight: z.number().nullable(),
      reason: z.string(),
    }),
  ),
})
export type Weighing = z.output<typeof weighing>

export const readWeighing = endpoint({
  id: 'weighings.read',
  method: 'GET',
  path: '/groups/{group}/issues/{ref}/weighing',
  summary: 'The latest estimation of an issue, and the people a new one would ask',
  input: z.strictObject(one),
  output: z.strictObject({
    weighing: weighing.nullable(),
    /** Engineers of its functional team, or of the group where that are fewer than two. */
    proposed: z.array(z.string()),
  }),
  reads: ['weighings', 'teams', 'people'],
})

export const openWeighing = endpoint({
  id: 'weighings.open',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/weighing',
  summary: 'Ask several people to estimate an issue, with hidden weights',
  input: z.strictObject({ ...one, asked: z.array(handle).max(50).optional() }),
  output: changed,
})

export const voteWeight = endpoint({
  id: 'weighings.vote',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/weighing/vote',
  summary: 'Give your weight, with an optional reason; the last vote reveals all weights',
  input: z.strictObject({ ...one, weight, reason: text(1_000).optional() }),
  output: changed,
})

export const revealWeights = endpoint({
  id: 'weighings.reveal',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/weighing/reveal',
  summary: 'Reveal the weights before everyone has voted',
  input: z.strictObject(one),
  output: changed,
})

export const agreeOnWeight = endpoint({
  id: 'weighings.agree',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/weighing/agreement',
  summary: 'Agree on a weight, which becomes the weight of the issue',
  input: z.strictObject({ ...one, weight }),
  output: changed,
})

export const abandonWeighing = endpoint({
  id: 'weighings.abandon',
  method: 'DELETE',
  path: '/groups/{group}/issues/{ref}/weighing',
  summary: 'Cancel an estimation; hidden weights stay hidden',
  input: z.strictObject(one),
  output: changed,
})

export const weighingEndpoints = [
  readWeighing,
  openWeighing,
  voteWeight,
  revealWeights,
  agreeOnWeight,
  abandonWeighing,
] satisfies Endpoint[]
