'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

import { unhideGuards } from './unhide-guards.ts'

type Props = {
  title: string
  description?: string
  onClose: () => void
  children: ReactNode
  /** What is focused first; the first field or button otherwise. */
  first?: RefObject<HTMLElement | null>
  wide?: boolean
  /** For a form that fills the page; its last row stays in sight. */
  tall?: boolean
  /** Wider still, for two texts side by side. */
  broad?: boolean
}

/** A question in the middle of the page. Import it lazily: it brings the library of dialogs along. */
export function Dialog({ title, description, onClose, children, first, wide, tall, broad }: Props) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          ref={unhideGuards}
          {...(first ? { initialFocus: first } : {})}
          className={`fixed left-1/2 z-50 flex w-[calc(100vw-2rem)] -translate-x-1/2 flex-col gap-3 overflow-y-auto rounded-lg border border-line-strong bg-surface p-4 shadow-float outline-none ${broad ? 'max-w-4xl' : wide ? 'max-w-xl' : 'max-w-md'} ${tall ? 'top-[7vh] max-h-[86dvh]' : 'top-[18vh] max-h-[72vh]'}`}
        >
          <div className="flex flex-col gap-1">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            {description && (
              <Base.Description className="text-pretty text-ink-2">{description}</Base.Description>
            )}
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
