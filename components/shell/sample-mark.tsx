'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/lazy-popup.tsx'
import { may } from '#lib/domain/permissions.ts'

import { useActor, useGroup } from './use-group.ts'

const RemoveSampleDialog = lazyPopup(
  async () => (await import('./remove-sample-dialog.tsx')).RemoveSampleDialog,
)

/** Says quietly that the world one looks at is made up, and lets those who may end it. */
export function SampleMark({ group }: { group: string }) {
  const { sample } = useGroup(group)
  const actor = useActor(group)
  const [asking, setAsking] = useState(false)
  if (!sample) return null
  return (
    <>
      <Button
        kind="quiet"
        size="sm"
        aria-label="Sample data"
        className="text-ink-3 max-xl:size-[30px] max-xl:justify-center max-xl:p-0"
        tip={
          may(actor, 'group.administer')
            ? 'Remove the sample data'
            : 'Its issues, epics and milestones are made up'
        }
        onPointerEnter={RemoveSampleDialog.ahead}
        onClick={() => setAsking(true)}
      >
        <Icon name="flask" className="size-3.5" />
        <span className="max-xl:hidden">Sample data</span>
      </Button>
      {asking && <RemoveSampleDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}
