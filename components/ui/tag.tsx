import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import { hueStyle } from './hues/hue.ts'

const SQUARES: Record<string, string> = {
  bug: 'before:bg-bug',
  maintenance: 'before:bg-maintenance',
  feature: 'before:bg-feature',
}

/** The type of work: a coloured square, always with its word. */
export function TypeTag({ type }: { type: string }) {
  return (
    <span
      className={cx(
        'inline-flex min-w-0 items-center gap-[5px] text-2xs text-ink-2 before:size-[7px] before:flex-none before:rounded-[2px] before:content-[""]',
        SQUARES[type] ?? 'before:bg-control',
      )}
    >
      <span className="truncate">{type}</span>
    </span>
  )
}

type LabelProps = {
  title: string
  hue: number
  /** Over two lines where there is no room for one. */
  wraps?: boolean
}

export function LabelTag({ title, hue, wraps = false }: LabelProps) {
  return (
    <span
      style={hueStyle(hue)}
      className="inline-flex min-w-0 items-center gap-[5px] rounded-xs border border-line px-[5px] text-2xs text-ink-2"
    >
      <i className="hue-dot size-[7px] flex-none rounded-[2px]" />
      <span
        dir="auto"
        className={wraps ? 'line-clamp-2 leading-[13px] whitespace-normal wrap-anywhere' : 'truncate'}
      >
        {title}
      </span>
    </span>
  )
}

/** What a weight is: a figure in a small well; a missing weight is said, not left out. */
export function Weight({ weight }: { weight: number | null }) {
  return (
    <span
      data-tip={weight === null ? 'No weight yet' : `Weight ${weight}`}
      className={cx(
        'num inline-grid h-[18px] min-w-5 flex-none place-items-center rounded-xs px-[5px] text-2xs font-semibold text-ink-2',
        weight === null ? 'border border-dashed border-line-strong' : 'bg-sunken print:border',
      )}
    >
      <span className="sr-only">{weight === null ? 'no weight' : 'weight '}</span>
      {weight ?? <span aria-hidden="true">–</span>}
    </span>
  )
}

const TONES = {
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  good: 'bg-good-soft text-good',
  calm: 'bg-sunken text-ink-2',
}

export function Note({
  tone,
  children,
  tip,
}: {
  tone: keyof typeof TONES
  children: ReactNode
  tip?: string
}) {
  return (
    <span
      data-tip={tip}
      className={cx(
        'inline-flex max-w-full min-w-0 items-center gap-[5px] rounded-xs px-1.5 py-px text-2xs font-medium whitespace-normal',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
