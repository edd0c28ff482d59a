import type { QueryClient } from '@tanstack/react-query'

import { changeMany } from '#components/changes/change-many.ts'
import { counted } from '#components/changes/pieces.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Card, Changed } from '#lib/contract/issues.ts'
import { bulkMove } from '#lib/contract/bulk.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { ranksBetween } from '#lib/domain/rank.ts'

import { laneTitle } from '#components/boards/view/arrange.ts'
import { askEach } from '#components/boards/view/board-store.ts'
import type { BoardStore, Extras } from '#components/boards/view/board-store.ts'
import { entryOf } from './entry.ts'
import { predictedMove } from './predicted-move.ts'
import { canOrder, questionsOf, whyNotMove } from './move-rules.ts'
import { keepsOrder } from '#components/boards/drag/drop-position.ts'
import type { Place } from '#components/boards/drag/drop-position.ts'
import { laneOfCard, othersIn } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { selectedCards, selectOnly } from '#components/boards/select/selection.ts'

type Parts = { group: string; snapshot: () => BoardSnapshot; store: BoardStore }

/** Moves all that is selected, one card below the other; `held` is the card by which they were lifted. */
export function moveSelected(client: QueryClient, parts: Parts, held: number, to: Place) {
  const { lane, index, section } = to
  const { snapshot, store } = parts
  const now = snapshot()
  const cards = selectedCards(now, store.get().selected)
  const laneFor = (card: Card) => laneOf(now, card, to)
  const refusals = cards.map((card) => whyNotMove(now, card, laneFor(card), section))
  const [refusal] = refusals
  if (refusal && refusals.every((one) => one !== null)) {
    const refs = cards.map(({ ref }) => ref)
    return toast({
      text: `${counted(cards.length)} did not move. ${refusal.because}`,
      tone: 'refused',
      ways: waysOn(refs, refusal.code),
    })
  }
  const place = {
    ...to,
    index: keepsOrder(lane) && canOrder(now) && !to.eachInItsLane ? index : null,
  }
  const movable = cards.filter((_, at) => refusals[at] === null)
  const proceed = (extras: Extras) => void carryOut(client, parts, { cards, held, place, extras })
  askEach(store, questionsOf(now, movable, place, { subject: counted(cards.length) }), proceed)
}

type Moving = { cards: readonly Card[]; held: number; place: Place; extras: Extras }

async function carryOut(client: QueryClient, parts: Parts, { cards, held, place, extras }: Moving) {
  const { group, snapshot, store } = parts
  const now = snapshot()
  const { given, ...answers } = extras
  const laneFor = (card: Card) => laneOf(now, card, place)
  const movable = cards.filter((card) => whyNotMove(now, card, laneFor(card), place.section) === null)
  const entries = movable.flatMap((card) => entryOf(now, card, place.section) ?? [])
  const [entry] = entries
  const gap = gapFor(now, cards, held, place)
  const ranks = gap && predictedRanks(gap, cards.length)
  const refs = cards.map(({ ref }) => ref)
  const left = await changeMany(client, {
    group,
    endpoint: bulkMove,
    refs,
    input: (some, done) => ({
      group,
      board: now.view.board.slug,
      refs: [...some],
      to: place.eachInItsLane ? null : place.lane,
      ...(gap ? besides(gap, done) : {}),
      ...(entry ? { swimlane: entry.input(given) } : {}),
      ...answers,
    }),
    optimistic: cards.flatMap((card, at) => {
      if (!movable.includes(card)) return []
      const facts = predictedMove(now, card, { ...place, lane: laneFor(card), index: null }, extras)
      return [{ ref: card.ref, facts: { ...facts, rank: ranks?.[at] ?? card.rank } }]
    }),
    message: (count) => messageOf(now, count, place, new Set(entries.map(({ message }) => message))),
  })
  selectOnly(store, left)
}

const laneOf = (snapshot: BoardSnapshot, card: Card, { lane, eachInItsLane }: Place) =>
  eachInItsLane ? laneOfCard(snapshot, card) : lane

function messageOf(
  snapshot: BoardSnapshot,
  count: string,
  { lane, eachInItsLane }: Place,
  entered: ReadonlySet<string>,
) {
  const moved =
    lane === CLOSED
      ? `Closed ${count}.`
      : `Moved ${count}${eachInItsLane ? '' : ` to ${laneTitle(snapshot.view, lane)}`}.`
  return [moved, ...entered].join(' ')
}

/** Further ones come right below the last one that was moved. */
function besides({ above, below }: Gap, done: readonly Changed[]) {
  const last = done.at(-1)?.card.ref
  return last === undefined
    ? { after: above?.ref ?? null, before: below?.ref ?? null }
    : { after: last, before: null }
}

type Gap = { above: Card | undefined; below: Card | undefined }

/** The cards above and below the place that do not move along. */
function gapFor(
  snapshot: BoardSnapshot,
  cards: readonly Card[],
  held: number,
  { lane, index }: Place,
): Gap | null {
  if (index === null) return null
  const moving = new Set(cards.map(({ ref }) => ref))
  const others = othersIn(snapshot, lane, held)
  const stays = ({ ref }: Card) => !moving.has(ref)
  const gap = { above: others.slice(0, index).findLast(stays), below: others.slice(index).find(stays) }
  return gap.above || gap.below ? gap : null
}

function predictedRanks({ above, below }: Gap, count: number): string[] | null {
  const [low, high] = [above?.rank ?? null, below?.rank ?? null]
  if (low !== null && high !== null && low >= high) return null
  return ranksBetween(low, high, count)
}
