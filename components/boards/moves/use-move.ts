'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { fetchAhead } from '#components/ui/popups/fetch-ahead.ts'

import type { MoveCard } from '#components/boards/view/board-context.ts'
import type { BoardStore } from '#components/boards/view/board-store.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { fetchMoves, withMoves } from './with-moves.ts'

export function useMove(snapshot: () => BoardSnapshot, store: BoardStore, group: string): MoveCard {
  const client = useQueryClient()
  useEffect(() => fetchAhead(fetchMoves), [])
  return useMemo(
    () => (ref, place) =>
      withMoves(
        ({ moveCard }) => moveCard(client, { group, snapshot, store }, ref, place),
        `#${ref} did not move`,
      ),
    [snapshot, store, group, client],
  )
}
