'use client'

import { createContext, use } from 'react'

import type { BoardStore } from './board-store.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import type { Place } from '#components/boards/drag/drop-position.ts'

/** The one command behind pointer, keys and menu. */
export type MoveCard = (ref: number, place: Place) => void

/** What every part of a board can ask for; it never changes while the board is shown. */
export type BoardParts = {
  group: string
  store: BoardStore
  snapshot: () => BoardSnapshot
  move: MoveCard
  take: (ref: number) => void
  peek: (ref: number | null) => void
  open: (ref: number) => void
}

export const BoardContext = createContext<BoardParts | null>(null)

export function useBoardParts(): BoardParts {
  const parts = use(BoardContext)
  if (!parts) throw new Error('This part belongs on a board.')
  return parts
}
