import type { ReactNode } from 'react'

import { Button } from './button.tsx'

type HeadProps = {
  lead: string
  /** Who changes it, for those who only read it: they see no buttons. */
  readers?: string | null | undefined
  action?: ReactNode
  /** What can be made there, by those who do more than read. */
  make?: { label: string; dialog: { ahead: () => void }; onMake: () => void }
}

/** The head of a page of the settings below its title: what it means, and the one thing to do there. */
export function RoomHead({ lead, readers, action, make }: HeadProps) {
  return (
    <header className="flex min-h-[30px] flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="max-w-prose min-w-0 flex-1 basis-64 text-pretty">
        <p className="text-ink-2">{lead}</p>
        {readers && <p className="pt-1 text-ink-3">{readers}</p>}
      </div>
      {action}
      {make && !readers && (
        <Button kind="primary" onPointerEnter={make.dialog.ahead} onClick={make.onMake}>
          {make.label}
        </Button>
      )}
    </header>
  )
}

/** A list of things that can be set, each a row. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="rounded-lg border border-line bg-surface">
      {children}
    </ul>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <li className="flex min-h-[52px] items-center gap-3 border-b border-line px-4 py-2.5 first:rounded-t-lg last:rounded-b-lg last:border-b-0 focus-within:bg-hover hover:bg-hover max-sm:flex-wrap">
      {children}
    </li>
  )
}
