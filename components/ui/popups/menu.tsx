'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import type { ButtonProps } from '#components/ui/button.tsx'
import { lazyPopup } from './lazy-popup.tsx'
import type { MenuEntry } from './menu-entry.ts'

/** A menu at an element; fetched with its library when the first one opens. */
export const Menu = lazyPopup(async () => (await import('./menu-popup.tsx')).MenuPopup)

type Props = Omit<ButtonProps, 'onClick'> & {
  /** Asked when the menu opens, after a choice that stays, and with what is typed into its field. */
  entries: (typed: string) => MenuEntry[]
  /** Says what the menu is for. */
  menuLabel: string
  /** Placeholder of the field that narrows a long menu. */
  search?: string
}

export function MenuButton({ entries, menuLabel, search, children, ...button }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        {...button}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={Menu.ahead}
        onFocus={Menu.ahead}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        {children}
      </Button>
      {anchor && (
        <Menu
          anchor={anchor}
          label={menuLabel}
          entries={entries}
          {...(search ? { search } : {})}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  )
}
