import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { issueState } from './issues.ts'
import { inGroup, issueRef } from './shapes.ts'

export const readRefinement = endpoint({
  id: 'refinements.read',
  method: 'GET',
  path: '/groups/{group}/issues/{ref}/refinement',
  summary: 'The issues that a refinement issue lists, with their weights, and how many of them are weighed',
  input: z.strictObject({ ...inGroup, ref: issueRef }),
  output: z.strictObject({
    /** The counts are the group's, for every reader. */
    weighed: z.number(),
    of: z.number(),
    notShown: z.number(),
    items: z.array(
      z.strictObject({
        ref: z.number(),
        title: z.string(),
        state: issueState,
        weight: z.number().nullable(),
        split: z.boolean(),
        spike: z.boolean(),
        dri: z.string().nullable(),
        /** It has a weight, or needs none any more: it is closed, split, or a spike. */
        refined: z.boolean(),
      }),
    ),
  }),
  reads: ['issues'],
})
export type Refinement = z.output<typeof readRefinement.output>
