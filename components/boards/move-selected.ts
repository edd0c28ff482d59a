import type { QueryClient } from '@tanstack/react-query'

import { counted, performSeveral } from '#components/issues/several.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Card } from '#lib/contract/issues.ts'
import { MOST_AT_ONCE, moveSeveral } from '#lib/contract/several.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { ranksBetween } from '#lib/domain/rank.ts'

import { laneTitle } from './arrange.ts'
import type { BoardStore } from './board-store.ts'
import { hopedAfter } from './move-hopes.ts'
import type { Extras } from './move-hopes.ts'
import { keepsOrder } from './place.ts'
import type { Place } from './place.ts'
import { asksForNeed, canOrder, othersIn, whyNotMove } from './scene.ts'
import type { Scene } from './scene.ts'
import { selectedCards, selectNothing } from './selection.ts'

type Parts = { group: string; scene: () => Scene; store: BoardStore }

/** Moves all that is selected, one card below the other; `held` is the card by which they were lifted. */
export function moveSelected(client: QueryClient, parts: Parts, held: number, { lane, index }: Place) {
  const { scene, store } = parts
  const now = scene()
  const cards = selectedCards(now, store.get().selected).slice(0, MOST_AT_ONCE)
  const refusals = cards.map((card) => whyNotMove(now, card, lane))
  const [refusal] = refusals
  if (refusal && refusals.every((one) => one !== null)) {
    return toast({
      text: `${counted(cards.length)} stay where they are. ${refusal.because}`,
      tone: 'refused',
    })
  }
  const place = { lane, index: keepsOrder(lane) && canOrder(now) ? index : null }
  const proceed = (extras: Extras) => void carryOut(client, parts, { cards, held, place, extras })
  const subject = counted(cards.length)
  if (lane === CLOSED) return store.set({ ask: { kind: 'close', subject, proceed } })
  if (cards.some((card) => asksForNeed(now, card, lane))) {
    return store.set({ ask: { kind: 'blocked', subject, proceed } })
  }
  proceed({})
}

type Deed = { cards: readonly Card[]; held: number; place: Place; extras: Extras }

async function carryOut(client: QueryClient, parts: Parts, { cards, held, place, extras }: Deed) {
  const { group, scene, store } = parts
  const now = scene()
  const gap = gapFor(now, cards, held, place)
  const ranks = gap && hopedRanks(gap, cards.length)
  const done = await performSeveral(client, {
    group,
    endpoint: moveSeveral,
    input: {
      group,
      board: now.view.board.slug,
      refs: cards.map(({ ref }) => ref),
      to: place.lane,
      ...(gap ? { after: gap.above?.ref ?? null, before: gap.below?.ref ?? null } : {}),
      ...extras,
    },
    hoped: cards.flatMap((card, at) => {
      if (whyNotMove(now, card, place.lane)) return []
      const facts = hopedAfter(now, card, { ...place, index: null }, extras)
      return [{ ref: card.ref, facts: { ...facts, rank: ranks?.[at] ?? card.rank } }]
    }),
    told: (count) =>
      place.lane === CLOSED ? `Closed ${count}.` : `Moved ${count} to ${laneTitle(now.view, place.lane)}.`,
  })
  if (done) selectNothing(store)
}

type Gap = { above: Card | undefined; below: Card | undefined }

/** The cards above and below the place that do not move along. */
function gapFor(scene: Scene, cards: readonly Card[], held: number, { lane, index }: Place): Gap | null {
  if (index === null) return null
  const moving = new Set(cards.map(({ ref }) => ref))
  const others = othersIn(scene, lane, held)
  const stays = ({ ref }: Card) => !moving.has(ref)
  const gap = { above: others.slice(0, index).findLast(stays), below: others.slice(index).find(stays) }
  return gap.above || gap.below ? gap : null
}

function hopedRanks({ above, below }: Gap, count: number): string[] | null {
  const [low, high] = [above?.rank ?? null, below?.rank ?? null]
  if (low !== null && high !== null && low >= high) return null
  return ranksBetween(low, high, count)
}
