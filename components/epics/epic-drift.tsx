'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { DriftKind } from '#lib/domain/drift.ts'
import { DRIFT_TOLD } from '#lib/domain/drift-told.ts'

const EpicHandOver = lazyPopup(async () => (await import('./epic-to-hand-over.tsx')).EpicToHandOver)

type Props = { group: string; epic: number; kind: DriftKind }

/** What ends the drift of an epic: its first tech lead is named, from one to the next it is handed over. */
export function EpicDriftButton({ group, epic, kind }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        aria-haspopup="dialog"
        aria-label={`${DRIFT_TOLD[kind].act} &${epic}`}
        className="no-print"
        onPointerEnter={EpicHandOver.ahead}
        onFocus={EpicHandOver.ahead}
        onClick={() => setOpen(true)}
      >
        {DRIFT_TOLD[kind].act}
      </Button>
      {open && <EpicHandOver group={group} number={epic} onClose={() => setOpen(false)} />}
    </>
  )
}
