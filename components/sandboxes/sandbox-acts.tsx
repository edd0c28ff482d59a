'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { dropSandbox } from '#lib/contract/sandboxes.ts'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

const ApplyDialog = lazyPopup(async () => (await import('./apply-dialog.tsx')).ApplyDialog)

type Props = { group: string; view: SandboxView; mayEdit: boolean }

/** What is done with a what-if as a whole. */
export function SandboxActs({ group, view, mayEdit }: Props) {
  const [isApplying, setApplying] = useState(false)
  const { change, busy } = useBusyChange()
  const { slug, title, changes } = view.sandbox
  const reason = busy ? 'Saving…' : null
  const drop = () =>
    change({
      endpoint: dropSandbox,
      input: { group, milestone: view.milestone.slug, sandbox: slug },
      message: `Dropped “${title}”.`,
    })
  return (
    <span className="ml-auto flex flex-wrap gap-2 no-print max-sm:ml-0">
      <Button onClick={() => void copyLink()}>Copy link</Button>
      {mayEdit && (
        <>
          <Button kind="quiet" disabledReason={reason} onClick={() => void drop()}>
            Drop
          </Button>
          <Button
            kind="primary"
            disabledReason={changes === 0 ? 'Add a change first.' : reason}
            onPointerEnter={ApplyDialog.ahead}
            onClick={() => setApplying(true)}
          >
            Apply
          </Button>
        </>
      )}
      {isApplying && <ApplyDialog group={group} view={view} onClose={() => setApplying(false)} />}
    </span>
  )
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}`)
    toast({ text: 'Copied the link to this what-if.' })
  } catch {
    toast({ text: 'The browser blocked copying. Copy the address of this page.', tone: 'refused' })
  }
}
