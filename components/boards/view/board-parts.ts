'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'

import { atNow } from '#components/shell/past.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { BoardParts } from './board-context.ts'
import { createBoardStore } from './board-store.ts'
import type { BoardStore } from './board-store.ts'
import { faceOf } from '#components/lookups/card-names.ts'
import { cardOf } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import type { BoardState } from '#components/boards/filter/url-state.ts'
import { useMove } from '#components/boards/moves/use-move.ts'
import { withMoves } from '#components/boards/moves/with-moves.ts'

/** Everything one can do on a board, bound once; what it acts on is read when it acts. */
export function useNewBoardParts(
  now: BoardSnapshot,
  change: (part: Partial<BoardState>) => void,
  /** How the board was left, where one comes back to it. */
  place: { active: number | null; hadFocus: boolean } | null,
): BoardParts {
  const { group } = now
  const snapshot = useLatest(now)
  const [store] = useState(() => createBoardStore(place?.active ?? firstOf(now), place?.hadFocus))
  useActiveCard(store, now)
  const move = useMove(snapshot, store, group)
  const client = useQueryClient()
  const router = useRouter()
  return useMemo(
    () => ({
      group,
      store,
      snapshot,
      move,
      take(ref) {
        const { names, actor } = snapshot()
        const card = cardOf(snapshot(), ref)
        if (!card) return
        const dri = card.dri && faceOf(card.dri, names).name
        withMoves(
          ({ takeCard }) => takeCard(client, group)(card, actor.handle, dri),
          `#${ref} was not assigned`,
        )
      },
      // an issue is shown as it is now, which does not belong beside a board of the past
      peek: (peek) => (peek === null || atNow() === null) && change({ peek }),
      open: (ref) => router.push(issueLink(group, ref)),
    }),
    [group, store, snapshot, move, client, change, router],
  )
}

/** There is always one card that Tab reaches: when it left the board, the one that has taken its place. */
function useActiveCard(store: BoardStore, now: BoardSnapshot) {
  const place = useRef<{ lane: LaneId; at: number } | null>(null)
  useEffect(() => {
    const { active } = store.get()
    const lane = now.lanes.find(({ cards }) => cards.some(({ ref }) => ref === active))
    if (lane) place.current = { lane: lane.id, at: lane.cards.findIndex(({ ref }) => ref === active) }
    else store.set({ active: nextActiveOf(now, place.current) ?? firstOf(now) })
  })
}

function nextActiveOf({ lanes }: BoardSnapshot, place: { lane: LaneId; at: number } | null): number | null {
  const cards = lanes.find(({ id }) => id === place?.lane)?.cards ?? []
  return (cards[place?.at ?? 0] ?? cards.at(-1))?.ref ?? null
}

const firstOf = ({ lanes }: BoardSnapshot): number | null =>
  lanes.find(({ column, cards }) => column !== null && cards.length > 0)?.cards[0]?.ref ?? null
