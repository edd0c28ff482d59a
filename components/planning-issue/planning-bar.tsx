'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { freezePlanning, postCapacity, unfreezePlanning } from '#lib/contract/planning-issue.ts'
import { may } from '#lib/domain/permissions.ts'
import { whyNotChangePlanning, whyNotPost, whyNotUnfreeze } from '#lib/domain/planning-issue/rules.ts'
import { isolated } from '#lib/kit/visible.ts'

import { CopyPlanning } from './copy-planning.tsx'
import { planningRead } from './planning-reads.ts'

const PrioritiesDialog = lazyPopup(async () => (await import('./priorities-dialog.tsx')).PrioritiesDialog)

type Props = {
  group: string
  milestone: string
  /** As it stands on the page, with what was just ticked off. */
  description: string
  isOpen: boolean
  nameOf: (handle: string) => string
}

/** Whether the data is live, when it was posted, and what is done with a planning issue. */
export function PlanningBar({ group, milestone, description, isOpen, nameOf }: Props) {
  const { data } = useQuery(planningRead(group, milestone))
  const { zone } = useGroup(group)
  const actor = useActor(group)
  const { change, busy } = useBusyChange()
  const [isEditing, setEditing] = useState(false)
  if (!data) return null
  const { title, closed } = data.milestone
  const { frozen, posted } = data
  const input = { group, milestone }
  const because = (refusal: { because: string } | null) => (busy ? 'Working…' : refusal?.because)
  const state = { title, frozen: frozen !== null, closed, isOpen }
  const mayPlan = may(actor, 'planning.issue')
  return (
    <section
      aria-label="Planning issue"
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-2.5"
    >
      <p className="num text-sm text-ink-2">
        {frozen
          ? `Frozen on ${momentIn(zone, frozen.at)}${frozen.by === null ? '' : ` by ${nameOf(frozen.by)}`}: the data is as it was then.`
          : 'Live: the data below follows every change.'}{' '}
        {posted
          ? `Capacity and DRIs posted on ${momentIn(zone, posted.at)} by ${nameOf(posted.by)}.`
          : 'Capacity and DRIs are not posted yet.'}
      </p>
      <div className="flex flex-wrap gap-2 no-print">
        {may(actor, 'capacity.post') && (
          <Button
            kind={posted || frozen ? 'plain' : 'primary'}
            disabledReason={because(whyNotPost(state))}
            onClick={() =>
              void change({
                endpoint: postCapacity,
                input,
                message: `Posted the capacity and the DRIs of ${isolated(title)}.`,
              })
            }
          >
            {posted ? 'Post capacity and DRIs again' : 'Post capacity and DRIs'}
          </Button>
        )}
        {mayPlan && (
          <Button
            disabledReason={because(whyNotChangePlanning(state))}
            onPointerEnter={PrioritiesDialog.ahead}
            onClick={() => setEditing(true)}
          >
            Edit priorities
          </Button>
        )}
        <CopyPlanning group={group} description={description} planning={data} />
        <Button kind="quiet" onClick={() => print()}>
          Print
        </Button>
        {mayPlan && !frozen && (
          <Button
            kind="quiet"
            disabledReason={because(null)}
            onClick={() =>
              void change({
                endpoint: freezePlanning,
                input,
                message: `Froze the planning issue of ${isolated(title)}.`,
              })
            }
          >
            Freeze
          </Button>
        )}
        {mayPlan && frozen && (
          <Button
            kind="quiet"
            disabledReason={because(whyNotUnfreeze(state))}
            onClick={() =>
              void change({
                endpoint: unfreezePlanning,
                input,
                message: `The planning issue of ${isolated(title)} is live again.`,
              })
            }
          >
            Unfreeze
          </Button>
        )}
      </div>
      {isEditing && (
        <PrioritiesDialog
          group={group}
          milestone={milestone}
          title={title}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  )
}
