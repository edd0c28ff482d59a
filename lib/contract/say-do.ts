import { z } from 'zod'
import { DESTINATIONS, MILESTONE_OUTCOMES, SLIP_REASONS } from '#lib/domain/closing/reasons.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { DEFINITIONS, UNITS } from '#lib/domain/say-do/definitions.ts'
import { endpoint, type Endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { day, handle, inGroup, instant, moment, slug, warning } from './shapes.ts'

/** A slug, or `current`, or `last` for the latest that is over. */
const inMilestone = { ...inGroup, milestone: slug }

const sum = z.strictObject({ count: z.number(), weight: z.number() })
const refs = z.array(z.number())
/** From 0 to 1; null where nothing was said. */
const ratio = z.number().nullable()
const spread = z.strictObject({ low: z.number(), high: z.number() }).nullable()
const workType = z.enum(WORK_TYPES)

const item = z.strictObject({
  ref: z.number(),
  title: z.string(),
  /** Of the end of the milestone, or as it is while it runs; 0 for the original of a split. */
  weight: z.number().nullable(),
  /** With which it came on the Build Board; null where it had none, or none is known. */
  firstWeight: z.number().nullable(),
  /** The two differ: it was weighed again in the milestone. */
  reweighted: z.boolean(),
  team: z.strictObject({ slug, name: z.string() }).nullable(),
  type: workType.nullable(),
  dri: z.strictObject({ handle, name: z.string() }).nullable(),
  /** `open`: not completed, in a milestone that is not over. */
  outcome: z.enum([...MILESTONE_OUTCOMES, 'open']),
  atStart: z.boolean(),
  enteredAt: instant,
  /** When it was closed, as done or otherwise; null for what was open at the end. */
  closedAt: instant.nullable(),
  /** Null where none was given. */
  reason: z.enum(SLIP_REASONS).nullable(),
  text: z.string(),
  /** The reason of the accepted push-back by which it is reprioritised; null for everything else. */
  pushBack: z.string().nullable(),
  /** In how many milestones it slipped up to this one, this one included. */
  slips: z.number(),
  /** Where it went when the milestone was closed. */
  destination: z.strictObject({ kind: z.enum(DESTINATIONS), title: z.string().nullable() }).nullable(),
})
export type SayDoItem = z.output<typeof item>

const definition = z.strictObject({
  name: z.enum(DEFINITIONS),
  title: z.string(),
  /** How it is computed. */
  text: z.string(),
  done: z.number(),
  said: z.number(),
  ratio,
  /** What it counts, as far as the reader may see it. */
  issues: z.strictObject({ said: refs, done: refs }),
})
export type SayDoDefinition = z.output<typeof definition>

export const milestoneSayDo = z.strictObject({
  milestone: milestoneFacts,
  /** As of which instant; null for now. */
  at: instant.nullable(),
  /** Since when its numbers never change; null before its end. */
  frozenAt: instant.nullable(),
  phase: z.enum(['ahead', 'running', 'over']),
  sentence: z.string(),
  /** Numbers of issues, as far as the reader may see them. Completed, reprioritised and slipped divide assigned. */
  assigned: refs,
  completed: refs,
  /** Assigned after the start. */
  addedLater: refs,
  reprioritised: refs,
  /** Assigned and not completed; in a milestone that is not over, `left` says what can still be. */
  slipped: refs,
  /** Of the group, for every reader the same. */
  sums: z.strictObject({ assigned: sum, completed: sum, addedLater: sum, reprioritised: sum, slipped: sum }),
  /** Issues that count in the sums and that the reader may not see. */
  notShown: z.number(),
  definitions: z.array(definition),
  /** Issues that were weighed again in the milestone: “by weight” counts what they weighed at its end. */
  reweighted: refs,
  items: z.array(item),
  /** Null once it is over. */
  left: z
    .strictObject({
      /** After today; before the start, all of its days. */
      days: z.number(),
      /** On the Build Board and open. `sum` is the group's. */
      open: refs,
      sum,
      /** Not completed, and taken off the board or closed otherwise. */
      gone: refs,
    })
    .nullable(),
  /** What came later and changes no number, the newest first. */
  notes: z.array(z.strictObject({ ref: z.number(), title: z.string(), text: z.string(), at: instant })),
  warnings: z.array(warning),
})
export type MilestoneSayDo = z.output<typeof milestoneSayDo>

export const readSayDo = endpoint({
  id: 'say-do.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/say-do',
  summary:
    'Say/Do of a milestone: what was assigned, completed, added later, reprioritised and slipped, in four definitions. Once frozen it never changes',
  input: z.strictObject({ ...inMilestone, at: moment.optional() }),
  output: milestoneSayDo,
  reads: ['milestones', 'issues', 'labels', 'teams', 'people'],
})

export const exportSayDo = endpoint({
  id: 'say-do.export',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/say-do.csv',
  summary: 'The issues of Say/Do of a milestone as CSV (RFC 4180)',
  input: z.strictObject({ ...inMilestone, at: moment.optional() }),
  output: z.string(),
  media: 'text/csv',
})

const series = {
  ...inGroup,
  /** How many milestones that are over, 6 if not given; the one that runs comes beside them. */
  last: z.coerce.number<string | number>().int().min(1).max(24).optional(),
  /** What ratios, median and spread are counted in; issues if not given. */
  by: z.enum(UNITS).optional(),
  team: slug.optional(),
  type: workType.optional(),
  /** As it was known then, without what was taken back since. */
  at: moment.optional(),
}

const part = z.strictObject({
  /** Of the group. */
  ...sum.shape,
  /** As far as the reader may see them. */
  refs,
})

const seriesMilestone = z.strictObject({
  milestone: milestoneFacts,
  runs: z.boolean(),
  frozenAt: instant.nullable(),
  parts: z.strictObject({
    assigned: part,
    completed: part,
    addedLater: part,
    reprioritised: part,
    slipped: part,
  }),
  done: z.number(),
  said: z.number(),
  ratio,
  /** The ratio in whole percent. */
  percent: z.number().nullable(),
  /** Of this milestone and the five before it that are over; null for the one that runs. */
  median: z.number().nullable(),
  /** Between which the middle half of those lies; null of fewer than three. */
  spread,
  notShown: z.number(),
  warnings: z.array(warning),
})
export type SeriesMilestone = z.output<typeof seriesMilestone>

export const sayDoSeries = z.strictObject({
  /** As of which instant; null for now. */
  at: instant.nullable(),
  by: z.enum(UNITS),
  sentence: z.string(),
  /** The oldest first. */
  milestones: z.array(seriesMilestone),
  /** All that are over together: summed, never the mean of their ratios. */
  whole: z.strictObject({ done: z.number(), said: z.number(), ratio }),
  median: z.number().nullable(),
  spread,
  /** Why issues slipped in them, the most frequent first. */
  reasons: z.array(
    z.strictObject({
      reason: z.enum(SLIP_REASONS).nullable(),
      title: z.string(),
      ...sum.shape,
      /** Of all slips up to this row, from 0 to 1. */
      cumulative: z.number(),
      /** As far as the reader may see them; an issue stands there for each milestone in which it slipped. */
      issues: z.array(z.strictObject({ ref: z.number(), milestone: slug })),
    }),
  ),
  /** By what it can be filtered: what occurs in these milestones. */
  teams: z.array(z.strictObject({ slug, name: z.string() })),
  types: z.array(workType),
})
export type SayDoSeries = z.output<typeof sayDoSeries>

export const listSayDo = endpoint({
  id: 'say-do.list',
  method: 'GET',
  path: '/groups/{group}/say-do',
  summary:
    'Say/Do of the last milestones of a group, with rolling median and spread, and why issues slipped, now or as of a moment in the past',
  input: z.strictObject(series),
  output: sayDoSeries,
  reads: ['milestones', 'issues', 'labels', 'teams'],
})

export const exportSeries = endpoint({
  id: 'say-do.export_series',
  method: 'GET',
  path: '/groups/{group}/say-do.csv',
  summary: 'Say/Do of the last milestones as CSV (RFC 4180), one line each',
  input: z.strictObject(series),
  output: z.string(),
  media: 'text/csv',
})

export const writeSeries = endpoint({
  id: 'say-do.write_series',
  method: 'GET',
  path: '/groups/{group}/say-do.md',
  summary: 'Say/Do of the last milestones as Markdown: the sentence and a table',
  input: z.strictObject(series),
  output: z.string(),
  media: 'text/markdown',
})

const doneSaid = { done: z.number(), said: z.number(), ratio, percent: z.number().nullable() }

export const sayDoOrganisation = z.strictObject({
  sentence: z.string(),
  /** Those that the reader has access to. */
  groups: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      /** Those that are over, the latest first. */
      milestones: z.array(z.strictObject({ slug: z.string(), title: z.string(), dueOn: day, ...doneSaid })),
      /** Its milestones together: summed, never the mean of their ratios. */
      whole: z.strictObject(doneSaid),
    }),
  ),
  /** All groups together, summed likewise. */
  whole: z.strictObject(doneSaid),
})
export type SayDoOrganisation = z.output<typeof sayDoOrganisation>

const acrossGroups = {
  /** How many milestones of each group, 6 if not given. */
  last: series.last,
}

export const readOrganisation = endpoint({
  id: 'say-do.organisation',
  method: 'GET',
  path: '/say-do',
  summary:
    'Say/Do of the last milestones of all groups that you have access to, with counts that can be summed',
  access: 'signed_in',
  input: z.strictObject(acrossGroups),
  output: sayDoOrganisation,
  reads: ['groups', 'milestones'],
})

export const exportOrganisation = endpoint({
  id: 'say-do.export_organisation',
  method: 'GET',
  path: '/say-do.csv',
  summary: 'The same as CSV (RFC 4180), one line for each milestone of a group',
  access: 'signed_in',
  input: z.strictObject(acrossGroups),
  output: z.string(),
  media: 'text/csv',
})

/** Each endpoint once; no page imports the list. */
export const sayDoEndpoints = [
  readSayDo,
  exportSayDo,
  listSayDo,
  exportSeries,
  writeSeries,
  readOrganisation,
  exportOrganisation,
] satisfies Endpoint[]
