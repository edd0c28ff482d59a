'use client'

import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { useStore } from '#components/ui/store.ts'

import { dismiss, toasts } from './toasts.ts'
import type { Toast } from './toasts.ts'

/** What was just done, with its undo; what was refused, with the reason. Spoken by the announcer, not here. */
export function Toaster() {
  const shown = useStore(toasts, (state) => state.shown)
  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (section.current && shown.length > 0) section.current.style.bottom = `${clearance()}px`
  }, [shown])
  return (
    <section
      ref={section}
      aria-label="Messages"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-30 flex flex-col items-center gap-2 px-4 no-print"
    >
      {shown.map((one) => (
        <ToastLine key={one.id} {...one} />
      ))}
    </section>
  )
}

const GAP = 16

/** Above what takes cards or acts at the bottom of the page: a message covers neither. */
function clearance(): number {
  const below = [...document.querySelectorAll('[data-below-messages]')].map(
    (element) => innerHeight - element.getBoundingClientRect().top,
  )
  return Math.min(Math.max(GAP, ...below.map((height) => height + 8)), innerHeight / 2)
}

function ToastLine({ id, text, tone, warnings, undo, open, ways }: Toast) {
  const leave = (by: () => void) => {
    dismiss(id)
    by()
  }
  return (
    <div
      data-toast={id}
      className="pointer-events-auto flex max-w-xl animate-[rise_160ms_var(--ease-out)] items-center gap-3 rounded-lg bg-inverse px-3.5 py-2 text-on-inverse shadow-float"
    >
      {tone === 'refused' && <Icon name="blocked" className="text-on-inverse/80" />}
      <div className="min-w-0">
        <p className="text-pretty">{text}</p>
        {warnings.map((warning) => (
          <p key={warning} className="text-xs text-pretty text-on-inverse/80">
            {warning}
          </p>
        ))}
      </div>
      {undo && (
        <Way onTake={() => leave(undo)}>
          Undo <Kbd>Z</Kbd>
        </Way>
      )}
      {ways.map(({ label, act }) => (
        <Way key={label} onTake={() => leave(act)}>
          {label}
        </Way>
      ))}
      {open && <Way onTake={() => leave(open)}>Open</Way>}
      <button
        type="button"
        aria-label="Dismiss"
        className="tap grid size-6 place-items-center rounded-xs hover:bg-on-inverse/15 focus-visible:outline-on-inverse"
        onClick={() => dismiss(id)}
      >
        <Icon name="close" className="size-3.5" />
      </button>
    </div>
  )
}

function Way({ onTake, children }: { onTake: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="tap flex min-h-6 items-center gap-2 font-semibold underline underline-offset-[3px] focus-visible:outline-on-inverse"
      onClick={onTake}
    >
      {children}
    </button>
  )
}
