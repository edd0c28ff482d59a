import type { BoardView, CapacityFacts } from '#lib/contract/boards.ts'
import { orderOf } from '#lib/domain/boards.ts'
import { capacityOf, daysWithin, type Share } from '#lib/domain/capacity.ts'
import { currentOf, isOver, nextOf } from '#lib/domain/milestones.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { type BoardFacts, boardFacts } from './board-facts.ts'
import { type CardFilter, selectCards } from './cards.ts'
import { commitmentsFor } from './commitments.ts'
import { dictionaries } from './dictionaries.ts'
import { milestoneFacts, milestoneOfBoard, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { lastEvent } from './events.ts'
import { notShownOn } from './not-shown.ts'
import { usualDays } from './usual-days.ts'

/** Closed cards of a board that has no milestone to end them are shown for this long. */
const CLOSED_FOR_DAYS = 28

type Input = { board: string; milestone?: string | undefined }

export async function viewBoard(ctx: Ctx, input: Input): Promise<BoardView> {
  // Read first: a change that commits meanwhile is announced after this number, and patched in again, harmlessly.
  const event = await lastEvent(ctx)
  const board = await boardFacts(ctx, input.board)
  const milestones = await milestonesOf(ctx)
  const today = todayOf(ctx)
  const home = milestoneOfBoard(board, milestones, today)
  const milestone = input.milestone ? milestones.find((one) => one.slug === input.milestone) : home
  if (milestone === undefined) throw notFound(`The milestone “${input.milestone}”`)
  const words = await dictionaries(ctx)
  const usual = await usualDays(
    ctx,
    board.columns.map((column) => column.labelId),
  )
  const view = {
    board: {
      slug: board.slug,
      title: board.title,
      kind: board.kind,
      milestoneRule: board.milestoneRule,
      milestone: home?.slug ?? null,
      milestoneTitle: home?.title ?? null,
    },
    columns: board.columns.map((column) => ({ ...column, usualDays: usual.get(column.labelId) ?? null })),
    filterLabelIds: board.filterLabelIds,
    milestone: milestone && milestoneFacts(milestone),
    milestones: milestones.map(milestoneFacts),
    current: currentOf(milestones, today)?.slug ?? null,
    next: nextOf(milestones, today)?.slug ?? null,
    ...words,
    capacity: milestone && (await capacityFor(ctx, milestone)),
    commitments: milestone && (await saidOn(ctx, board, milestone, words.labels)),
    today,
    event,
  }
  const filter = cardsOf(ctx, view)
  const cards = await selectCards(ctx, filter, { order: orderOf(board.kind) })
  return { ...view, notShown: await notShownOn(ctx, view, filter), cards }
}

/** Only where Deliverables are asked for, or candidates for them, something was said. */
async function saidOn(
  ctx: Ctx,
  board: BoardFacts,
  milestone: MilestoneRow,
  labels: BoardView['labels'],
): Promise<BoardView['commitments']> {
  const deliverable = labels.find(({ meaning }) => meaning === 'deliverable')?.id
  if (deliverable === undefined) return null
  const asks = board.filterLabelIds.includes(deliverable) || board.kind === 'planning'
  if (!asks) return null
  return commitmentsFor(ctx, milestone, [...new Set([...board.filterLabelIds, deliverable])])
}

/** Which issues a board shows: all of a timebox; on shelves and elsewhere not what was closed long ago. */
export function cardsOf(
  ctx: Ctx,
  { milestone, filterLabelIds }: Pick<BoardView, 'milestone' | 'filterLabelIds'>,
): CardFilter {
  const closedSince = new Date(ctx.now.getTime() - CLOSED_FOR_DAYS * 86_400_000)
  return {
    ...(milestone ? { milestoneId: Number(milestone.id) } : {}),
    ...(milestone?.shelf === null ? {} : { closedSince }),
    labelIds: filterLabelIds.map(Number),
  }
}

type Term = Share & { person: string; name: string }

/** What the group can close in a milestone; null where nobody can know, on shelves, and for a milestone that is over. */
export async function capacityFor(ctx: Ctx, milestone: MilestoneRow): Promise<CapacityFacts | null> {
  const { startOn, dueOn } = milestone
  if (startOn === null || dueOn === null || isOver(milestoneFacts(milestone), todayOf(ctx))) return null
  const { rows } = await ctx.db.query<{ shares: Term[]; focus: number; days: number }>({
    name: 'capacity-terms',
    text: `select g.focus_factor::float as focus, g.days_per_weight::float as days,
        coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'name', p.name, 'share', m.share,
            'from', m.from_on, 'to', m.to_on) order by p.name, p.id, m.share desc, m.from_on, m.id)
          from memberships m join people p on p.id = m.person_id
          where m.group_id = g.id and m.from_on <= $3 and (m.to_on is null or m.to_on >= $2)), '[]') as shares
      from groups g where g.id = $1`,
    values: [ctx.group.id, startOn, dueOn],
  })
  const [given] = rows
  if (!given || given.shares.length === 0) return null
  const { shares, focus, days } = given
  return {
    ...capacityOf({ startOn, dueOn, shares, focus, daysPerWeight: days }),
    terms: shares.map(({ person, name, share, ...dates }) => ({
      person,
      name,
      days: daysWithin({ share, ...dates }, startOn, dueOn),
      share,
    })),
  }
}
