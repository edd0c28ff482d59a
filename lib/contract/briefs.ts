import { z } from 'zod'
import { MILESTONE_OUTCOMES } from '#lib/domain/closing/reasons.ts'
import { DRIFT_KINDS } from '#lib/domain/drift.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { fan } from './forecast.ts'
import { MILESTONE_READS } from './forecast-shapes.ts'
import { day, handle, inGroup, instant, role, slug } from './shapes.ts'

const person = z.strictObject({ handle, name: z.string() })
const sum = z.strictObject({ count: z.number(), weight: z.number() })
const issue = { ref: z.number(), title: z.string() }

const item = z.strictObject({
  ...issue,
  /** Nothing where it was split, null without one. */
  weight: z.number().nullable(),
  team: z.string().nullable(),
  dri: person.nullable(),
  /** `open`: not completed, in a milestone that is not over. */
  outcome: z.enum([...MILESTONE_OUTCOMES, 'open']),
  /** Where it is now; null once the outcome is frozen. */
  state: z.enum([...STATES, 'none', 'done', 'dropped']).nullable(),
  /** The day on which it was promised. */
  on: day,
  /** Why it slipped or was reprioritised; empty where that was not said. */
  because: z.string(),
  /** Where it went when the milestone was closed. */
  wentTo: z.string().nullable(),
})
export type BriefItem = z.output<typeof item>

const items = z.strictObject({
  /** Of the group, for every reader the same. */
  sum,
  items: z.array(item),
  /** Those that count and that the reader may not see. */
  notShown: z.number(),
})
export type BriefItems = z.output<typeof items>

const span = z.strictObject({ startOn: day.nullable(), dueOn: day.nullable() })

export const brief = z.strictObject({
  group: z.string(),
  /** IANA name of the time zone of the group. */
  zone: z.string(),
  milestone: milestoneFacts,
  today: day,
  phase: z.enum(['ahead', 'running', 'over']),
  sentence: z.string(),
  /** What was on the Build Board when the first day began; before it, what is there now. */
  promised: items,
  moved: z.strictObject({
    /** Promised after the start. */
    added: items,
    /** Taken off with an accepted push-back. */
    reprioritised: items,
    /** Not completed, in a milestone that is over. */
    slipped: items,
    /** Taken off the board, or closed without being done, in a milestone that is not over. */
    gone: z.array(item),
    /** Days that were changed while the milestone ran: its own, and due dates of what was promised. The latest first. */
    redated: z.array(
      z.strictObject({
        /** Null for the milestone. */
        ref: z.number().nullable(),
        title: z.string(),
        from: span,
        to: span,
        on: day,
      }),
    ),
  }),
  risks: z.strictObject({
    blocked: z.array(
      z.strictObject({
        ...issue,
        dri: person.nullable(),
        need: z.string(),
        from: z.string(),
        since: instant.nullable(),
      }),
    ),
    blockedNotShown: z.number(),
    /** Who is away, and when, is not said. */
    drift: z.array(z.strictObject({ ...issue, kind: z.enum(DRIFT_KINDS), because: z.string() })),
    forecast: fan.omit({ days: true }).nullable(),
    /** Why there is no forecast. */
    noForecast: z.string().nullable(),
    /** Null once it is over. */
    capacity: z.strictObject({ weight: z.number(), load: z.number() }).nullable(),
  }),
  ask: z.strictObject({
    people: z.array(z.strictObject({ ...person.shape, role, title: z.string(), acting: z.boolean() })),
    /** DRIs of what is promised and not done. */
    dris: z.array(z.strictObject({ ...person.shape, refs: z.array(z.number()) })),
    teams: z.array(z.strictObject({ slug: z.string(), name: z.string(), people: z.array(z.string()) })),
  }),
  /** The latest first; the first of them only. */
  news: z.array(
    z.strictObject({
      ref: z.number().nullable(),
      title: z.string().nullable(),
      text: z.string(),
      at: instant,
    }),
  ),
  /** When you looked at it before; null in a first visit. */
  lookedAt: instant.nullable(),
})
export type Brief = z.output<typeof brief>

export const readBrief = endpoint({
  id: 'briefs.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/brief',
  summary:
    'The brief of a milestone for stakeholders: what was committed, what moved and why, risks, who to ask, and what changed since you looked at its page',
  input: z.strictObject({ ...inGroup, milestone: slug }),
  output: brief,
  reads: MILESTONE_READS,
})
