'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { BulkBar } from '#components/issues/bulk-bar.tsx'
import { Button } from '#components/ui/button.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import type { Card } from '#lib/contract/issues.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import type { BoardParts } from './board-context.ts'
import { whyNotMove } from './scene.ts'
import { selectNothing } from './selection.ts'
import { takeSelected } from './take-selected.ts'

type Props = { parts: BoardParts; cards: readonly Card[] }

/** What can be done with all the cards that are selected. */
export function SelectionBar({ parts, cards }: Props) {
  const client = useQueryClient()
  const { group, scene, store } = parts
  const { actor } = scene()
  const frozen = whyNotAllowed(actor, 'card.move')?.because
  const refs = useMemo(() => new Set(cards.map(({ ref }) => ref)), [cards])
  const move = (
    <>
      <MenuButton
        size="sm"
        kind="quiet"
        menuLabel="Move the selected cards"
        disabledReason={frozen}
        entries={() => lanesFor(parts, cards)}
      >
        Move to…
      </MenuButton>
      <Button
        size="sm"
        kind="quiet"
        disabledReason={whyNotAllowed(actor, 'issue.take')?.because}
        onClick={() => void takeSelected(client, parts, cards)}
      >
        I take them
      </Button>
    </>
  )
  return (
    <BulkBar
      group={group}
      selection={{ refs, clear: () => selectNothing(store) }}
      lookups={scene().view}
      tab={cards.every(({ state }) => state === 'closed') ? 'closed' : 'open'}
      lead={move}
    />
  )
}

/** A lane is refused only where it refuses each of them. */
function lanesFor({ scene, move }: BoardParts, cards: readonly Card[]): MenuEntry[] {
  const now = scene()
  const [first] = cards
  if (!first) return []
  return now.lanes.map(({ id, title }): MenuEntry => {
    const refusals = cards.map((card) => whyNotMove(now, card, id))
    const all = refusals.every((one) => one !== null)
    return {
      kind: 'act',
      label: title,
      disabledReason: all ? (refusals[0]?.because ?? null) : null,
      act: () => move(first.ref, { lane: id, index: null }),
    }
  })
}
