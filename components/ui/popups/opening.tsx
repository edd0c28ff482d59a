'use client'

import { useAwaitedFocus } from './awaited-focus.ts'

/** Shown where something takes longer to come than a moment; what comes sooner comes without it. */
export function Opening() {
  return (
    <p className="pointer-events-none fixed inset-x-0 bottom-4 z-50 mx-auto flex w-fit animate-[late_150ms_step-end_both] items-center gap-2 rounded-lg bg-inverse px-3.5 py-2 text-on-inverse shadow-float no-print">
      <span
        aria-hidden="true"
        className="size-3.5 animate-spin rounded-full border-2 border-on-inverse/30 border-t-on-inverse motion-reduce:animate-none"
      />
      Opening…
    </p>
  )
}

/** In the place of what takes the focus, while it or what it shows is fetched: what is typed waits for its field. */
export function Awaited({ onGiveUp }: { onGiveUp: () => void }) {
  useAwaitedFocus(onGiveUp)
  return <Opening />
}
