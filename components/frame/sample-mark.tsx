'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { may } from '#lib/domain/permissions.ts'

import { useActor, useGroup } from '#components/shell/use-group.ts'

const RemoveSampleDialog = lazyPopup(
  async () => (await import('#components/groups/remove-sample-dialog.tsx')).RemoveSampleDialog,
)

/** Says quietly that the world one looks at is made up, and lets those who may end it. */
export function SampleMark({ group }: { group: string }) {
  const { sample } = useGroup(group)
  const actor = useActor(group)
  const [asking, setAsking] = useState(false)
  if (!sample) return null
  const mark = (
    <>
      <Icon name="flask" className="size-3.5" />
      <span className="max-xl:sr-only">Sample data</span>
    </>
  )
  if (!may(actor, 'group.administer')) {
    return (
      <span
        data-tip="Its issues, epics and milestones are made up"
        className="flex items-center gap-1.5 px-2 text-xs text-ink-3"
      >
        {mark}
      </span>
    )
  }
  return (
    <>
      <Button
        kind="quiet"
        size="sm"
        aria-label="Sample data"
        className="text-ink-3 max-xl:size-[30px] max-xl:justify-center max-xl:p-0"
        tip="Remove the sample data"
        onPointerEnter={RemoveSampleDialog.ahead}
        onClick={() => setAsking(true)}
      >
        {mark}
      </Button>
      {asking && <RemoveSampleDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}
