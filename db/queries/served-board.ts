import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type BoardView, viewBoard as endpoint } from '#lib/contract/boards.ts'
import { nounsTouching } from '#lib/http/topics.ts'
import { orderOf } from '#lib/domain/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { type BoardInput, broughtIn, cardsOf, viewBoard } from './boards.ts'
import { selectCards } from './cards.ts'
import { todayOf } from './milestones.ts'
import { notShownOf, unseenOn } from './not-shown.ts'
import { touchedSince } from './touched.ts'

const zip = promisify(gzip)

/** A board as it goes over the wire: made once per event, then the same bytes for every reader with the same sight. */
export type ServedBoard = { text: string; gzipped: () => Promise<Buffer>; etag: string }

type CachedBoard = { newest: number; today: string; view: Promise<BoardView>; served: Promise<ServedBoard> }

const cache = new Map<string, CachedBoard>()
const MOST_KEPT = 64

/** `newest` is the group's last event, as it was read together with the session. */
export function servedBoard(ctx: Ctx, input: BoardInput, newest: number): Promise<ServedBoard> {
  const place = placeOf(ctx, input)
  const [cached, today] = [cache.get(place), todayOf(ctx)]
  if (cached && cached.newest >= newest && cached.today === today) return cached.served
  const view =
    cached && cached.today === today
      ? cached.view.then((old) => broughtUpToDate(ctx, input, old))
      : viewBoard(ctx, input)
  const fresh = { newest, today, view, served: view.then(pack) }
  cache.delete(place)
  cache.set(place, fresh)
  fresh.served.catch(() => cache.get(place) === fresh && cache.delete(place))
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST_KEPT) break
    cache.delete(oldest)
  }
  return fresh.served
}

/** Which board, and with which sight. */
export const placeOf = ({ group, actor }: Ctx, { board, milestone = '' }: BoardInput): string =>
  [group.id, board, milestone, may(actor, 'see.confidential') ? 'all' : 'open'].join('|')

/** The board as it was served last, if it was. */
export const lastServed = (place: string): Promise<BoardView> | undefined => cache.get(place)?.view

/** Of which nouns an event reads a board anew; all others leave it as it is. */
const NOUNS = nounsTouching(endpoint.reads)

/** Reads just the cards that events have touched since; anything that touches more than cards reads the board anew. */
async function broughtUpToDate(ctx: Ctx, input: { board: string }, old: BoardView): Promise<BoardView> {
  const since = await touchedSince(ctx, old.event, NOUNS)
  if (!since) return viewBoard(ctx, input)
  if (since.newest === null) return old
  const filter = cardsOf(ctx, old)
  const [touched, unseen] = [
    await selectCards(ctx, { ...filter, refs: since.refs }, { order: orderOf(old.board.kind) }),
    await unseenOn(ctx, old.board.kind, filter),
  ]
  const cards = broughtIn(old.cards, since.refs, touched)
  return { ...old, notShown: notShownOf(old, unseen), cards, event: since.newest }
}

export function pack(view: BoardView): ServedBoard {
  const text = JSON.stringify(view)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  let zipped: Promise<Buffer> | undefined
  return { text, etag, gzipped: () => (zipped ??= zip(text, { level: 4 })) }
}
