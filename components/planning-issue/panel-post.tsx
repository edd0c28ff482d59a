'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { postCapacity } from '#lib/contract/planning-issue.ts'
import type { PlanningIssue } from '#lib/contract/planning-issue.ts'
import { may } from '#lib/domain/permissions.ts'
import { whyNotPost } from '#lib/domain/planning-issue/rules.ts'
import { isolated } from '#lib/kit/visible.ts'

type Props = { group: string; milestone: string; planning: PlanningIssue }

/** Handbook › Capacity Planning: "The EM posts the team capacity and DRIs on the planning issue." */
export function PanelPost({ group, milestone, planning: { milestone: box, posted, frozen } }: Props) {
  const { zone } = useGroup(group)
  const actor = useActor(group)
  const { change, busy } = useBusyChange()
  const why = whyNotPost({ title: box.title, frozen: frozen !== null, isOpen: true })
  return (
    <div className="flex flex-col gap-1.5 px-3.5">
      <p className="num text-xs text-ink-2">
        {posted
          ? `Capacity and DRIs posted ${momentIn(zone, posted.at)}`
          : 'Capacity and DRIs are not posted yet.'}
      </p>
      {may(actor, 'capacity.post') && frozen === null && (
        <Button
          className="self-start no-print"
          disabledReason={busy ? 'Posting…' : why?.because}
          onClick={() =>
            void change({
              endpoint: postCapacity,
              input: { group, milestone },
              message: `Posted the capacity and the DRIs of ${isolated(box.title)}.`,
            })
          }
        >
          {posted ? 'Post capacity and DRIs again' : 'Post capacity and DRIs'}
        </Button>
      )}
    </div>
  )
}
