'use client'

import { useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { RoomHead } from '#components/ui/rows.tsx'

const RemoveSampleDialog = lazyPopup(
  async () => (await import('#components/groups/remove-sample-dialog.tsx')).RemoveSampleDialog,
)

const LEAD =
  'The issues, epics and milestones that came with the group are invented, so that you can try things out. They are removed together; what people created stays.'

/** The end of the sample world. */
export function SampleSettings({ group }: { group: string }) {
  const { sample } = useGroup(group)
  const reason = whyNotAllowed(useActor(group), 'group.administer')?.because
  const [asking, setAsking] = useState(false)
  return (
    <>
      <RoomHead lead={LEAD} readers={reason} />
      {sample && !reason && (
        <Button
          kind="danger"
          className="self-start"
          onPointerEnter={RemoveSampleDialog.ahead}
          onClick={() => setAsking(true)}
        >
          Remove the sample data…
        </Button>
      )}
      {!sample && (
        <Empty title="There is no sample data">
          <p>This group holds only its own data.</p>
        </Empty>
      )}
      {asking && <RemoveSampleDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}
