import type { BoardView } from '#lib/contract/boards.ts'
import { capacityOf, type Share } from '#lib/domain/capacity.ts'
import { currentOf, nextOf } from '#lib/domain/milestones.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from './board-facts.ts'
import { type CardFilter, selectCards } from './cards.ts'
import { dictionaries } from './dictionaries.ts'
import { milestoneFacts, milestoneOfBoard, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { lastEvent } from './events.ts'
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
  const usual = await usualDays(
    ctx,
    board.columns.map((column) => column.labelId),
  )
  const words = await dictionaries(ctx)
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
    capacity: milestone?.kind === 'timebox' ? await capacityFor(ctx, milestone) : null,
    today,
    event,
  }
  return { ...view, cards: await selectCards(ctx, cardsOf(ctx, view)) }
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

export async function capacityFor(ctx: Ctx, { startOn, dueOn }: MilestoneRow) {
  if (startOn === null || dueOn === null) return null
  const { rows } = await ctx.db.query<{ shares: Share[]; focus: number; days: number }>({
    name: 'capacity-terms',
    text: `select g.focus_factor::float as focus, g.days_per_weight::float as days,
        coalesce((select jsonb_agg(jsonb_build_object('share', m.share, 'from', m.from_on, 'to', m.to_on))
          from memberships m
          where m.group_id = g.id and m.from_on <= $3 and (m.to_on is null or m.to_on >= $2)), '[]') as shares
      from groups g where g.id = $1`,
    values: [ctx.group.id, startOn, dueOn],
  })
  const [terms] = rows
  if (!terms || terms.shares.length === 0) return null
  return capacityOf({ startOn, dueOn, shares: terms.shares, focus: terms.focus, daysPerWeight: terms.days })
}
