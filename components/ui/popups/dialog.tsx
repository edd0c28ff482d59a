'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { FocusEvent, ReactNode, RefObject } from 'react'

import { useAwaitedFocus } from './awaited-focus.ts'
import { Button } from '#components/ui/button.tsx'
import { focusToGiveBack } from './focus-back.ts'
import { submitByKey } from '#components/ui/submit-by-key.ts'
import { useTypedText } from '#components/ui/editor/typed-text.ts'

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
  /** A list at the foot of a phone's window, where a thumb reaches it. */
  sheet?: boolean
  /** Its texts are drafts that are there again when it is opened anew: closing it loses nothing. */
  keepsDrafts?: boolean
}

/**
 * What had the focus may go at the moment at which the dialog goes, with what was done in it: then the focus is nowhere, and
 * is given to what stands in its place, or to the page.
 */
function findFocus(focusBack: () => HTMLElement | null) {
  const look = () => {
    if (document.activeElement !== document.body) return
    const next = focusBack() ?? document.querySelector('main')
    next?.focus({ preventScroll: true })
  }
  requestAnimationFrame(() => requestAnimationFrame(look))
}

/** The way out that asks first where typed words would be lost. */
const Leave = createContext<() => void>(() => {})

/** Where the focus goes when a dialog closes together with the one that it stands in. */
const Back = createContext<() => HTMLElement | null>(() => null)

/**
 * A question in the middle of the page. Import it lazily: it brings the library of dialogs along. Esc, a press beside it
 * and its `CancelButton` ask before words that were typed in it are thrown away; calling `onClose` does not.
 */
export function Dialog({ title, description, onClose, children, first, keepsDrafts, ...size }: Props) {
  const typedText = useTypedText()
  const [isAsking, setAsking] = useState(false)
  const leave = () => (!keepsDrafts && typedText.wereTyped() ? setAsking(true) : onClose())
  const popup = useAwaitedFocus(leave)
  const outer = useContext(Back)
  const [focusBack] = useState(() => {
    const back = focusToGiveBack()
    return () => back() ?? outer()
  })
  useEffect(() => () => findFocus(focusBack), [focusBack])
  return (
    <Base.Root open onOpenChange={(open) => !open && leave()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          ref={popup}
          finalFocus={() => focusBack() ?? true}
          onKeyDown={submitByKey}
          {...(first ? { initialFocus: first } : {})}
          onFocusCapture={typedText.onFocus}
          onFocus={leaveFocusInside}
          className={`fixed inset-x-0 z-50 mx-auto flex flex-col gap-3 overflow-y-auto border border-line-strong bg-surface p-4 shadow-float outline-none ${size.sheet ? 'bottom-0 max-h-[80dvh] w-full rounded-t-lg' : `w-[calc(100vw-2rem)] rounded-lg ${widthOf(size)} ${size.tall ? 'top-[7vh] max-h-[86dvh]' : 'top-[18vh] max-h-[72vh]'}`}`}
        >
          <div className="flex flex-col gap-1">
            <Base.Title dir="auto" className="text-base font-semibold">
              {title}
            </Base.Title>
            {description && (
              <Base.Description className="text-pretty text-ink-2">{description}</Base.Description>
            )}
          </div>
          <Back value={focusBack}>
            <Leave value={leave}>{children}</Leave>
            {isAsking && (
              <DiscardDialog
                what="Your text is not sent."
                onClose={() => setAsking(false)}
                onDiscard={onClose}
              />
            )}
          </Back>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/**
 * When a list that had the focus goes, the library focuses the dialog a frame later, although the list has given the focus
 * back to its field by then. A press on the dialog itself may take it.
 */
function leaveFocusInside({ currentTarget: dialog, target, relatedTarget: before }: FocusEvent) {
  if (target !== dialog || dialog.matches(':active')) return
  if (before instanceof HTMLElement && before !== dialog && dialog.contains(before)) {
    before.focus({ preventScroll: true })
  }
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
