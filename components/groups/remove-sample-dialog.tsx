'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { keepUndo } from '#components/changes/undo.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { removeSample } from '#lib/contract/groups.ts'
import { Refused } from '#lib/http/call.ts'
import { writing } from '#lib/http/query.ts'

import { absorbEverything } from '#components/changes/cache-sync.ts'
import { newKey } from '#components/shell/new-key.ts'
import { toast } from '#components/shell/toasts.ts'
import { useGroup } from '#components/shell/use-group.ts'

export function RemoveSampleDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const client = useQueryClient()
  const { name } = useGroup(group)
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      const { removed } = await writing(removeSample).mutationFn({ input: { group }, key: newKey() })
      absorbEverything(client)
      // Z means the newest act, and says of this one that it is for good.
      keepUndo(group, async () => toast({ text: 'The sample data is permanently removed.', tone: 'refused' }))
      toast({ text: `Removed the sample data: ${removed} issues are gone, what people created stays.` })
      onClose()
    } catch (error) {
      setBusy(false)
      toast({
        text:
          error instanceof Refused
            ? error.problem.detail
            : 'The server cannot be reached. Nothing was removed.',
        tone: 'refused',
      })
    }
  }
  return (
    <Dialog
      title="Remove the sample data?"
      description={`The issues, epics and milestones of ${name} are invented, so that you can try things out. Removing them cannot be undone. What people created, and who owns what, stays.`}
      onClose={onClose}
    >
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button kind="danger" disabledReason={busy ? 'Removing…' : null} onClick={() => void remove()}>
          Remove the sample data
        </Button>
      </div>
    </Dialog>
  )
}
