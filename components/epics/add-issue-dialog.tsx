'use client'

import { IssueFinder } from '#components/search/issue-finder.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import type { Epic } from '#lib/contract/epics.ts'
import type { Card } from '#lib/contract/issues.ts'

type Props = { group: string; epic: Epic; onFind: (card: Card) => void; onClose: () => void }

/** Stays open, so that several can be added one after the other. */
export function AddIssueDialog({ group, epic, onFind, onClose }: Props) {
  return (
    <Dialog
      title={`Add issues to “${epic.title}”`}
      description="An issue has one epic. Adding it here removes it from the other."
      onClose={onClose}
    >
      <IssueFinder group={group} label="Issue" except={0} buttonLabel="Add" onFind={onFind} />
      <div className="flex justify-end">
        <Button onClick={onClose}>Done</Button>
      </div>
    </Dialog>
  )
}
