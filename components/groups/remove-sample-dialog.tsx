'use client'

import { useQueryClient } from '@tanstack/react-query'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { removeSample } from '#lib/contract/groups.ts'

import { refreshAll } from '#components/changes/cache-sync.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'

export function RemoveSampleDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const client = useQueryClient()
  const { name } = useGroup(group)
  const { change, busy } = useBusyChange()
  const remove = async () => {
    const removed = await change({
      endpoint: removeSample,
      input: { group },
      message: (answer) =>
        `Removed the sample data: ${answer.removed} issues are gone, what people created stays.`,
      // Z means the newest act
      final: 'The sample data is permanently removed.',
      apply: () => refreshAll(client),
    })
    if (removed) onClose()
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
