'use client'

import { useMemo } from 'react'

import { lazily } from '#components/ui/popups/lazily.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Card } from '#lib/contract/issues.ts'

import type { Lane } from '#components/boards/view/arrange.ts'
import { useBoardParts } from '#components/boards/view/board-context.ts'
import { selectedCards } from './selection.ts'

/** With what moves them, so that they can be moved without a connection too. */
const SelectionBar = lazily(
  async () => {
    const [{ SelectionBar }] = await Promise.all([
      import('./selection-bar.tsx'),
      import('#components/boards/moves/move-selected.ts'),
    ])
    return SelectionBar
  },
  { isAskedFor: true },
)

/** The bar of what is selected; fetched with the first selection. */
export function Selected({ lanes, cards }: { lanes: readonly Lane[]; cards: readonly Card[] }) {
  const parts = useBoardParts()
  const selected = useStore(parts.store, (state) => state.selected)
  const chosen = useMemo(() => selectedCards({ lanes, cards }, selected), [lanes, cards, selected])
  return chosen.length === 0 ? null : <SelectionBar parts={parts} cards={chosen} />
}
