import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { BoardView } from '#lib/contract/boards.ts'
import { capacityOf } from '#lib/domain/capacity.ts'
import { currentOf, nextOf } from '#lib/domain/milestones.ts'
import { may } from '#lib/domain/permissions.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from './board-facts.ts'
import { selectCards } from './cards.ts'
import { dictionaries } from './dictionaries.ts'
import { milestoneFacts, milestoneOfBoard, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { lastEvent } from './events.ts'
import { usualDays } from './usual-days.ts'

/** Closed cards of a board that has no milestone to end them are shown for this long. */
const CLOSED_FOR_DAYS = 28

export async function viewBoard(
  ctx: Ctx,
  input: { board: string; milestone?: string | undefined },
): Promise<BoardView> {
  // Read first: a change that commits meanwhile is announced after this number, and patched in again, harmlessly.
  const event = await lastEvent(ctx)
  const board = await boardFacts(ctx, input.board)
  const milestones = await milestonesOf(ctx)
  const today = todayOf(ctx)
  const milestone = input.milestone
    ? milestones.find((one) => one.slug === input.milestone)
    : milestoneOfBoard(board, milestones, today)
  if (milestone === undefined) throw notFound(`The milestone “${input.milestone}”`)
  const [cards, usual, words] = [
    await selectCards(ctx, {
      ...(milestone ? { milestoneId: Number(milestone.id) } : {}),
      ...(milestone?.kind === 'timebox'
        ? {}
        : { closedSince: new Date(ctx.now.getTime() - CLOSED_FOR_DAYS * 86_400_000) }),
      labelIds: board.filterLabelIds.map(Number),
    }),
    await usualDays(
      ctx,
      board.columns.map((column) => column.labelId),
    ),
    await dictionaries(ctx),
  ]
  return {
    board: {
      slug: board.slug,
      title: board.title,
      kind: board.kind,
      milestone: milestoneOfBoard(board, milestones, today)?.slug ?? null,
    },
    columns: board.columns.map((column) => ({ ...column, usualDays: usual.get(column.labelId) ?? null })),
    filterLabelIds: board.filterLabelIds,
    milestone: milestone && milestoneFacts(milestone),
    milestones: milestones.map(milestoneFacts),
    current: currentOf(milestones, today)?.slug ?? null,
    next: nextOf(milestones, today)?.slug ?? null,
    labels: words.labels,
    people: words.people,
    teams: words.teams,
    epics: words.epics,
    capacity: milestone?.kind === 'timebox' ? await capacityFor(ctx, milestone) : null,
    cards,
    today,
    event,
  }
}

async function capacityFor(ctx: Ctx, { startOn, dueOn }: MilestoneRow) {
  if (startOn === null || dueOn === null) return null
  const { rows } = await ctx.db.$client.query<{ shares: number[]; focus: number; days: number }>({
    name: 'capacity-terms',
    text: `select g.focus_factor::float as focus, g.days_per_weight::float as days,
        array(select m.share::float from memberships m
          where m.group_id = g.id and m.from_on <= $3 and (m.to_on is null or m.to_on >= $2)) as shares
      from groups g where g.id = $1`,
    values: [ctx.group.id, startOn, dueOn],
  })
  const [terms] = rows
  if (!terms || terms.shares.length === 0) return null
  return capacityOf({ startOn, dueOn, shares: terms.shares, focus: terms.focus, daysPerWeight: terms.days })
}

/** A board as it goes over the wire, kept until the group's next event or the next day. */
export type ServedBoard = { text: string; gzipped: Buffer; etag: string; event: number }

const served = new Map<string, Promise<ServedBoard>>()
const MOST_KEPT = 64

/**
 * Every reader of a board with the same sight gets the same bytes: they are made once per event. `lastEvent` is the
 * group's newest event as the door has read it with the session.
 */
export function servedBoard(
  ctx: Ctx,
  input: { board: string; milestone?: string | undefined },
  newest: number,
): Promise<ServedBoard> {
  const sight = may(ctx.actor, 'see.confidential') ? 'all' : 'open'
  const place = [ctx.group.id, input.board, input.milestone ?? '', sight].join('|')
  const moment = `${place}|${newest}|${todayOf(ctx)}`
  const known = served.get(place)
  if (known && moments.get(known) === moment) return known
  const fresh = viewBoard(ctx, input).then(pack)
  moments.set(fresh, moment)
  served.delete(place)
  served.set(place, fresh)
  fresh.catch(() => served.get(place) === fresh && served.delete(place))
  for (const oldest of served.keys()) {
    if (served.size <= MOST_KEPT) break
    served.delete(oldest)
  }
  return fresh
}

const moments = new WeakMap<Promise<ServedBoard>, string>()

function pack(view: BoardView): ServedBoard {
  const text = JSON.stringify(view)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  return { text, gzipped: gzipSync(text, { level: 4 }), etag, event: view.event }
}
