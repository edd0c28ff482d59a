'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { BulkBar } from '#components/issues/bulk/bulk-bar.tsx'
import { Button } from '#components/ui/button.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { Card } from '#lib/contract/issues.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { movesOf } from '#components/boards/moves/moves.ts'
import { selectNothing } from './selection.ts'
import { takeSelected } from './take-selected.ts'

type Props = { parts: BoardParts; cards: readonly Card[] }

/** What can be done with all the cards that are selected. */
export function SelectionBar({ parts, cards }: Props) {
  const client = useQueryClient()
  const { store } = parts
  const refs = useMemo(() => new Set(cards.map(({ ref }) => ref)), [cards])
  const move = (
    <>
      <MenuButton
        size="sm"
        kind="quiet"
        menuLabel="Move the selected cards"
        entries={() => movesOf(parts, [...refs])}
      >
        Move to…
      </MenuButton>
      <Button size="sm" kind="quiet" onClick={() => void takeSelected(client, parts, cards)}>
        Assign to me
      </Button>
    </>
  )
  return (
    <BulkBar
      selection={{ refs, clear: () => selectNothing(store) }}
      tab={cards.every(({ state }) => state === 'closed') ? 'closed' : 'open'}
      lead={move}
    />
  )
}
