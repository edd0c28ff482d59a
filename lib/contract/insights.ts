import { z } from 'zod'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { FINDING_NAMES } from '#lib/domain/findings.ts'
import { BANDS } from '#lib/domain/insights/flow.ts'
import { MOST_LAST } from '#lib/domain/insights/window.ts'
import { WORK_COLUMNS } from '#lib/domain/insights/work.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { endpoint, type Endpoint } from './endpoint.ts'
import { mix } from './mix.ts'
import { day, inGroup, instant, slug, text } from './shapes.ts'

const workType = z.enum(WORK_TYPES)

/** What all charts are narrowed by. */
const asked = {
  ...inGroup,
  /** How many milestones, the one that runs included; 6 if not given. */
  last: z.coerce.number<string | number>().int().min(1).max(MOST_LAST).optional(),
  team: slug.optional(),
  type: workType.optional(),
}

/** In days; null where there are fewer than ten earlier issues. */
const percentile = z.number().nullable()

const milestone = z.strictObject({
  slug,
  title: z.string(),
  startOn: day,
  dueOn: day,
})

const ages = z.strictObject({
  title: z.string(),
  columns: z.array(
    z.strictObject({
      column: z.enum(WORK_COLUMNS),
      /** How many earlier issues the percentiles are made of. */
      earlier: z.number(),
      p50: percentile,
      p85: percentile,
      /** Open issues in the column, the longest there first. */
      items: z.array(
        z.strictObject({
          ref: z.number(),
          title: z.string(),
          /** All its stays in the column together. */
          days: z.number(),
          /** Blocked, which counts in no other column. */
          blockedDays: z.number(),
          /** Longer there than 85 % of earlier ones. */
          isOld: z.boolean(),
        }),
      ),
    }),
  ),
})

const cycle = z.strictObject({
  title: z.string(),
  /** Closed as done, and seen in dev or later. */
  count: z.number(),
  p50: percentile,
  p85: percentile,
  /** Closed as done without ever having been in dev or later: none of the figures holds them. */
  unseen: z.number(),
  /** The latest, at most a thousand, the oldest first. */
  points: z.array(
    z.strictObject({
      ref: z.number(),
      title: z.string(),
      closedOn: day,
      days: z.number(),
      /** Of these days. */
      blockedDays: z.number(),
    }),
  ),
})

const flow = z.strictObject({
  title: z.string(),
  /** From the bottom of the picture to its top. */
  bands: z.array(z.enum(BANDS)),
  /** At the end of each day, today as it is now: how many issues were in each band. */
  days: z.array(z.strictObject({ day, counts: z.array(z.number()) })),
})

const mixPart = z.strictObject({ weight: z.number(), count: z.number() })
const mixSide = z.strictObject({
  /** In whole percent of the weight; null where nothing has a weight. */
  mix: mix.nullable(),
  parts: z.strictObject({ bug: mixPart, maintenance: mixPart, feature: mixPart }),
  weight: z.number(),
  /** Issues without one of the three types, or without a weight. */
  leftOut: z.number(),
})

const workMix = z.strictObject({
  title: z.string(),
  /** Of the group, as it is now. */
  target: mix.nullable(),
  planned: mixSide,
  done: mixSide,
  /** The same of each milestone, the oldest first. */
  milestones: z.array(z.strictObject({ slug, title: z.string(), planned: mixSide, done: mixSide })),
})

const findings = z.strictObject({
  title: z.string(),
  /** By their Mondays; `countedAt` is the moment as of which. */
  weeks: z.array(z.strictObject({ weekOn: day, countedAt: instant.nullable(), findings: z.number() })),
  rows: z.array(
    z.strictObject({
      name: z.enum(FINDING_NAMES),
      title: z.string(),
      /** How many issues it had in each of the weeks; null where it was not counted. */
      issues: z.array(z.number().nullable()),
    }),
  ),
})

export const insights = z.strictObject({
  from: day,
  /** Today in the group's time zone. */
  to: day,
  milestones: z.array(milestone),
  /** Since when issues count as earlier ones in `ages`: the first day of the last six milestones. */
  earlierFrom: day,
  /** Confidential issues are in none of the figures of a reader who may not see them. */
  withoutConfidential: z.boolean(),
  teams: z.array(z.strictObject({ slug, name: z.string() })),
  types: z.array(workType),
  ages,
  cycle,
  flow,
  mix: workMix,
  findings,
})
export type Insights = z.output<typeof insights>

export const readInsights = endpoint({
  id: 'insights.read',
  method: 'GET',
  path: '/groups/{group}/insights',
  summary:
    'How work goes through the group: age of issues in work, cycle time, cumulative flow, work mix, and triage findings over time. Never by person',
  input: z.strictObject(asked),
  output: insights,
  reads: ['issues', 'labels', 'milestones', 'teams', 'groups'],
})

export const insightIssues = z.strictObject({
  title: z.string(),
  /** How many the figure counts: all of them are to be seen by the reader. */
  total: z.number(),
  /** The first five hundred. */
  items: z.array(
    z.strictObject({
      ref: z.number(),
      title: z.string(),
      /** What the figure is measured by: days, or weight; null where it only counts. */
      days: z.number().nullable(),
      weight: z.number().nullable(),
    }),
  ),
})
export type InsightIssues = z.output<typeof insightIssues>

export const listInsight = endpoint({
  id: 'insights.list',
  method: 'GET',
  path: '/groups/{group}/insights/issues',
  summary:
    'The issues that a figure is made of: `of=ages.in-dev.now`, `cycle.measured`, `flow.in-dev@2026-11-02`, `mix.done.bug`',
  input: z.strictObject({ ...asked, of: text(160) }),
  output: insightIssues,
  reads: ['issues', 'labels', 'milestones', 'teams', 'groups'],
})

/** Each chart has a table as its twin. */
export const INSIGHT_TABLES = ['ages', 'cycle', 'flow', 'mix', 'findings'] as const
export type InsightTable = (typeof INSIGHT_TABLES)[number]

export const exportInsights = endpoint({
  id: 'insights.export',
  method: 'GET',
  path: '/groups/{group}/insights.csv',
  summary: 'The table of one chart as CSV (RFC 4180)',
  input: z.strictObject({ ...asked, table: z.enum(INSIGHT_TABLES) }),
  output: z.string(),
  media: 'text/csv',
})

const part = z.number().nullable()

export const calibration = z.strictObject({
  title: z.string(),
  /** How many milestones that are over it is made of. */
  milestones: z.number(),
  /** From the most sure on. */
  rows: z.array(
    z.strictObject({
      confidence: z.enum(CONFIDENCES),
      /** Issues of which it was said in the second week, and how many of them were completed. */
      said: z.number(),
      shipped: z.number(),
      /** From 0 to 1, with its 90 % interval; null where nothing was said. */
      share: part,
      low: part,
      high: part,
    }),
  ),
})
export type CalibrationView = z.output<typeof calibration>

export const readCalibration = endpoint({
  id: 'insights.calibration',
  method: 'GET',
  path: '/groups/{group}/insights/calibration',
  summary:
    'Of what was very, slightly or not confident in the second week of milestones, how much was completed: of the group, or with `view=mine` of what you said, which is shown to you alone',
  input: z.strictObject({ ...asked, view: z.enum(['group', 'mine']).optional() }),
  output: calibration,
  reads: ['updates', 'issues', 'milestones', 'teams'],
})

/** Each endpoint once; no page imports the list. */
export const insightsEndpoints = [
  readCalibration,
  readInsights,
  listInsight,
  exportInsights,
] satisfies Endpoint[]
