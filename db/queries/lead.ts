import type { Card } from '#lib/contract/issues.ts'
import type { Week } from '#lib/contract/week.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import { means, stateOf, type LabelFact } from '#lib/domain/labels.ts'
import { isActive, stateTitle } from '#lib/domain/workflow.ts'
import type { Ctx } from '../context.ts'
import { capacityFor } from './boards.ts'
import { selectCards } from './cards.ts'
import { dictionaries } from './dictionaries.ts'
import { reportIssues } from './issue-report.ts'
import { type MilestoneRow, timeboxes } from './milestones.ts'

type Lead = NonNullable<Week['lead']>

/** What whoever leads looks after: work that drifts, what the rules find in open issues, how much is said. */
export async function leadOf(ctx: Ctx): Promise<Lead> {
  const { current, next } = await timeboxes(ctx)
  const { labels, people } = await dictionaries(ctx)
  const byId = new Map(labels.map((label) => [label.id, label]))
  const held = (card: Card): LabelFact[] => card.labelIds.flatMap((id) => byId.get(id) ?? [])
  const cards: Card[] = []
  for (const box of [current, next]) {
    if (box) cards.push(...(await selectCards(ctx, { milestoneId: Number(box.id) })))
  }
  const open = cards.filter(({ state }) => state === 'open')
  const report = await reportIssues(ctx)
  const members = new Set(people.map(({ handle }) => handle))
  return {
    drift: open.flatMap((card) => {
      const because = driftOf(card, stateOf(held(card)), members)
      return because ? [{ ref: card.ref, title: card.title, because }] : []
    }),
    open: report.open,
    toMend: report.issues,
    findings: report.findings.map(({ name, issues }) => ({ name, total: issues.length })),
    milestone:
      current &&
      (await saidOf(
        ctx,
        current,
        cards.filter((card) => card.milestone === current.slug),
        held,
      )),
  }
}

/** Handbook › DRIs: "a single named DRI" for all that is actively worked on, and reassigned "not by drift". */
function driftOf(card: Card, state: ReturnType<typeof stateOf>, members: ReadonlySet<string>): string | null {
  if (card.dri !== null && !members.has(card.dri)) return 'Its DRI is no longer in the group.'
  if (!isActive(state) || state === null || card.dri !== null) return null
  const title = stateTitle(state)
  return `${title.charAt(0).toUpperCase()}${title.slice(1)} without a DRI.`
}

async function saidOf(
  ctx: Ctx,
  milestone: MilestoneRow,
  cards: readonly Card[],
  held: (card: Card) => LabelFact[],
): Promise<NonNullable<Lead['milestone']>> {
  const promised = cards.filter((card) => means(held(card), 'deliverable'))
  const open = sumsOf(promised.filter(({ state }) => state === 'open'))
  const done = sumsOf(promised.filter(({ closeReason }) => closeReason === 'done'))
  return {
    slug: milestone.slug,
    title: milestone.title,
    said: open.weight + done.weight,
    done: done.weight,
    unweighted: open.unweighted,
    capacity: await capacityFor(ctx, milestone),
  }
}
