'use client'

import { Button } from '#components/ui/button.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'

import { raiseHand } from './raise-hand.ts'

/** Handbook › Raising hands early: "Flag it in your weekly update." */
export const RaiseRow = () => (
  <div className="no-print flex flex-wrap items-center gap-2.5 rounded-lg border border-dashed border-line-strong px-3.5 py-2.5 text-ink-2">
    <span className="flex-1 basis-60 text-pretty">
      Stuck, overloaded, or bigger than expected? Say what you need in one sentence.
    </span>
    <Button aria-haspopup="dialog" aria-keyshortcuts="r" onClick={() => raiseHand()}>
      Raise a hand <Kbd>R</Kbd>
    </Button>
  </div>
)
