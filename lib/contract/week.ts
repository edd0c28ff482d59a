import { z } from 'zod'
import { capacityFacts } from './boards.ts'
import { endpoint } from './endpoint.ts'
import { card } from './issues.ts'
import { inGroup, instant } from './shapes.ts'

const named = { ref: z.number(), title: z.string() }

/** What needs one person in one group, the most pressing first; each list is short, and whole. */
export const week = z.strictObject({
  /** Mentions of mine that I have neither answered nor marked with an emoji, the oldest first. */
  mentions: z.array(z.strictObject({ ...named, by: z.string(), at: instant, words: z.string() })),
  /** Open weighings in which my weight is missing. */
  weighings: z.array(z.strictObject({ ...named, by: z.string(), at: instant })),
  /** Open issues that I drive or work on; the blocked ones are among them. */
  mine: z.array(card),
  /** Promised for the current milestone, ready, and driven by nobody: the next to take. */
  next: z.array(card),
  /** For whoever leads: what drifts, what the rules find, and how much of the milestone is said. */
  lead: z
    .strictObject({
      drift: z.array(z.strictObject({ ...named, because: z.string() })),
      findings: z.array(
        z.strictObject({
          code: z.string(),
          sentence: z.string(),
          issues: z.array(z.strictObject({ ...named, because: z.string() })),
        }),
      ),
      milestone: z
        .strictObject({
          slug: z.string(),
          title: z.string(),
          said: z.number(),
          done: z.number(),
          unweighted: z.number(),
          capacity: capacityFacts.nullable(),
        })
        .nullable(),
    })
    .nullable(),
})
export type Week = z.output<typeof week>

export const readWeek = endpoint({
  id: 'people.week',
  method: 'GET',
  path: '/groups/{group}/week',
  summary:
    'What needs you this week: mentions, weights, what you drive and what comes next; for the EM also what drifts',
  input: z.strictObject(inGroup),
  output: week,
  reads: ['issues', 'weighings', 'milestones', 'labels', 'teams', 'people', 'inbox'],
})
