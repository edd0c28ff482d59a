import type { ReactNode } from 'react'

import { cx } from './cx.ts'

/** The frame of every page that is not a board or a table: one left edge for titles, one width for what stands below. */
export function PageFrame({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx('w-full max-w-7xl px-5 pt-4 pb-6 max-sm:px-3', className)}>{children}</div>
}

/** A text with its facts at the right; beside each other where there is room. */
export function RailFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <PageFrame
      className={cx(
        'grid grid-cols-[minmax(0,1fr)_260px] gap-x-6 gap-y-6 max-lg:grid-cols-1 xl:grid-cols-[minmax(0,1fr)_320px] xl:gap-x-10',
        className,
      )}
    >
      {children}
    </PageFrame>
  )
}
