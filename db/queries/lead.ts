import type { Card } from '#lib/contract/issues.ts'
import type { Week } from '#lib/contract/week.ts'
import { means, stateOf, type LabelFact } from '#lib/domain/labels.ts'
import { committedWeight, tallyOf } from '#lib/domain/tally.ts'
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
  const passed = await passedBy(ctx, open)
  return {
    drift: open.flatMap((card) => {
      const because = driftOf(card, { state: stateOf(held(card)), members, passed: passed.get(card.ref) })
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

type Drift = {
  state: ReturnType<typeof stateOf>
  members: ReadonlySet<string>
  /** The DRI's name, where they were taken off the assignees and drive it still. */
  passed: string | undefined
}

/** Handbook › DRIs: "a single named DRI" for all that is actively worked on, and reassigned "not by drift". */
function driftOf(card: Card, { state, members, passed }: Drift): string | null {
  if (card.dri !== null && !members.has(card.dri)) return 'Its DRI is no longer in the group.'
  if (card.offeredTo !== null && !members.has(card.offeredTo))
    return 'The person asked to take over is no longer in the group.'
  if (passed && card.assignees.length > 0) return `Others work on it, and ${passed} is still its DRI.`
  if (!isActive(state) || state === null || card.dri !== null) return null
  const title = stateTitle(state)
  return `${title.charAt(0).toUpperCase()}${title.slice(1)} without a DRI.`
}

/** Of which issues the DRI was unassigned since they became it, and nobody handed the rest over. */
async function passedBy(ctx: Ctx, cards: readonly Card[]): Promise<ReadonlyMap<number, string>> {
  const driven = cards.filter(({ dri, assignees }) => dri !== null && !assignees.includes(dri))
  const { rows } = await ctx.db.query<{ number: number; name: string }>({
    name: 'unassigned-dris',
    text: `select distinct i.number, p.name from issues i join people p on p.id = i.dri_id
      join dri_assignments d on d.group_id = i.group_id and d.issue_number = i.number and d.to_at is null
      join events e on e.group_id = i.group_id and e.issue_number = i.number and e.type = 'issue.assigned'
        and e.at >= d.from_at and e.data->'removed' @> jsonb_build_array(jsonb_build_object('id', i.dri_id))
      where i.group_id = $1 and i.number = any($2::int[])`,
    values: [ctx.group.id, driven.map(({ ref }) => ref)],
  })
  return new Map(rows.map(({ number, name }) => [number, name]))
}

async function saidOf(
  ctx: Ctx,
  milestone: MilestoneRow,
  cards: readonly Card[],
  held: (card: Card) => LabelFact[],
): Promise<NonNullable<Lead['milestone']>> {
  const promised = cards.map((card) => ({ ...card, labels: held(card), milestone }))
  const tally = tallyOf(promised.filter(({ labels }) => means(labels, 'deliverable')))
  return {
    slug: milestone.slug,
    title: milestone.title,
    committed: committedWeight(tally),
    done: tally.doneWeight,
    unweighted: tally.unweighted,
    capacity: await capacityFor(ctx, milestone),
  }
}
