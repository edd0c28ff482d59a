import type { Insights } from '#lib/contract/insights.ts'
import { agesOf } from '#lib/domain/insights/ages.ts'
import { cycleOf } from '#lib/domain/insights/cycle.ts'
import { BANDS, flowOf, isInHand, wasOpenSince } from '#lib/domain/insights/flow.ts'
import { mixSide } from '#lib/domain/insights/mix.ts'
import { percentilesOf } from '#lib/domain/insights/percentiles.ts'
import { agesTitle, cycleTitle, flowTitle, mixTitle } from '#lib/domain/insights/titles.ts'
import type { Ctx } from '../context.ts'
import { findingsSince } from './insights-findings.ts'
import {
  type InsightFacts,
  insightFacts,
  type InsightsInput,
  mixRows,
  seesConfidential,
} from './insights-facts.ts'
import { keptUntilChange } from './kept.ts'
import { mixTarget } from './plan-record.ts'

/** How work goes through the group, as far as the reader may see it: all points of the cycle time. */
export async function measureInsights(ctx: Ctx, input: InsightsInput): Promise<Insights> {
  const facts = await insightFacts(ctx, input)
  const { window, earlierFrom, types } = facts
  const [teams, mix, findings] = await Promise.all([
    teamsOf(ctx),
    mixIn(ctx, facts, input.team),
    findingsSince(ctx, window.from),
  ])
  return {
    from: window.from,
    to: window.to,
    milestones: window.milestones.map(({ slug, title, startOn, dueOn }) => ({ slug, title, startOn, dueOn })),
    earlierFrom,
    withoutConfidential: !seesConfidential(ctx),
    teams,
    types,
    ages: agesIn(facts),
    cycle: cycleIn(facts),
    flow: flowIn(facts),
    mix,
    findings,
  }
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptMeasures = keptUntilChange(measureInsights)

/** More are no picture: the latest are drawn, all count, and all stand in the file. */
const MOST_POINTS = 1000

export const drawn = ({ cycle, ...all }: Insights): Insights => ({
  ...all,
  cycle: { ...cycle, points: cycle.points.slice(-MOST_POINTS) },
})

export const readInsights = async (ctx: Ctx, input: InsightsInput): Promise<Insights> =>
  drawn(await measureInsights(ctx, input))

function agesIn({ issues, earlierSince, count }: InsightFacts): Insights['ages'] {
  const columns = agesOf(issues, earlierSince, count)
  return {
    title: agesTitle(columns),
    columns: columns.map(({ sample, ...column }) => ({ ...column, earlier: sample.length })),
  }
}

/** Issues that were closed as done in the days that are looked at. */
export const doneIn = ({ issues, since }: Pick<InsightFacts, 'issues' | 'since'>) =>
  issues.filter(({ doneAt }) => doneAt !== null && doneAt >= since)

function cycleIn(facts: InsightFacts): Insights['cycle'] {
  const { count } = facts
  const done = doneIn(facts)
  const cycles = done.flatMap((one) => cycleOf(one, count) ?? [])
  const limits = percentilesOf(cycles.map(({ days }) => days))
  return {
    title: cycleTitle(cycles.length, limits),
    count: cycles.length,
    ...limits,
    unseen: done.length - cycles.length,
    points: cycles
      .toSorted((a, b) => a.doneAt - b.doneAt || a.ref - b.ref)
      .map(({ ref, title, doneAt, days, blockedDays }) => ({
        ref,
        title,
        closedOn: count.dayOf(doneAt),
        days,
        blockedDays,
      })),
  }
}

function flowIn({ issues, days, since }: InsightFacts): Insights['flow'] {
  const counts = flowOf(issues, { moments: days.map(({ at }) => at), since })
  const inHand = (row: readonly number[] = []) =>
    BANDS.reduce((sum, band, at) => (isInHand(band) ? sum + (row[at] ?? 0) : sum), 0)
  const all = issues.filter(({ stays }) => wasOpenSince(stays, since)).length
  return {
    title: flowTitle(all, { first: inHand(counts[0]), last: inHand(counts.at(-1)) }),
    bands: [...BANDS],
    days: days.map(({ day }, at) => ({ day, counts: counts[at] ?? [] })),
  }
}

async function mixIn(ctx: Ctx, facts: InsightFacts, team: string | undefined): Promise<Insights['mix']> {
  const [boxes, target] = await Promise.all([mixRows(ctx, facts, team), mixTarget(ctx)])
  const all = boxes.flatMap(({ rows }) => rows)
  const [planned, done] = [mixSide('planned', all), mixSide('done', all)]
  return {
    title: mixTitle(planned, done, target),
    target,
    planned,
    done,
    milestones: boxes.map(({ box: { slug, title }, rows }) => ({
      slug,
      title,
      planned: mixSide('planned', rows),
      done: mixSide('done', rows),
    })),
  }
}

async function teamsOf(ctx: Ctx): Promise<Insights['teams']> {
  const { rows } = await ctx.db.query<Insights['teams'][number]>({
    name: 'insights-teams',
    text: 'select slug, name from functional_teams where group_id = $1 order by position, id',
    values: [ctx.group.id],
  })
  return rows
}
