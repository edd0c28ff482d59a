'use client'

import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { useStore } from '#components/ui/store.ts'
import { may } from '#lib/domain/permissions.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import type { BoardParts } from '#components/boards/view/board-context.ts'
import { movesOf } from '#components/boards/moves/moves.ts'
import { keepsOrder } from './drop-position.ts'
import { canOrder } from '#components/boards/moves/move-rules.ts'
import { cardOf, laneOfCard, othersIn } from './board-snapshot.ts'
import { isWithOthers, selectedCards, toggleSelected } from '#components/boards/select/selection.ts'

/** One menu for all cards: the lanes, and the ends of the present one. */
export function MoveMenu({ onClose }: { onClose: () => void }) {
  const parts = useBoardParts()
  const { snapshot, store } = parts
  const menu = useStore(store, (state) => state.menu)
  if (!menu) return null
  return (
    <Menu
      key={menu.ref}
      anchor={menu.anchor}
      label={may(snapshot().actor, 'card.move') ? `Move #${menu.ref} to…` : `Look at #${menu.ref}`}
      entries={() => entriesFor(parts, menu.ref)}
      onClose={onClose}
    />
  )
}

/** A card that is selected with others moves with them. */
function together({ snapshot, store }: BoardParts, ref: number): string {
  const { selected } = store.get()
  return isWithOthers(snapshot(), selected, ref)
    ? `${selectedCards(snapshot(), selected).length} selected cards`
    : `#${ref}`
}

function entriesFor(parts: BoardParts, ref: number): MenuEntry[] {
  const { snapshot, move, open, peek } = parts
  const now = snapshot()
  const card = cardOf(now, ref)
  if (!card) return []
  const from = laneOfCard(now, card)
  const others = othersIn(now, from, ref)
  const mayMove = may(now.actor, 'card.move')
  const ends: MenuEntry[] = [
    { kind: 'line' },
    {
      kind: 'act',
      label: 'Top of the column',
      act: () => move(ref, { lane: from, index: 0 }),
    },
    {
      kind: 'act',
      label: 'Bottom of the column',
      act: () => move(ref, { lane: from, index: others.length }),
    },
  ]
  const moves: MenuEntry[] = [
    { kind: 'heading', label: `Move ${together(parts, ref)} to` },
    ...movesOf(parts, [ref]),
    ...(keepsOrder(from) && canOrder(now) && others.length > 0 ? ends : []),
    { kind: 'line' },
    {
      kind: 'act',
      label: parts.store.get().selected.has(ref) ? 'Deselect' : 'Select',
      hint: 'X',
      icon: <Icon name="check" />,
      act: () => toggleSelected(parts.store, ref),
    },
  ]
  const closer: MenuEntry = {
    kind: 'act',
    label: 'Peek',
    hint: 'Space',
    icon: <Icon name="sidebar" className="-scale-x-100" />,
    act: () => peek(ref),
  }
  return [
    ...(mayMove ? moves : []),
    ...(now.actor.past ? [] : [closer]),
    { kind: 'act', label: 'Open', hint: 'Enter', icon: <Icon name="right" />, act: () => open(ref) },
  ]
}
