'use client'

import { useState } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { BoardView } from '#lib/contract/boards.ts'
import { may } from '#lib/domain/permissions.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'

const BoardMenuPopup = lazyPopup(async () => (await import('./board-menu-popup.tsx')).BoardMenuPopup)

/** Leads to what one does to a board itself. All but the button is fetched when pressed. */
export function BoardMenu({ view }: { view: BoardView }) {
  const { group } = useBoardParts()
  const mayEdit = may(useActor(group), 'board.edit')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!mayEdit) return null
  return (
    <>
      <Button
        kind="quiet"
        size="icon"
        aria-label="Board menu"
        tip="Board settings"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={BoardMenuPopup.ahead}
        onFocus={BoardMenuPopup.ahead}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <Icon name="more" />
      </Button>
      {anchor && <BoardMenuPopup view={view} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  )
}
