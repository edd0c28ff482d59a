import { z } from 'zod'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { DRIFT_KINDS } from '#lib/domain/drift.ts'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { endpoint } from './endpoint.ts'
import { milestoneFacts, personFacts } from './facts.ts'
import { MILESTONE_READS } from './forecast-shapes.ts'
import { day, inGroup, instant, number, slug, text } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const sum = z.strictObject({ count: z.number(), weight: z.number() })
const issue = { ref: z.number(), title: z.string() }

const change = z.strictObject({
  ...issue,
  /** `dropped`: closed without being done. */
  kind: z.enum(['added', 'removed', 'done', 'reopened', 'dropped', 'weighed']),
  weight: z.number(),
  /** The weight before, where that is what changed. */
  was: z.number().optional(),
})
export type OverviewChange = z.output<typeof change>

export const burnUp = z.strictObject({
  /** What was on the Build Board when the first day began. */
  promise: sum,
  /** From the first day to today, or to the last one: as it was at the end of the day, of today as it is. */
  days: z.array(
    z.strictObject({
      day,
      scope: sum,
      done: sum,
      changes: z.array(change),
      /** Issues of which the reader may not see what changed. */
      notShown: z.number(),
    }),
  ),
})
export type OverviewBurnUp = z.output<typeof burnUp>

/** Of Deliverables: sums are the group's, lists hold what the reader may see. */
export const overview = z.strictObject({
  milestone: milestoneFacts.extend({ closedOn: day.nullable() }),
  /** “Day 13 of 28”: 0 before the first. */
  day: z.strictObject({ day: z.number(), of: z.number() }),
  today: day,
  /** Markdown. */
  goals: z.string(),
  goalsVersion: z.number(),
  /** Null before the first day. */
  burnUp: burnUp.nullable(),
  /** Public holidays and days off of the group in the days of the milestone; weekends are not told. */
  daysOff: z.array(z.strictObject({ day, name: z.string() })),
  /** Candidates against what the group can carry, as the page of capacity has it; null once the milestone is over. */
  capacity: z
    .strictObject({
      weight: z.number(),
      load: z.number(),
      unweighted: z.number(),
      teams: z.array(z.strictObject({ team: slug, name: z.string(), weight: z.number(), load: z.number() })),
    })
    .nullable(),
  /** Now on the Build Board; null once the milestone is closed. */
  deliverables: z
    .strictObject({
      ...sum.shape,
      done: sum,
      unweighted: z.number(),
      /** What counts of the weight in the middle of the milestone, with the terms of its sum; null without a weight. */
      progress: z
        .strictObject({
          percent: z.number(),
          weight: z.number(),
          counts: z.number(),
          /** `share` in percent. */
          parts: z.array(z.strictObject({ share: z.number(), weight: z.number(), counts: z.number() })),
        })
        .nullable(),
      /** In the order of work; only what holds any. `filter` lists its issues. */
      states: z.array(
        z.strictObject({
          state: z.enum([...STATES, 'none', 'done', 'dropped']),
          ...sum.shape,
          filter: z.string(),
        }),
      ),
      /** The longest wait first. */
      blocked: z.array(
        z.strictObject({
          ...issue,
          dri: personFacts.pick({ handle: true, name: true }).nullable(),
          need: z.string(),
          from: z.string(),
          since: instant.nullable(),
        }),
      ),
      /** All that are blocked. */
      blockedCount: z.number(),
      /** Those that count above and that the reader may not see. */
      notShown: z.number(),
    })
    .nullable(),
  /** Open issues of the milestone whose DRI is missing, away, left, or does not work on them. */
  drift: z.array(z.strictObject({ ...issue, kind: z.enum(DRIFT_KINDS), because: z.string() })),
  /** What DRIs said last of active work: issues, then epics; null where it does not run. */
  confidence: z
    .array(
      z.strictObject({
        kind: z.enum(NUMBERED_KINDS),
        ...issue,
        /** Null while there is no update. */
        confidence: z.enum(CONFIDENCES).nullable(),
      }),
    )
    .nullable(),
  /** As the days of a milestone that is over ended; null while it runs. */
  outcome: z.strictObject({ assigned: sum, completed: sum, moved: sum }).nullable(),
})
export type Overview = z.output<typeof overview>

export const readMilestone = endpoint({
  id: 'milestones.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}',
  summary:
    'A milestone: days, goals, capacity against load, burn-up, Deliverables by state, what is blocked and what drifts',
  input: z.strictObject(inMilestone),
  output: overview,
  reads: MILESTONE_READS,
})

export const editGoals = endpoint({
  id: 'milestones.edit_goals',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/goals',
  summary:
    'Write the goals of a milestone, as read in a version; editing an older version returns both texts (409, stale)',
  input: z.strictObject({ ...inMilestone, goals: text(20_000), version: number }),
  output: z.strictObject({ version: z.number(), event: z.number() }),
})
