import type { MilestoneSayDo, SayDoItem } from '#lib/contract/say-do.ts'
import { daysLeft } from '#lib/domain/closing/rules.ts'
import { currentOf, isOver } from '#lib/domain/milestones.ts'
import { definitionsOf, definitionWords, ratioOf } from '#lib/domain/say-do/definitions.ts'
import { eachPart, partOf, sumOf } from '#lib/domain/say-do/parts.ts'
import { type Phase, sentenceOf } from '#lib/domain/say-do/sentence.ts'
import { rolling, WINDOW } from '#lib/domain/say-do/spread.ts'
import { warningsOf } from '#lib/domain/say-do/warnings.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { keptUntilChange } from './kept.ts'
import { laterFacts } from './later-facts.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { frozenCounts, frozenDetails, type SayDoDetail } from './say-do-frozen.ts'
import { type Box, ledgerDetails } from './say-do-ledger.ts'

/**
 * What was said and what was done in a milestone. Of one that is frozen the frozen rows alone are read: its numbers never
 * change.
 *
 * @throws refused for a shelf
 */
export async function readSayDo(
  ctx: Ctx,
  { milestone: slug }: { milestone: string },
): Promise<MilestoneSayDo> {
  const today = todayOf(ctx)
  const { all, box } = await boxOf(ctx, slug)
  const frozen = box.frozenAt !== null
  const [details, before, notes] = await Promise.all([
    detailsIn(ctx, box),
    ratiosBefore(ctx, all, box),
    frozen ? laterFacts(ctx, box, new Date(ctx.now.getTime() + 1)) : [],
  ])
  const phase = phaseOf(box, today, frozen)
  const over = phase.is === 'over'
  const shown = details.filter((one) => one.shown)
  const refs = (some: readonly SayDoDetail[]) => some.filter((one) => one.shown).map(({ ref }) => ref)
  const definitions = definitionsOf(details)
  const sums = { done: partOf('completed', details).length, said: details.length }
  const ratio = ratioOf(sums)
  return {
    milestone: milestoneFacts(box),
    at: null,
    frozenAt: frozen ? box.frozenAt : null,
    phase: phase.is,
    sentence: sentenceOf({
      title: box.title,
      phase,
      ...sums,
      ratio,
      rolling: rolling([...before, ratio]).at(-1) ?? { median: null, of: 0 },
      slips: partOf('slipped', details).map(({ reason }) => reason),
    }),
    ...eachPart((part) => refs(partOf(part, details))),
    sums: eachPart((part) => sumOf(partOf(part, details))),
    notShown: details.length - shown.length,
    definitions: definitions.map(({ issues, ...one }) => ({
      ...one,
      ...definitionWords(one.name),
      issues: { said: refs(issues.said), done: refs(issues.done) },
    })),
    reweighted: refs(details.filter(isReweighted)),
    items: shown.map((one) => itemOf(one, over)),
    left: over ? null : leftOf(details, refs, phase.days),
    notes,
    warnings: warningsOf({ ...sums, ratio }, !over),
  }
}

/** Each issue that was assigned: as it was frozen, and until then as the events tell it. */
export const detailsIn = (ctx: Ctx, box: Box): Promise<SayDoDetail[]> =>
  box.frozenAt !== null ? frozenDetails(ctx, box) : ledgerDetails(ctx, box)

/** The same for all readers of the same sight, and read once after each change. */
export const keptSayDo = keptUntilChange(readSayDo, { most: 64 })

/** By its slug; `current` is the one that runs, `last` the latest that is over. */
export async function boxOf(ctx: Ctx, slug: string): Promise<{ all: MilestoneRow[]; box: Box }> {
  const all = await milestonesOf(ctx)
  const found = all.find((one) => one.slug === slug) ?? named(all, slug, todayOf(ctx))
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { startOn, dueOn } = found
  if (startOn !== null && dueOn !== null) return { all, box: { ...found, startOn, dueOn } }
  throw new Failure('refused', `${found.title} is a shelf. Shelves have no days and no Say/Do.`, {
    rule: 'no_days',
  })
}

function named(all: readonly MilestoneRow[], slug: string, today: PlainDate): MilestoneRow | null {
  if (slug === 'current') return currentOf(all, today)
  // They stand with the latest first.
  return slug === 'last' ? (all.find((one) => isOver(milestoneFacts(one), today)) ?? null) : null
}

/** Of the five milestones before it, the oldest first. */
async function ratiosBefore(ctx: Ctx, all: readonly MilestoneRow[], box: Box): Promise<(number | null)[]> {
  const earlier = all
    .filter(({ dueOn }) => dueOn !== null && dueOn < box.startOn)
    .slice(0, WINDOW - 1)
    .toReversed()
  const counts = await frozenCounts(ctx, earlier)
  return earlier.map(({ id }) => ratioOf(counts.get(id) ?? { done: 0, said: 0 }))
}

function phaseOf({ startOn, dueOn }: Box, today: PlainDate, frozen: boolean): Phase {
  if (frozen || dueOn < today) return { is: 'over' }
  if (today < startOn) return { is: 'ahead', days: daysBetween(today, startOn) }
  return { is: 'running', days: daysLeft(dueOn, today) }
}

/** What came without a weight was weighed, not weighed again. */
const isReweighted = ({ weight, firstWeight }: SayDoDetail) => firstWeight !== null && weight !== firstWeight

function itemOf(one: SayDoDetail, over: boolean): SayDoItem {
  const { shown: _shown, open: _open, enteredAt, closedAt, outcome, ...rest } = one
  return {
    ...rest,
    reweighted: isReweighted(one),
    outcome: !over && outcome === 'slipped' ? 'open' : outcome,
    enteredAt: enteredAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }
}

function leftOf(
  details: readonly SayDoDetail[],
  refs: (some: readonly SayDoDetail[]) => number[],
  days: number,
): MilestoneSayDo['left'] {
  const left = partOf('slipped', details)
  const open = left.filter((one) => one.open)
  return { days, open: refs(open), sum: sumOf(open), gone: refs(left.filter((one) => !one.open)) }
}
