'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'

const ViewsMenu = lazyPopup(async () => (await import('./views-menu.tsx')).ViewsMenu)

type Props = {
  group: string
  /** `issues`, or `boards/build`. */
  place: string
}

/** Leads to the views of a place, and keeps the one that is looked at now. All but the button is fetched when pressed. */
export function ViewsButton({ group, place }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        kind="quiet"
        tip="Saved views"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={ViewsMenu.ahead}
        onFocus={ViewsMenu.ahead}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <Icon name="view" />
        <span className="@max-4xl:sr-only">Views</span>
      </Button>
      {anchor && <ViewsMenu group={group} place={place} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  )
}
