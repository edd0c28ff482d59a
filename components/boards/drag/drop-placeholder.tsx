'use client'

import { useStore } from '#components/ui/store.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'

/** The gap that shows where a card will come to lie. */
export function Slot() {
  const { store } = useBoardParts()
  const height = useStore(store, ({ carry }) => carry?.height ?? 88)
  return (
    <li
      aria-hidden="true"
      className="flex-none rounded-sm border-[1.5px] border-dashed border-accent bg-accent-soft"
      style={{ height }}
    />
  )
}
