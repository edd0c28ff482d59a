import { z } from 'zod'

/** RFC 9457. `code` is stable; `detail` is a sentence for people; `field` names what was wrong with the input. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  fields: z.array(z.object({ field: z.string(), because: z.string() })).optional(),
  request: z.string().optional(),
})
export type Problem = z.output<typeof problem>
