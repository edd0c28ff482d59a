'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'

import type { usePlace } from './use-room.ts'

const AgendaSheet = lazyPopup(async () => (await import('./agenda-sheet.tsx')).AgendaSheet)

type Props = {
  group: string
  place: ReturnType<typeof usePlace>
  isOpen: boolean
  nameOf: (handle: string) => string
}

/** On a phone one item fills the screen: from one to the next, or to any of them by the agenda. */
export function AgendaBar({ group, place, isOpen, nameOf }: Props) {
  const [isShown, show] = useState(false)
  const { items, at } = place
  return (
    <div className="no-print flex items-center gap-2 md:hidden">
      <Button
        aria-label="Previous item"
        disabledReason={at <= 0 ? 'This is the first item.' : null}
        onClick={() => place.step(-1)}
      >
        <Icon name="right" className="rotate-180" />
      </Button>
      <Button className="grow justify-center" aria-haspopup="dialog" onClick={() => show(true)}>
        <Icon name="list" /> Agenda{' '}
        <span className="num font-normal text-ink-2">
          {at + 1} of {items.length}
        </span>
      </Button>
      <Button
        aria-label="Next item"
        disabledReason={at >= items.length - 1 ? 'This is the last item.' : null}
        onClick={() => place.step(1)}
      >
        <Icon name="right" />
      </Button>
      {isShown && (
        <AgendaSheet
          group={group}
          items={items}
          current={place.item?.key ?? null}
          isOpen={isOpen}
          nameOf={nameOf}
          onGo={place.go}
          onClose={() => show(false)}
        />
      )}
    </div>
  )
}
