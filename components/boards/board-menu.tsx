'use client'

import { useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { behindWhich, whyNotRemoveBoard } from '#lib/domain/board-order.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { useBoardParts } from './board-context.ts'
import { ShapeDialog } from './new-board.tsx'
import { shapeOfView } from './shape-of-view.ts'

const RemoveBoardDialog = lazily(async () => (await import('./remove-board-dialog.tsx')).RemoveBoardDialog)

/** What one does to a board itself, and not to its cards. */
export function BoardMenu({ view }: { view: BoardView }) {
  const { group } = useBoardParts()
  const { boards } = useGroup(group)
  const refusal = whyNotAllowed(useActor(group), 'board.edit')?.because ?? null
  const [open, setOpen] = useState<'edit' | 'create' | 'copy' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const act = (label: string, run: () => void, reason: string | null = null): MenuEntry => ({
    kind: 'act',
    label,
    disabledReason: refusal ?? reason,
    act: run,
  })
  const place = (label: string, by: -1 | 1, end: string) => {
    const slugs = boards.map(({ slug }) => slug)
    const after = behindWhich(slugs, view.board.slug, by)
    const run = () =>
      void import('./place-board.ts').then(({ placeBehind }) =>
        after === undefined ? undefined : placeBehind(group, view.board, after),
      )
    return act(label, run, after === undefined ? end : null)
  }
  return (
    <>
      <MenuButton
        kind="quiet"
        size="icon"
        aria-label="Board menu"
        tip="Settings of the board"
        menuLabel="Board menu"
        entries={() => [
          act('Board settings…', () => setOpen('edit')),
          place('Move up in the list of boards', -1, 'It is the first already.'),
          place('Move down in the list of boards', 1, 'It is the last already.'),
          { kind: 'line' },
          act('New board…', () => setOpen('create')),
          act('New board like this one…', () => setOpen('copy')),
          act('Remove this board…', () => setOpen('remove'), whyNotRemoveBoard(view.board)?.because ?? null),
        ]}
      >
        <Icon name="more" />
      </MenuButton>
      {(open === 'edit' || open === 'create' || open === 'copy') && (
        <ShapeDialog
          group={group}
          board={open === 'edit' ? { slug: view.board.slug, shape: shapeOfView(view) } : null}
          {...(open === 'copy' ? { like: shapeOfView(view) } : {})}
          onClose={close}
        />
      )}
      {open === 'remove' && <RemoveBoardDialog group={group} board={view.board} leave onClose={close} />}
    </>
  )
}
