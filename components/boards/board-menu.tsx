'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/lazy-popup.tsx'
import type { BoardView } from '#lib/contract/boards.ts'

const BoardMenuPopup = lazyPopup(async () => (await import('./board-menu-popup.tsx')).BoardMenuPopup)

/** Leads to what one does to a board itself. All but the button is fetched when pressed. */
export function BoardMenu({ view }: { view: BoardView }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        kind="quiet"
        size="icon"
        aria-label="Board menu"
        tip="Settings of the board"
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
