import type { InputOf } from '#lib/contract/endpoint.ts'
import type { Report } from '#lib/contract/bulk.ts'
import type { Changed } from '#lib/contract/issues.ts'
import type { selectPlan as endpoint } from '#lib/contract/plan.ts'
import type { TitledRef } from '#lib/domain/event-refs.ts'
import { type LabelFact, means, stateOf } from '#lib/domain/labels.ts'
import { whyNotSelect } from '#lib/domain/plan/selection.ts'
import { isUnweighted } from '#lib/domain/weight.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { authorise, type Ctx } from '../../context.ts'
import { type IssueFacts, issueFacts, labelByMeaning, memberByHandle } from '../../queries/facts.ts'
import { cardByRef } from '../../queries/cards.ts'
import { planningLabels } from '../../queries/capacity-work.ts'
import { timeboxes } from '../../queries/milestones.ts'
import { modelGate } from '../../queries/models.ts'
import { madeDeliverableBy } from '../../queries/plan-history.ts'
import { inTransaction } from '../../transaction.ts'
import { handOver, insistAsSeen } from '../hand-overs/hand-over.ts'
import { assignIssue } from '../issues/assign.ts'
import { forEachIssue } from '../issues/for-each-issue.ts'
import { labelIssue } from '../issues/labels.ts'
import { plannedMilestone } from './planned.ts'

type Input = InputOf<typeof endpoint>
type Item = Input['items'][number]

/**
 * Handbook › Build Board: "The EM then applies the ~Deliverable label to each issue in the release and assigns it to an
 * engineer." One act for all of them, and all or nothing for each: what is refused keeps its DRI, assignees and labels.
 */
export async function selectPlan(
  ctx: Ctx,
  { milestone: slug, items, carriesOn }: Omit<Input, 'group'>,
): Promise<Report> {
  authorise(ctx, 'deliverable.set')
  const wanted = new Map(items.map((item) => [item.ref, item]))
  return forEachIssue(
    ctx,
    items.map(({ ref }) => ref),
    async (ctx) => {
      authorise(ctx, 'deliverable.set')
      // a person who is not there is no single issue's fault
      const people = new Set(
        items.flatMap(({ dri, assignees = [] }) => [...(dri ? [dri] : []), ...assignees]),
      )
      for (const person of people) await memberByHandle(ctx, person)
      const plan = await selection(ctx, slug)
      return (ref) => inTransaction(ctx, (ctx) => select(ctx, wanted.get(ref) ?? { ref }, plan))
    },
    carriesOn,
  )
}

/** What picks for a milestone are held to. @throws refused for what has no plan, and in a group without Deliverables */
async function selection(ctx: Ctx, slug: string): Promise<Plan> {
  const milestone = await plannedMilestone(ctx, slug)
  const label = await labelByMeaning(ctx, 'deliverable')
  if (!label) {
    const because = 'This group has no label that means Deliverable. Give one that meaning in the settings.'
    throw new Failure('refused', because, { rule: 'no_deliverable_label' })
  }
  return { milestone, label, asks: await planningLabels(ctx), ...(await timeboxes(ctx)) }
}

type Plan = {
  milestone: TitledRef
  label: LabelFact
  /** Labels of the Planning Board. */
  asks: readonly string[]
} & Awaited<ReturnType<typeof timeboxes>>

async function select(ctx: Ctx, item: Item, plan: Plan): Promise<Changed> {
  const { ref, context } = item
  const one = { group: ctx.group.slug, ref }
  const facts = await issueFacts(ctx, ref)
  if (item.was !== undefined) insistAsSeen(item.was, facts.dri)
  const { dri, assignees } = peopleOf(facts, item)
  insist(await refusalOf(ctx, facts, plan, { dri, assignees }))
  if (dri !== undefined && dri !== facts.dri?.handle) {
    await handOver(ctx, { ...one, from: facts.dri?.handle ?? null, to: dri, atOnce: true, context })
  }
  await assignIssue(ctx, { ...one, assignees })
  return labelIssue(ctx, { ...one, add: [plan.label.title] })
}

/** The same of an issue that were a candidate of the milestone, with such a DRI. */
export async function whyNotSelectIfCandidate(
  ctx: Ctx,
  { milestone: slug, ref, dri }: { milestone: string; ref: number; dri: string | null },
): Promise<Refusal | null> {
  const plan = await selection(ctx, slug)
  const facts = await issueFacts(ctx, ref)
  const people = peopleOf(facts, { ref, ...(dri === null ? {} : { dri }) })
  return refusalOf(ctx, { ...facts, milestone: plan.milestone }, { ...plan, asks: [] }, people)
}

type People = { dri: string | undefined; assignees: string[] }

/** Who drives it and works on it from here on: an only assignee drives it too, a DRI works on it. */
function peopleOf(facts: IssueFacts, item: Item): People {
  const held = item.assignees ?? facts.assignees.map(({ handle }) => handle)
  const [only] = held.length === 1 ? held : []
  const dri = item.dri ?? facts.dri?.handle ?? only
  return { dri, assignees: held.length > 0 || dri === undefined ? held : [dri] }
}

async function refusalOf(
  ctx: Ctx,
  facts: IssueFacts,
  plan: Plan,
  { dri, assignees }: People,
): Promise<Refusal | null> {
  const { labels, state, weight, number } = facts
  const isDeliverable = means(labels, 'deliverable')
  const [card, madeBy, model] = await Promise.all([
    cardByRef(ctx, number),
    isDeliverable ? madeDeliverableBy(ctx, number, plan.label.id) : null,
    modelGate(ctx, facts.model && Number(facts.model.id)),
  ])
  const split = card?.split ?? false
  const held = new Set(labels.map(({ id }) => id))
  return whyNotSelect(
    {
      open: state === 'open',
      onBoard: plan.asks.every((id) => held.has(id)),
      isDeliverable,
      madeBy,
      unweighted: isUnweighted({ state, weight, split, labels, milestone: { kind: 'timebox' } }),
      state: stateOf(labels),
      milestone: facts.milestone,
      current: plan.current,
      next: plan.next,
      dri: dri ?? null,
      assignees,
      model,
    },
    plan.milestone,
  )
}
