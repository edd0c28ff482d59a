'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { createContext, useContext, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'

import { useAwaitedFocus } from './awaited-focus.ts'
import { Button } from '#components/ui/button.tsx'
import { focusToGiveBack } from './focus-back.ts'
import { useTypedWords } from '#components/ui/editor/typed-words.ts'

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
  /** Its texts are drafts that are there again when it is opened anew: closing it loses nothing. */
  keepsDrafts?: boolean
}

/** The way out that asks first where typed words would be lost. */
const Leave = createContext<() => void>(() => {})

/**
 * A question in the middle of the page. Import it lazily: it brings the library of dialogs along. Esc, a press beside it
 * and its `CancelButton` ask before words that were typed in it are thrown away; calling `onClose` does not.
 */
export function Dialog({ title, description, onClose, children, first, keepsDrafts, ...size }: Props) {
  const words = useTypedWords()
  const [isAsking, setAsking] = useState(false)
  const leave = () => (!keepsDrafts && words.wereTyped() ? setAsking(true) : onClose())
  const popup = useAwaitedFocus(leave)
  const [focusBack] = useState(focusToGiveBack)
  return (
    <Base.Root open onOpenChange={(open) => !open && leave()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          ref={popup}
          finalFocus={() => focusBack() ?? true}
          onKeyDown={submitByKey}
          {...(first ? { initialFocus: first } : {})}
          onFocusCapture={words.onFocus}
          className={`fixed inset-x-0 z-50 mx-auto flex w-[calc(100vw-2rem)] flex-col gap-3 overflow-y-auto rounded-lg border border-line-strong bg-surface p-4 shadow-float outline-none ${widthOf(size)} ${size.tall ? 'top-[7vh] max-h-[86dvh]' : 'top-[18vh] max-h-[72vh]'}`}
        >
          <div className="flex flex-col gap-1">
            <Base.Title dir="auto" className="text-base font-semibold">
              {title}
            </Base.Title>
            {description && (
              <Base.Description className="text-pretty text-ink-2">{description}</Base.Description>
            )}
          </div>
          <Leave value={leave}>{children}</Leave>
          {isAsking && (
            <DiscardDialog
              what="Your text is not sent."
              onClose={() => setAsking(false)}
              onDiscard={onClose}
            />
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Ctrl or ⌘ with Enter sends the form from each of its fields; an editor that does so itself has taken the key. */
function submitByKey(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}

const widthOf = ({ broad, wide }: Pick<Props, 'broad' | 'wide'>) =>
  broad ? 'max-w-4xl' : wide ? 'max-w-xl' : 'max-w-md'

/** Closes the dialog in which it stands, and asks first where words would be lost. */
export function CancelButton() {
  const leave = useContext(Leave)
  return (
    <Button kind="quiet" onClick={leave}>
      Cancel
    </Button>
  )
}

type DiscardProps = { what: string; onClose: () => void; onDiscard: () => void }

/** Asked before words that were typed are thrown away. */
export function DiscardDialog({ what, onClose, onDiscard }: DiscardProps) {
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title="Discard your text?" description={what} first={first} onClose={onClose}>
      <div className="flex justify-end gap-2">
        <Button kind="danger" onClick={onDiscard}>
          Discard
        </Button>
        <Button ref={first} kind="primary" onClick={onClose}>
          Keep editing
        </Button>
      </div>
    </Dialog>
  )
}
