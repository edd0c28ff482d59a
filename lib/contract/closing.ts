import { z } from 'zod'
import {
  DESTINATIONS,
  LONGEST_SLIP_TEXT,
  MILESTONE_OUTCOMES,
  SLIP_REASONS,
} from '#lib/domain/closing/reasons.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { handle, inGroup, instant, number, slug, text } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const slipReason = z.enum(SLIP_REASONS)
const person = z.strictObject({ handle, name: z.string() })

/** Counts and weights of what was assigned and of what was completed. */
const sums = z.strictObject({
  assigned: z.number(),
  completed: z.number(),
  assignedWeight: z.number(),
  completedWeight: z.number(),
  /** completed ÷ assigned in whole percent; null where nothing was assigned. */
  percent: z.number().nullable(),
})

const unfinished = z.strictObject({
  ref: z.number(),
  title: z.string(),
  weight: z.number().nullable(),
  team: z.strictObject({ slug, name: z.string() }).nullable(),
  dri: person.nullable(),
  /** Of the workflow, by its title; null without one. */
  state: z.string().nullable(),
  /** It counts as assigned and not completed: it needs a slip reason. */
  slipped: z.boolean(),
  /** In how many milestones it slipped before. */
  slips: z.number(),
  proposal: z.strictObject({ reason: slipReason, because: z.string() }).nullable(),
})

const open = unfinished.extend({
  /** Why it cannot stay a Deliverable of the next milestone, in words; null where it can. */
  notNext: z.string().nullable(),
})
export type OpenDeliverable = z.output<typeof open>

const gone = unfinished.extend({
  /** It was taken out of the milestone, or closed too late or as something else than done. */
  how: z.enum(['left', 'late', 'not_done']),
})
export type GoneDeliverable = z.output<typeof gone>

const destination = z.strictObject({ slug, title: z.string(), to: z.enum(['next', 'shelf']) })

export const closing = z.strictObject({
  milestone: milestoneFacts,
  /** Why it cannot be closed now, in words: it is closed, or has not started. Then nothing else is told. */
  whyNot: z.string().nullable(),
  /** Days left after today; 0 from the due day on. */
  daysLeft: z.number(),
  /** The milestone that follows first, then the shelves. */
  destinations: z.array(destination),
  /** What is proposed for everything that is open. */
  proposed: slug.nullable(),
  open: z.array(open),
  gone: z.array(gone),
  /** Open issues that are no Deliverables, which move together. */
  others: z.number(),
  sums,
})
export type Closing = z.output<typeof closing>

export const readClosing = endpoint({
  id: 'milestones.read_closing',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/closing',
  summary: 'What is open in a milestone that is to be closed, with proposals of destination and slip reason',
  input: z.strictObject(inMilestone),
  output: closing,
  reads: ['milestones', 'issues', 'time_off'],
})

const choice = z.strictObject({
  ref: number,
  /** Slug of the next milestone or of a shelf, null for none. Needed for what is open. */
  destination: slug.nullable().optional(),
  /** Needed for what is open and counts as assigned and not completed. */
  reason: slipReason.optional(),
  text: text(LONGEST_SLIP_TEXT).optional(),
  /** Takes Deliverable off on the way to the next milestone; to a shelf or none it comes off by itself. */
  withoutDeliverable: z.boolean().optional(),
})
export type ClosingChoice = z.output<typeof choice>

export const closeMilestone = endpoint({
  id: 'milestones.close',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/close',
  summary:
    'Close a milestone: each open Deliverable gets a destination and a slip reason, all or none of them',
  input: z.strictObject({
    ...inMilestone,
    issues: z.array(choice).max(1000),
    /** Where open issues that are no Deliverables go; left out, to the next milestone or to Next 1-3. */
    others: slug.nullable().optional(),
    /** Confirms that it closes before its due day. */
    early: z.boolean().optional(),
  }),
  output: z.strictObject({
    milestone: milestoneFacts,
    event: z.number(),
    sums,
    /** How many issues went to another place. */
    moved: z.number(),
    /** Issues of the request that were closed or had left meanwhile: nothing was moved of them. */
    changed: z.array(z.strictObject({ ref: z.number(), because: z.string() })),
    reopenUntil: instant,
  }),
})

export const reopenMilestone = endpoint({
  id: 'milestones.reopen',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/reopen',
  summary: 'Reopen a milestone within a day of its closing: what moved and did not change since comes back',
  input: z.strictObject(inMilestone),
  output: z.strictObject({
    milestone: milestoneFacts,
    event: z.number(),
    /** How many issues came back. */
    back: z.number(),
    stayed: z.array(z.strictObject({ ref: z.number(), because: z.string() })),
  }),
})

const outcomeRow = z.strictObject({
  ref: z.number(),
  title: z.string(),
  /** At the end of the milestone, and when the issue came on the Build Board; the latter null also where it is not known. */
  weight: z.number().nullable(),
  firstWeight: z.number().nullable(),
  type: z.enum(WORK_TYPES).nullable(),
  team: z.string().nullable(),
  dri: person.nullable(),
  atStart: z.boolean(),
  enteredAt: instant,
  outcome: z.enum(MILESTONE_OUTCOMES),
  destination: z.strictObject({ kind: z.enum(DESTINATIONS), title: z.string().nullable() }).nullable(),
  reason: slipReason.nullable(),
  text: z.string(),
  /** The reason of the push-back by which it is reprioritised; null for everything else. */
  pushBack: z.string().nullable(),
})
export type OutcomeRow = z.output<typeof outcomeRow>

export const outcomes = z.strictObject({
  milestone: milestoneFacts,
  /** Null while it is open. */
  closedAt: instant.nullable(),
  /** The moment as of which the outcome is so; null while it can change. */
  frozenAt: instant.nullable(),
  closedBy: z.string().nullable(),
  /** Until when the engineering manager can reopen it; null while it is open and after that. */
  reopenUntil: instant.nullable(),
  /** Of all issues, also of those that the reader may not see. */
  sums,
  items: z.array(outcomeRow),
  /** Issues that count above and that the reader may not see. */
  notShown: z.number(),
})
export type Outcomes = z.output<typeof outcomes>

export const listOutcomes = endpoint({
  id: 'milestones.outcomes',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/outcomes',
  summary: 'What became of each issue that was assigned in a milestone, as it was frozen at its end',
  input: z.strictObject(inMilestone),
  output: outcomes,
  reads: ['milestones', 'issues'],
})

export const closingEndpoints = [
  readClosing,
  closeMilestone,
  reopenMilestone,
  listOutcomes,
] satisfies Endpoint[]
