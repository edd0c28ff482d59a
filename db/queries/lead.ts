import type { Card } from '#lib/contract/issues.ts'
import type { Week } from '#lib/contract/week.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import { means, stateOf, type LabelFact } from '#lib/domain/labels.ts'
import { lintIssue } from '#lib/domain/lint.ts'
import { isActive, stateTitle } from '#lib/domain/workflow.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { capacityFor } from './boards.ts'
import { selectCards } from './cards.ts'
import { dictionaries } from './dictionaries.ts'
import { type MilestoneRow, milestonesOf, timeboxes, todayOf } from './milestones.ts'

type Lead = NonNullable<Week['lead']>

/** Of each finding as many issues as one looks at; how many there are is told by the list. */
const SHOWN = 50

/** What whoever leads looks after: work that drifts, what the rules find in planned work, how much is said. */
export async function leadOf(ctx: Ctx): Promise<Lead> {
  const { current, next } = await timeboxes(ctx)
  const milestones = await milestonesOf(ctx)
  const { labels, people } = await dictionaries(ctx)
  const byId = new Map(labels.map((label) => [label.id, label]))
  const held = (card: Card): LabelFact[] => card.labelIds.flatMap((id) => byId.get(id) ?? [])
  const cards: Card[] = []
  for (const box of [current, next]) {
    if (box) cards.push(...(await selectCards(ctx, { milestoneId: Number(box.id) })))
  }
  const open = cards.filter(({ state }) => state === 'open')
  const members = new Set(people.map(({ handle }) => handle))
  return {
    drift: open.flatMap((card) => {
      const because = driftOf(card, stateOf(held(card)), members)
      return because ? [{ ref: card.ref, title: card.title, because }] : []
    }),
    findings: findingsOf(ctx, open, held, milestones, await spikeScopes(ctx, open)),
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

function findingsOf(
  ctx: Ctx,
  open: readonly Card[],
  held: (card: Card) => LabelFact[],
  milestones: readonly MilestoneRow[],
  scopes: ReadonlyMap<number, string>,
): Lead['findings'] {
  const today = todayOf(ctx)
  const found = open.flatMap((card) =>
    lintIssue(
      {
        state: card.state,
        labels: held(card),
        milestone: milestones.find(({ slug }) => slug === card.milestone) ?? null,
        weight: card.weight,
        dri: card.dri,
        dueOn: card.due,
        spikeScope: scopes.get(card.ref) ?? null,
        lastUpdateOn: card.since && dayIn(ctx.group.zone, card.since),
      },
      today,
    ).map((finding) => ({ ...finding, ref: card.ref, title: card.title })),
  )
  return [...Map.groupBy(found, ({ code }) => code)].map(([code, all]) => ({
    code,
    sentence: all[0]?.sentence ?? '',
    issues: all.slice(0, SHOWN).map(({ ref, title, because }) => ({ ref, title, because })),
  }))
}

async function spikeScopes(ctx: Ctx, cards: readonly Card[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await ctx.db.query<{ number: number; scope: string }>({
    name: 'spike-scopes',
    text: `select number, spike_scope as scope from issues
      where group_id = $1 and number = any($2::int[]) and spike_scope is not null`,
    values: [ctx.group.id, cards.map(({ ref }) => ref)],
  })
  return new Map(rows.map(({ number, scope }) => [number, scope]))
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
