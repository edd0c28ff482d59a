'use client'

import { lookBack, openLookBack, useAt } from '#components/shell/past.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useStore } from '#components/ui/store.ts'

import { PastLine } from './past-line-later.ts'

/** In the head of a page that shows now: opens the slider. In the past the line above the page stands in its place. */
export function PastButton() {
  const isOpen = useStore(lookBack, (state) => state.isOpen)
  if (useAt() !== null) return null
  return (
    <Button
      kind="quiet"
      tip="Look back"
      aria-label="Now, look back"
      aria-expanded={isOpen}
      data-look-back
      className="print:hidden"
      onPointerEnter={PastLine.ahead}
      onFocus={PastLine.ahead}
      onClick={() => (isOpen ? lookBack.set({ isOpen: false }) : openLookBack())}
    >
      <Icon name="clock" />
      <span className="max-sm:sr-only">Now</span>
    </Button>
  )
}
