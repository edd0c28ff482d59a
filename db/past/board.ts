import type { BoardView } from '#lib/contract/boards.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { boardAndMilestone, type BoardInput, type KnownCards, readBoard } from '../queries/boards.ts'
import { todayOf } from '../queries/milestones.ts'
import { lastServed, pack, placeOf, type ServedBoard } from '../queries/served-board.ts'
import { asOf } from './as-of.ts'
import type { Some } from './changed.ts'
import { boardKept, keepBoard, nearestKept } from './kept-boards.ts'
import { momentIn } from './moment.ts'
import { type Moment, type Other, otherwiseSince } from './since.ts'

type Then = BoardInput & { at: string }

/**
 * A board as it was, as bytes. Of a moment that was asked for before, they are kept until something is recorded; near one, or
 * near now, the cards that were otherwise are read and the rest is taken over.
 *
 * @param newest the group's last event, as it was read together with the session
 */
export async function servedPastBoard(
  ctx: Ctx,
  { at, ...input }: Then,
  newest: number,
): Promise<ServedBoard> {
  // a transaction may see what no other does
  if (ctx.inside) return pack(await pastBoard(ctx, { at, ...input }))
  const place = placeOf(ctx, input)
  const known = boardKept(place, at, newest)
  if (known) return known
  const moment = await momentIn(ctx, at)
  const { view, unseen, told } = await boardThen(ctx, input, {
    moment,
    others: await othersNear(place, moment),
  })
  const served = pack(view)
  // today stands for now, which goes on
  if (!isPlainDate(at) || at < todayOf(ctx))
    keepBoard(at, { place, at: moment, view, unseen, served, ...told })
  return served
}

/** The same, read as a whole. */
export async function pastBoard(ctx: Ctx, { at, ...input }: Then): Promise<BoardView> {
  return (await boardThen(ctx, input, { moment: await momentIn(ctx, at), others: [] })).view
}

/** The same board, as it was at another moment, or is. */
type Near = Other & { view: BoardView; unseen: KnownCards['unseen'] }

/** Of one group, nearest first. What is not shown of the board of now is not known by its cards. */
async function othersNear(place: string, at: Date): Promise<Near[]> {
  const kept = nearestKept(place, at)
  const now = await lastServed(place)?.catch(() => undefined)
  const live =
    now && now.notShown.cards === 0
      ? [{ at: null, newest: now.event, last: now.event, view: now, unseen: [] }]
      : []
  return kept ? [kept, ...live] : live
}

async function boardThen(
  ctx: Ctx,
  input: BoardInput,
  { moment: at, others }: { moment: Date; others: Near[] },
) {
  let known: KnownCards | undefined
  let told = { newest: 0, last: 0 }
  const issues = async (past: Ctx, moment: Moment): Promise<Some> => {
    told = { newest: moment.newest, last: moment.last }
    const { board, milestone } = await boardAndMilestone(past, input)
    // elsewhere cards leave by the time that they are closed, of which no event tells
    if (milestone?.shelf !== null) return milestone && { milestones: [milestone.id] }
    const labels = board.filterLabelIds.toSorted().join()
    const same = others.filter(
      ({ view }) => view.milestone?.id === milestone.id && view.filterLabelIds.toSorted().join() === labels,
    )
    known = await nearestOf(past, moment, same)
    return known ? { refs: known.touched } : { milestones: [milestone.id] }
  }
  const read = await asOf(ctx, at, { issues, texts: false }, (past) => readBoard(past, input, known))
  return { ...read, told }
}

/** The one from which the fewest cards are different; none where more than cards is. */
async function nearestOf(
  past: Ctx,
  moment: Moment,
  others: readonly Near[],
): Promise<KnownCards | undefined> {
  const found = await Promise.all(
    others.map(async ({ view, unseen, ...other }) => {
      const touched = await otherwiseSince(past.db, moment, other)
      return touched === null ? [] : [{ shown: view.cards, unseen, touched }]
    }),
  )
  return found.flat().toSorted((a, b) => a.touched.length - b.touched.length)[0]
}
