import type { ReactNode } from 'react'

import { cx } from './cx.ts'

export function Chip({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={cx(
        'num inline-flex min-h-6 flex-none items-center gap-1.5 rounded-full border border-line bg-surface px-[9px] text-xs text-ink-2',
        className,
      )}
    >
      {children}
    </span>
  )
}
