import type { InsightIssues } from '#lib/contract/insights.ts'
import { agesOf } from '#lib/domain/insights/ages.ts'
import { cycleOf } from '#lib/domain/insights/cycle.ts'
import { type Figure, figureNamed } from '#lib/domain/insights/figures.ts'
import { inBand } from '#lib/domain/insights/flow.ts'
import { isMixed, isOnSide } from '#lib/domain/insights/mix.ts'
import { figureTitle } from '#lib/domain/insights/titles.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { doneIn } from './insights.ts'
import { type InsightFacts, insightFacts, type InsightsInput, mixRows } from './insights-facts.ts'
import { keptUntilChange } from './kept.ts'

type Item = InsightIssues['items'][number]
const MOST = 500

/**
 * The issues that a figure is made of, by the same rules by which it is counted.
 *
 * @throws not_found for what is no figure of these days
 */
export async function listInsight(
  ctx: Ctx,
  { of, ...input }: InsightsInput & { of: string },
): Promise<InsightIssues> {
  const figure = figureNamed(of)
  if (!figure) throw notFound(`The figure “${of}”`)
  const facts = await insightFacts(ctx, input)
  const all = figure.chart === 'mix' ? await mixItems(ctx, figure, facts, input.team) : itemsOf(figure, facts)
  if (!all) throw notFound(`The figure “${of}”`)
  return { title: figureTitle(figure), total: all.length, items: all.slice(0, MOST) }
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptList = keptUntilChange(listInsight, { most: 64 })

type Counted = Exclude<Figure, { chart: 'mix' }>

function itemsOf(figure: Counted, facts: InsightFacts): Item[] | null {
  switch (figure.chart) {
    case 'ages':
      return ageItems(figure, facts)
    case 'cycle':
      return cycleItems(figure, facts)
    case 'flow': {
      const moment = facts.days.find(({ day }) => day === figure.day)?.at
      if (moment === undefined) return null
      const { since, issues } = facts
      return inBand(issues, { band: figure.band, moment, since }).map((one) => itemOf(one))
    }
  }
}

function ageItems({ column, part }: Extract<Counted, { chart: 'ages' }>, facts: InsightFacts): Item[] {
  const { issues, earlierSince, count } = facts
  const found = agesOf(issues, earlierSince, count).find((one) => one.column === column)
  if (!found) return []
  if (part !== 'earlier') {
    return found.items.filter(({ isOld }) => part === 'now' || isOld).map((one) => itemOf(one, one.days))
  }
  const titles = new Map(issues.map(({ ref, title }) => [ref, title]))
  return found.sample
    .toSorted((a, b) => a.days - b.days || a.ref - b.ref)
    .map(({ ref, days }) => itemOf({ ref, title: titles.get(ref) ?? '' }, days))
}

function cycleItems({ part }: Extract<Counted, { chart: 'cycle' }>, facts: InsightFacts): Item[] {
  const done = doneIn(facts).map((one) => ({ one, cycle: cycleOf(one, facts.count) }))
  if (part === 'unseen') return done.filter(({ cycle }) => cycle === null).map(({ one }) => itemOf(one))
  return done
    .flatMap(({ cycle }) => cycle ?? [])
    .toSorted((a, b) => a.days - b.days || a.ref - b.ref)
    .map((cycle) => itemOf(cycle, cycle.days))
}

/** An issue stands there for each milestone in which it counts. Null of a milestone that is not looked at. */
async function mixItems(
  ctx: Ctx,
  { side, part, milestone }: Extract<Figure, { chart: 'mix' }>,
  facts: InsightFacts,
  team: string | undefined,
): Promise<Item[] | null> {
  const boxes = await mixRows(ctx, facts, team)
  const asked = boxes.filter(({ box }) => milestone === null || box.slug === milestone)
  if (milestone !== null && asked.length === 0) return null
  const rows = asked
    .flatMap((one) => one.rows)
    .filter(
      (row) =>
        isOnSide(side, row) && (part === 'left-out' ? !isMixed(row) : isMixed(row) && row.type === part),
    )
  const titles = await titlesOf(ctx, rows)
  return rows.map(({ ref, weight }) => ({ ref, title: titles.get(ref) ?? '', days: null, weight }))
}

/** Of issues that the reader is known to see. */
async function titlesOf(ctx: Ctx, rows: readonly { ref: number }[]): Promise<ReadonlyMap<number, string>> {
  const { rows: found } = await ctx.db.query<{ ref: number; title: string }>({
    name: 'insights-titles',
    text: 'select number as ref, title from issues where group_id = $1 and number = any($2::int[])',
    values: [ctx.group.id, rows.map(({ ref }) => ref)],
  })
  return new Map(found.map(({ ref, title }) => [ref, title]))
}

const itemOf = ({ ref, title }: { ref: number; title: string }, days: number | null = null): Item => ({
  ref,
  title,
  days,
  weight: null,
})
