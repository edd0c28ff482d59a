import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type BoardView, viewBoard as endpoint } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { nounsTouching } from '#lib/http/topics.ts'
import { orderOf } from '#lib/domain/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { cardsOf, viewBoard } from './boards.ts'
import { selectCards } from './cards.ts'
import { todayOf } from './milestones.ts'
import { notShownOn } from './not-shown.ts'

const zip = promisify(gzip)

/** A board as it goes over the wire: made once per event, then the same bytes for every reader with the same sight. */
export type ServedBoard = { text: string; gzipped: () => Promise<Buffer>; etag: string }

type Kept = { newest: number; today: string; view: Promise<BoardView>; served: Promise<ServedBoard> }

const kept = new Map<string, Kept>()
const MOST_KEPT = 64
/** Further behind than this, a board is read anew: that is faster than card by card. */
const MOST_BEHIND = 200

/** `newest` is the group's last event, as the door has read it together with the session. */
export function servedBoard(
  ctx: Ctx,
  input: { board: string; milestone?: string | undefined },
  newest: number,
): Promise<ServedBoard> {
  const visibility = may(ctx.actor, 'see.confidential') ? 'all' : 'open'
  const place = [ctx.group.id, input.board, input.milestone ?? '', visibility].join('|')
  const [known, today] = [kept.get(place), todayOf(ctx)]
  if (known && known.newest >= newest && known.today === today) return known.served
  const view =
    known && known.today === today
      ? known.view.then((old) => broughtUpToDate(ctx, input, old))
      : viewBoard(ctx, input)
  const fresh = { newest, today, view, served: view.then(pack) }
  kept.delete(place)
  kept.set(place, fresh)
  fresh.served.catch(() => kept.get(place) === fresh && kept.delete(place))
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return fresh.served
}

/** Of which nouns an event reads a board anew; all others leave it as it is. */
const NOUNS = nounsTouching(endpoint.reads)

type Since = { events: number; newest: number | null; refs: number[]; whole: boolean }

/** Reads just the cards that events have touched since; anything that touches more than cards reads the board anew. */
async function broughtUpToDate(ctx: Ctx, input: { board: string }, old: BoardView): Promise<BoardView> {
  const { rows } = await ctx.db.query<Since>({
    name: 'touched-since',
    text: `select count(*) as events, max(number) as newest,
        coalesce(array_agg(distinct issue_number) filter (where issue_number is not null), '{}') as refs,
        coalesce(bool_or(issue_number is null and split_part(type, '.', 1) = any($3) or data ? 'spread'), false) as whole
      from events where group_id = $1 and number > $2`,
    values: [ctx.group.id, old.event, NOUNS],
  })
  const [since] = rows
  if (!since || since.whole || since.events > MOST_BEHIND) return viewBoard(ctx, input)
  if (since.newest === null) return old
  const filter = cardsOf(ctx, old)
  const [touched, notShown] = [
    await selectCards(ctx, { ...filter, refs: since.refs }, { order: orderOf(old.board.kind) }),
    await notShownOn(ctx, old, filter),
  ]
  const cards = replaced(old.cards, new Set(since.refs), touched)
  return { ...old, notShown, cards, event: since.newest }
}

/** Both lists are in the order of their ranks, and so is what comes out. */
function replaced(cards: readonly Card[], touched: ReadonlySet<number>, now: readonly Card[]): Card[] {
  const all: Card[] = []
  let at = 0
  for (const card of cards) {
    if (touched.has(card.ref)) continue
    for (let next = now[at]; next && next.rank < card.rank; next = now[at]) {
      all.push(next)
      at += 1
    }
    all.push(card)
  }
  return [...all, ...now.slice(at)]
}

export function pack(view: BoardView): ServedBoard {
  const text = JSON.stringify(view)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  let zipped: Promise<Buffer> | undefined
  return { text, etag, gzipped: () => (zipped ??= zip(text, { level: 4 })) }
}
