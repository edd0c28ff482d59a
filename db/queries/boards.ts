import type { BoardView, CapacityFacts } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { orderOf } from '#lib/domain/boards.ts'
import { currentOf, isOver, nextOf } from '#lib/domain/milestones.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { type BoardFacts, boardFacts } from './board-facts.ts'
import { capacityIn, type CapacityTerms, capacityTerms } from './capacity-terms.ts'
import { type CardFilter, selectCards } from './cards.ts'
import { commitmentsFor } from './commitments.ts'
import { absencesSoon } from './absences.ts'
import { keptUntilTouched } from './kept.ts'
import { lookupsOf } from './lookups.ts'
import { milestoneFacts, milestoneOfBoard, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { lastEvent } from './events.ts'
import { notShownOf, unseenOn } from './not-shown.ts'
import { usualDays } from './usual-days.ts'

/** Closed cards of a board that has no milestone to end them are shown for this long. */
const CLOSED_FOR_DAYS = 28

export type BoardInput = { board: string; milestone?: string | undefined }

/** Cards of the same board that are known from elsewhere, and the issues that may be otherwise: these alone are read. */
export type KnownCards = { shown: readonly Card[]; unseen: readonly Card[]; touched: readonly number[] }

export const viewBoard = async (ctx: Ctx, input: BoardInput): Promise<BoardView> =>
  (await readBoard(ctx, input)).view

/** A board, and the cards behind its note of what is not shown. */
export async function readBoard(
  ctx: Ctx,
  input: BoardInput,
  known?: KnownCards,
): Promise<{ view: BoardView; unseen: Card[] }> {
  // Read first: a change that commits meanwhile is announced after this number, and patched in again, harmlessly.
  const event = await lastEvent(ctx)
  const { board, milestones, home, milestone } = await boardAndMilestone(ctx, input)
  const today = todayOf(ctx)
  const [lookups, usual, away, capacity] = await Promise.all([
    lookupsOf(ctx),
    usualDays(
      ctx,
      board.columns.map((column) => column.labelId),
    ),
    absencesSoon(ctx),
    milestone && capacityFor(ctx, milestone),
  ])
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
    ...lookups,
    away,
    capacity,
    commitments: milestone && (await commitmentsOn(ctx, board, milestone, lookups.labels)),
    today,
    event,
  }
  const [filter, order] = [cardsOf(ctx, view), { order: orderOf(board.kind) }]
  const touched = known && { refs: known.touched }
  const [cards, unseen] = await Promise.all([
    selectCards(ctx, { ...filter, ...touched }, order),
    unseenOn(ctx, board.kind, { ...filter, ...touched }),
  ])
  const all = known
    ? {
        cards: broughtIn(known.shown, known.touched, cards),
        unseen: broughtIn(known.unseen, known.touched, unseen),
      }
    : { cards, unseen }
  return { view: { ...view, notShown: notShownOf(view, all.unseen), cards: all.cards }, unseen: all.unseen }
}

/** Cards with those of some issues replaced. Both lists are in the order of their ranks, and so is what comes out. */
export function broughtIn(cards: readonly Card[], touched: readonly number[], now: readonly Card[]): Card[] {
  const own = new Set(touched)
  const all: Card[] = []
  let at = 0
  for (const card of cards) {
    if (own.has(card.ref)) continue
    for (let next = now[at]; next && next.rank < card.rank; next = now[at]) {
      all.push(next)
      at += 1
    }
    all.push(card)
  }
  return [...all, ...now.slice(at)]
}

/** A board, and the milestone that it shows: the one that is asked for, or the one that it has by its rule, its home. */
export async function boardAndMilestone(ctx: Ctx, input: BoardInput) {
  const board = await boardFacts(ctx, input.board)
  const milestones = await milestonesOf(ctx)
  const home = milestoneOfBoard(board, milestones, todayOf(ctx))
  const milestone = input.milestone ? milestones.find((one) => one.slug === input.milestone) : home
  if (milestone === undefined) throw notFound(`The milestone “${input.milestone}”`)
  return { board, milestones, home, milestone }
}

/** Only where Deliverables are asked for, or candidates for them, something was said. */
async function commitmentsOn(
  ctx: Ctx,
  board: BoardFacts,
  milestone: MilestoneRow,
  labels: BoardView['labels'],
): Promise<BoardView['commitments']> {
  const deliverable = labels.find(({ meaning }) => meaning === 'deliverable')?.id
  if (deliverable === undefined) return null
  const asks = board.filterLabelIds.includes(deliverable) || board.kind === 'planning'
  if (!asks) return null
  return commitmentsFor(ctx, milestone)
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

/** What the group can close in a milestone; null where nobody can know, on shelves, and for a milestone that is over. */
export async function capacityFor(ctx: Ctx, milestone: MilestoneRow): Promise<CapacityFacts | null> {
  const { id, startOn, dueOn } = milestone
  if (startOn === null || dueOn === null || isOver(milestoneFacts(milestone), todayOf(ctx))) return null
  const terms = await capacityTerms(ctx, startOn, dueOn)
  const { rows, weight, availableDays } = capacityIn(terms, { id, startOn, dueOn })
  if (rows.length === 0) return null
  const names = new Map(terms.memberships.toReversed().map((one) => [`${one.person} ${one.team}`, one]))
  return {
    weight,
    availableDays,
    daysPerWeight: terms.daysPerWeight,
    terms: rows.map(({ person, team, availableDays, weight }) => ({
      person,
      ...namesIn(names.get(`${person} ${team}`), person, team),
      availableDays,
      weight,
    })),
  }
}

/** The same, read again after what touches people, their time or the milestone: not after each change of an issue. */
export const keptCapacityFor = keptUntilTouched<CapacityFacts | null, MilestoneRow>(
  ['capacity', 'time_off', 'working_times', 'teams', 'people', 'milestones', 'groups'],
  capacityFor,
)

function namesIn(known: CapacityTerms['memberships'][number] | undefined, person: string, team: string) {
  return { name: known?.name ?? person, team: known?.teamName ?? team }
}
