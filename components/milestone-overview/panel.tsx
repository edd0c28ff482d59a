import { useId } from 'react'
import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'

type Props = {
  heading: string
  /** How many there are of the heading says. */
  count?: number
  /** At the right of the heading: a note, a link, what switches the view. */
  side?: ReactNode
  className?: string
  children: ReactNode
}

/** One part of the page: a heading over what it is about. */
export function Panel({ heading, count, side, className, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'flex min-w-0 flex-col rounded-lg border border-line bg-surface print:break-inside-avoid',
        className,
      )}
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1.5">
        <h2 id={id} className="text-sm font-semibold">
          {heading}
        </h2>
        {count !== undefined && <span className="num text-xs text-ink-3">{count}</span>}
        <span className="flex-1" />
        {side}
      </header>
      {children}
    </section>
  )
}

/** What a panel without anything in it says. */
export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="px-3.5 py-3 text-pretty text-ink-2">{children}</p>
)
