'use client'

import { useState } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { may } from '#lib/domain/permissions.ts'
import type { Shared } from '#lib/domain/shares.ts'

const ShareDialog = lazyPopup(async () => (await import('./share-dialog.tsx')).ShareDialog)

type Props = {
  group: string
  what: Shared
  /** Of a brief. */
  milestone?: { slug: string; title: string }
}

/** Opens the public links of a page, for people who may see and revoke them. */
export function ShareButton({ group, what, milestone }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (!may(useActor(group), 'share.revoke')) return null
  return (
    <>
      <Button
        kind="quiet"
        className="no-print"
        onPointerEnter={ShareDialog.ahead}
        onClick={() => setOpen(true)}
      >
        Share…
      </Button>
      {isOpen && (
        <ShareDialog group={group} what={what} milestone={milestone ?? null} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
