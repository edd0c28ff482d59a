import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'

/** A reader without a pointer scrolls it with the arrows, once it has the focus. */
const SCROLLS = { tabIndex: 0 }

type Props = { label: string; head: ReactNode; foot?: ReactNode; children: ReactNode }

/** A table of a planning issue, which scrolls where it is wider than its place. */
export function BlockTable({ label, head, foot, children }: Props) {
  return (
    <div
      {...SCROLLS}
      className="scroll-calm max-w-full overflow-x-auto rounded-lg border border-line print:overflow-visible"
    >
      <table className="num w-full border-collapse text-sm" aria-label={label}>
        <thead className="bg-sunken text-left text-xs text-ink-2">
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

export const CELL = 'border-t border-line px-2.5 py-1.5 align-top'

export function Head({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <th scope="col" className={cx('px-2.5 py-1 font-medium whitespace-nowrap', right && 'text-right')}>
      {children}
    </th>
  )
}
