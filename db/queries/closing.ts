import type { Closing, GoneDeliverable, OpenDeliverable } from '#lib/contract/closing.ts'
import { proposedReason } from '#lib/domain/closing/proposal.ts'
import { daysLeft, type Destination, destinationsOf, whyNotClose } from '#lib/domain/closing/rules.ts'
import { sayDoPercent } from '#lib/domain/closing/say-do.ts'
import type { Committed } from '#lib/domain/commitments.ts'
import { whyNotMoveDeliverable } from '#lib/domain/deliverable.ts'
import { stateOf } from '#lib/domain/labels.ts'
import { currentOf, nextOf } from '#lib/domain/milestones.ts'
import { weightOf } from '#lib/domain/weight.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { type ClosingFacts, closingFacts } from './closing-facts.ts'
import { committedIn, conditionFor } from './commitments.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

/** A milestone as it would be closed now. */
export type ClosingState = {
  milestone: MilestoneRow & { startOn: string; dueOn: string }
  destinations: Destination<MilestoneRow>[]
  /** Open Deliverables in it; what was assigned, is not completed and not among these; and everything else that is open. */
  open: ClosingFacts[]
  gone: ClosingFacts[]
  others: ClosingFacts[]
  /** By number of issue. */
  assigned: Map<number, Committed>
  facts: Map<number, ClosingFacts>
  current: MilestoneRow | null
  next: MilestoneRow | null
}

/** @throws not_found; refused for a shelf, and for what is closed or has not started */
export async function closingState(ctx: Ctx, slug: string): Promise<ClosingState> {
  const all = await milestonesOf(ctx)
  const known = all.find((one) => one.slug === slug)
  if (!known) throw notFound(`The milestone “${slug}”`)
  const today = todayOf(ctx)
  insist(whyNotClose(known, today, true))
  const milestone = { ...known, startOn: known.startOn ?? today, dueOn: known.dueOn ?? today }
  const assigned = await committedIn(ctx, milestone)
  const span = conditionFor(ctx, milestone)
  if (span === null) throw new Error(`${milestone.title} has no days.`)
  const refs = assigned.map(({ issue }) => issue)
  const found = await closingFacts(ctx, { milestone: milestone.id, refs, span, days: milestone })
  const byRef = new Map(assigned.map((one) => [one.issue, one]))
  const open = found.filter((one) => isOpenIn(one) && isDeliverable(one))
  const isSlipped = ({ ref }: ClosingFacts) => byRef.get(ref)?.outcome === 'slipped'
  return {
    milestone,
    destinations: destinationsOf(all, milestone, today),
    open,
    gone: found.filter((one) => isSlipped(one) && !open.includes(one)),
    others: found.filter((one) => isOpenIn(one) && !isDeliverable(one)),
    assigned: byRef,
    facts: new Map(found.map((one) => [one.ref, one])),
    current: currentOf(all, today),
    next: nextOf(all, today),
  }
}

const isOpenIn = ({ state, here }: ClosingFacts) => state === 'open' && here
const isDeliverable = ({ labels }: ClosingFacts) => labels.some(({ meaning }) => meaning === 'deliverable')

export async function readClosing(ctx: Ctx, { milestone: slug }: { milestone: string }): Promise<Closing> {
  authorise(ctx, 'milestone.close')
  const known = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  const refusal = known ? whyNotClose(known, todayOf(ctx), true) : null
  if (known && refusal) return { ...NOTHING, milestone: milestoneFacts(known), whyNot: refusal.because }
  const state = await closingState(ctx, slug)
  const { milestone, destinations, open, gone, others, assigned } = state
  return {
    milestone: milestoneFacts(milestone),
    whyNot: null,
    daysLeft: daysLeft(milestone.dueOn, todayOf(ctx)),
    destinations: destinations.map(({ slug, title, to }) => ({ slug, title, to })),
    proposed: proposedPlace(destinations),
    open: open.map((facts) => openRow(ctx, facts, state)),
    gone: gone.map((facts) => ({ ...rowOf(facts, state, DROPPED[howGone(facts)]), how: howGone(facts) })),
    others: others.length,
    sums: sumsOf([...assigned.values()]),
  }
}

const NOTHING: Omit<Closing, 'milestone' | 'whyNot'> = {
  daysLeft: 0,
  destinations: [],
  proposed: null,
  open: [],
  gone: [],
  others: 0,
  sums: sumsOf([]),
}

/** The next milestone, or the shelf that comes before it where none is planned yet. */
export const proposedPlace = (destinations: readonly Destination<MilestoneRow>[]): string | null =>
  (destinations.find(({ to }) => to === 'next') ?? destinations.find(({ shelf }) => shelf === 'next-1-3'))
    ?.slug ?? null

type Weighed = Pick<Committed, 'outcome' | 'weight' | 'split'>

export function sumsOf(assigned: readonly Weighed[]): Closing['sums'] {
  const weigh = (some: readonly Weighed[]) => some.reduce((sum, one) => sum + weightOf(one), 0)
  const completed = assigned.filter(({ outcome }) => outcome === 'completed')
  const counts = { assigned: assigned.length, completed: completed.length }
  return {
    ...counts,
    assignedWeight: weigh(assigned),
    completedWeight: weigh(completed),
    percent: sayDoPercent(counts),
  }
}

function openRow(ctx: Ctx, facts: ClosingFacts, state: ClosingState): OpenDeliverable {
  const { milestone, destinations, current, next } = state
  const to = destinations.find((one) => one.to === 'next')
  const refusal = whyNotMoveDeliverable(ctx.actor, milestone.title, {
    state: stateOf(facts.labels),
    milestone: to ?? null,
    current,
    next,
    dri: facts.dri?.id ?? null,
    assignees: facts.assignees,
  })
  return { ...rowOf(facts, state, null), notNext: to ? (refusal?.because ?? null) : null }
}

function rowOf(
  facts: ClosingFacts,
  { assigned }: ClosingState,
  dropped: string | null,
): Omit<OpenDeliverable, 'notNext'> {
  const one = assigned.get(facts.ref)
  const workflow = stateOf(facts.labels)
  return {
    ref: facts.ref,
    title: facts.title,
    weight: facts.weight,
    team: facts.team && { slug: facts.team.slug, name: facts.team.name },
    dri: facts.dri && { handle: facts.dri.handle, name: facts.dri.name },
    state: workflow && stateTitle(workflow),
    slipped: one?.outcome === 'slipped',
    slips: facts.slips,
    proposal: proposedReason({ ...facts, dropped, firstWeight: one?.firstWeight ?? null }),
  }
}

const howGone = ({ state, closeReason }: ClosingFacts): GoneDeliverable['how'] =>
  state === 'open' ? 'left' : closeReason === 'done' ? 'late' : 'not_done'

const DROPPED: Record<GoneDeliverable['how'], string | null> = {
  left: 'It was taken out of the milestone.',
  not_done: 'It was closed, but not as done.',
  late: null,
}
