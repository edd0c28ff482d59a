import Link from 'next/link'
import { useId } from 'react'
import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import { useFocusKept } from './hooks/use-focus-kept.ts'
import { issueLink } from '#lib/kit/links.ts'

type Props = { title: string; count?: number; note?: ReactNode; children: ReactNode }

/** One of the things that need a person: how many, and which. */
export function Section({ title, count, note, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        <span id={id}>{title}</span>
        {count !== undefined && <span className="num text-xs font-normal text-ink-3">{count}</span>}
        {note && <span className="text-xs font-normal text-ink-3">{note}</span>}
      </h2>
      {children}
    </section>
  )
}

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  const focus = useFocusKept<HTMLUListElement>()
  return (
    <ul {...focus} aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
      {children}
    </ul>
  )
}

type RowProps = {
  group: string
  issue: { ref: number; title: string }
  children?: ReactNode
  side?: ReactNode
}

/** One issue, with what it needs below its title. */
export function Row({ group, issue: { ref, title }, children, side }: RowProps) {
  return (
    <li
      data-issue={ref}
      className={cx(
        'relative flex gap-3 border-b border-line px-3.5 py-2 last:border-b-0 focus-within:bg-hover hover:bg-hover pointer-coarse:min-h-11 max-sm:flex-wrap max-sm:gap-y-1',
        !children && 'items-center',
      )}
    >
      <span className="num w-10 flex-none pt-px text-xs text-ink-3">#{ref}</span>
      <div className="min-w-0 flex-1 max-sm:basis-1/2">
        <Link
          href={issueLink(group, ref)}
          prefetch={false}
          className="font-medium text-pretty after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
        >
          {title}
        </Link>
        {children && <div className="text-pretty text-ink-2 wrap-anywhere">{children}</div>}
      </div>
      {side && (
        <span className="relative z-[1] flex flex-none items-center gap-2 max-sm:pl-[52px]">{side}</span>
      )}
    </li>
  )
}
