import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'

export type Bar = {
  id: string
  /** What opens the issues behind it, or its name alone. */
  head: ReactNode
  /** By which it is as long as it is. */
  value: number
  tone?: string
  /** At the right: its figures. */
  figures: ReactNode
}

type Props = { label: string; bars: readonly Bar[]; most: number; className?: string }

/** Bars that lie: a name, a length, and the figure that it stands for. */
export const BarList = ({ label, bars, most, className }: Props) => (
  <ul aria-label={label} className={cx('num py-1.5 text-sm', className)}>
    {bars.map(({ id, head, value, tone, figures }) => (
      <li
        key={id}
        className="relative grid min-h-[30px] grid-cols-[minmax(0,148px)_1fr_auto] items-center gap-2.5 px-3.5 pointer-coarse:min-h-11 has-[a]:focus-within:bg-hover has-[a]:hover:bg-hover"
      >
        {head}
        <span aria-hidden="true" className="h-2.5">
          <i
            className={cx('block h-full rounded-[3px] [print-color-adjust:exact]', tone ?? 'bg-ink-3')}
            style={{ width: `${(value / Math.max(1, most)) * 100}%` }}
          />
        </span>
        <span className="min-w-12 text-right">{figures}</span>
      </li>
    ))}
  </ul>
)
