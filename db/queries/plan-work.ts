import type { Card } from '#lib/contract/issues.ts'
import { type Load, loadOf } from '#lib/domain/capacity/load.ts'
import type { Capacity } from '#lib/domain/capacity/terms.ts'
import { type LabelFact, means, stateOf, typeOf, type WorkType } from '#lib/domain/labels.ts'
import type { ModelGate } from '#lib/domain/models/readiness.ts'
import { may } from '#lib/domain/permissions.ts'
import { type Earlier, historyOf } from '#lib/domain/plan/history.ts'
import { type Ranked, ranked } from '#lib/domain/plan/ranking.ts'
import { whyNotSelect } from '#lib/domain/plan/selection.ts'
import { isUnweighted, weightOf } from '#lib/domain/weight.ts'
import type { State } from '#lib/domain/workflow.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { Ctx } from '../context.ts'
import { selectCards } from './cards.ts'
import type { MilestoneRow } from './milestones.ts'
import { gatesOf } from './models.ts'
import { NOTHING_TOLD, planStepsOf, type ToldOf } from './plan-history.ts'
import { type Slip, slipsOf } from './slips.ts'

type Facts = {
  ref: number
  card: Card
  /** The reader may see it. */
  shown: boolean
  type: WorkType | null
  priority: number | null
  severity: number | null
  state: State | null
  spike: boolean
  unweighted: boolean
  deliverable: { byName: string | null; at: string | null } | null
  refusal: Refusal | null
  slippedFrom: string | null
  placed: boolean
  planRank: string
  /** What it adds to a sum. */
  weight: number | null
  loads: Load[]
}
export type Candidate = Ranked<Facts>

type Asked = {
  milestone: MilestoneRow
  current: MilestoneRow | null
  next: MilestoneRow | null
  /** Milestones before it that are not frozen, the latest first. */
  earlier: readonly Earlier[]
  /** Slugs of all milestones before it. */
  before: ReadonlySet<string>
  labels: readonly LabelFact[]
  /** Labels that an issue has to carry to lie on the Planning Board. */
  asks: readonly string[]
  capacity: Capacity
}

/** Open candidates by rank, and what is done of the milestone: everybody's, also what the reader may not see. */
export async function planWork(ctx: Ctx, asked: Asked): Promise<{ open: Candidate[]; done: Load[] }> {
  const filter = { milestoneId: Number(asked.milestone.id), labelIds: asked.asks.map(Number) }
  const order = { order: 'planning' } as const
  const [seen, unseen] = await Promise.all([
    selectCards(ctx, filter, order),
    may(ctx.actor, 'see.confidential') ? [] : selectCards(ctx, { ...filter, unseen: true }, order),
  ])
  const all = [...seen, ...unseen]
  const open = all.filter(({ state }) => state === 'open')
  const [told, slips, gates] = await Promise.all([
    planStepsOf(
      ctx,
      open.map(({ ref }) => ref),
    ),
    slipsOf(ctx),
    gatesOf(
      ctx,
      all.map(({ ref }) => ref),
    ),
  ])
  const labels = new Map(asked.labels.map((label) => [label.id, label]))
  const hidden = new Set(unseen.map(({ ref }) => ref))
  const facts = open.map((card) => {
    const held = card.labelIds.flatMap((id) => labels.get(id) ?? [])
    const past = {
      told: told.get(card.ref) ?? NOTHING_TOLD,
      slips: slips.get(card.ref) ?? [],
      model: gates.get(card.ref) ?? null,
    }
    return { ...factsOf(card, held, asked, past), shown: !hidden.has(card.ref) }
  })
  const done = all.filter(({ closeReason }) => closeReason === 'done')
  return { open: ranked(facts), done: loadOf(done, asked.capacity.rows) }
}

/** `slips`: of milestones that are over, the latest first. */
type Past = { told: ToldOf; slips: readonly Slip[]; model: ModelGate | null }

function factsOf(
  card: Card,
  labels: LabelFact[],
  asked: Asked,
  { told, slips, model }: Past,
): Omit<Facts, 'shown'> {
  const { milestone, current, next, earlier, before, capacity } = asked
  const label = asked.labels.find(({ meaning }) => meaning === 'deliverable')
  const history = historyOf(told, { milestone: milestone.id, deliverable: label?.id ?? null, earlier })
  const spike = means(labels, 'spike')
  const unweighted = isUnweighted({ ...card, labels, milestone: { kind: 'timebox' } })
  const isDeliverable = means(labels, 'deliverable')
  const selectable = {
    open: true,
    onBoard: true,
    unweighted,
    isDeliverable: false,
    madeBy: null,
    state: stateOf(labels),
    milestone,
    current,
    next,
    dri: card.dri,
    assignees: card.assignees,
    model,
  }
  const made = told.steps.find(({ number }) => number === history.deliverableSince)
  return {
    ref: card.ref,
    card,
    type: typeOf(labels),
    priority: numberIn(labels, 'priority.'),
    severity: numberIn(labels, 'severity.'),
    state: selectable.state,
    spike,
    unweighted,
    deliverable: isDeliverable
      ? { byName: (made && told.names.get(made.number)) ?? null, at: made?.at.toISOString() ?? null }
      : null,
    refusal: isDeliverable ? null : whyNotSelect(selectable, milestone),
    slippedFrom: history.slippedFrom ?? slips.find((slip) => before.has(slip.milestone))?.title ?? null,
    placed: history.placed,
    planRank: card.planRank,
    weight: card.weight === null && !card.split ? null : weightOf(card),
    loads: loadOf([card], capacity.rows),
  }
}

function numberIn(labels: readonly LabelFact[], family: 'priority.' | 'severity.'): number | null {
  const found = labels.flatMap(({ meaning }) =>
    meaning?.startsWith(family) ? Number(meaning.slice(family.length)) : [],
  )
  return found.length > 0 ? Math.min(...found) : null
}
