'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { behindWhich, whyNotRemoveBoard } from '#lib/domain/board-order.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import { ShapeDialog } from './new-board.tsx'
import { shapeOfView } from './shape-of-view.ts'

const RemoveBoardDialog = lazyPopup(async () => (await import('./remove-board-dialog.tsx')).RemoveBoardDialog)

type Props = { view: BoardView; anchor: HTMLElement; onClose: () => void }

/** What one does to a board itself, and not to its cards. */
export function BoardMenuPopup({ view, anchor, onClose }: Props) {
  const { group } = useBoardParts()
  const { boards } = useGroup(group)
  const client = useQueryClient()
  const [open, show] = useState<'menu' | 'edit' | 'create' | 'copy' | 'remove'>('menu')
  // choosing what is asked next closes the menu, and not this
  const asking = useRef(false)
  const setOpen = (next: typeof open) => {
    asking.current = true
    show(next)
  }
  const act = (label: string, run: () => void, reason: string | null = null): MenuEntry => ({
    kind: 'act',
    label,
    disabledReason: reason,
    act: run,
  })
  const place = (label: string, by: -1 | 1, end: string) => {
    const slugs = boards.map(({ slug }) => slug)
    const after = behindWhich(slugs, view.board.slug, by)
    const run = () =>
      void import('./place-board.ts').then(({ placeBehind }) =>
        after === undefined ? undefined : placeBehind(client, group, view.board, after),
      )
    return act(label, run, after === undefined ? end : null)
  }
  if (open === 'remove') return <RemoveBoardDialog group={group} board={view.board} leave onClose={onClose} />
  if (open !== 'menu') {
    return (
      <ShapeDialog
        group={group}
        board={open === 'edit' ? { slug: view.board.slug, shape: shapeOfView(view) } : null}
        {...(open === 'copy' ? { like: shapeOfView(view) } : {})}
        onClose={onClose}
      />
    )
  }
  return (
    <Menu
      anchor={anchor}
      label="Board menu"
      onClose={() => asking.current || onClose()}
      entries={() => [
        act('Board settings…', () => setOpen('edit')),
        place('Move up in the list of boards', -1, 'Already first.'),
        place('Move down in the list of boards', 1, 'Already last.'),
        { kind: 'line' },
        act('New board…', () => setOpen('create')),
        act('New board like this one…', () => setOpen('copy')),
        act('Remove this board…', () => setOpen('remove'), whyNotRemoveBoard(view.board)?.because ?? null),
      ]}
    />
  )
}
