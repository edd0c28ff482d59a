import type { ComponentPropsWithRef } from 'react'

import { cx } from './cx.ts'

/** How a field looks that is written or chosen in. */
export const FIELD =
  'w-full rounded-sm border border-control bg-surface px-2.5 py-1.5 text-sm text-ink shadow-card placeholder:text-ink-3 pointer-coarse:min-h-11'

type Labelled = { label: string; hint?: string }

export function TextField({ label, hint, className, ...input }: Labelled & ComponentPropsWithRef<'input'>) {
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{label}</span>
      <input type="text" dir="auto" {...input} className={cx(FIELD, className)} />
      {hint && <span className="text-xs text-ink-3">{hint}</span>}
    </label>
  )
}

export function TextArea({ label, hint, className, ...area }: Labelled & ComponentPropsWithRef<'textarea'>) {
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{label}</span>
      <textarea rows={4} dir="auto" {...area} className={cx(FIELD, 'resize-y', className)} />
      {hint && <span className="text-xs text-ink-3">{hint}</span>}
    </label>
  )
}
