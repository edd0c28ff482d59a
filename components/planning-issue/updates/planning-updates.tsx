'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { newDesk } from '#components/updates/mine/desk.ts'
import { AssembledPanel } from '#components/updates/side/assembled-panel.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { Button } from '#components/ui/button.tsx'
import { openFact } from '#components/ui/fact.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { readUpdates } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'

import { planningRead } from '../planning-reads.ts'
import { planningWeek } from '#lib/domain/planning-issue/planning-week.ts'

type Props = { group: string; milestone: string }

/** Handbook › Weekly status updates: on the planning issue stands what the group has posted, live until the week is over. */
export function PlanningUpdates({ group, milestone }: Props) {
  const { today, zone } = useGroup(group)
  const { data } = useQuery(planningRead(group, milestone))
  if (!data) return <Skeleton className="h-24 rounded-lg" />
  const { startOn, dueOn } = data.blocks.milestone
  const week = planningWeek({ startOn, dueOn }, today, data.frozen && dayIn(zone, data.frozen.at))
  if (week === null)
    return <p className="text-ink-3">Weekly status updates stand here from {dayMonth(startOn)} on.</p>
  return <UpdatesOf group={group} week={week} />
}

function UpdatesOf({ group, week }: { group: string; week: IsoWeek }) {
  const { data, error } = useQuery(reading(readUpdates, { group, week }))
  const [desk] = useState(newDesk)
  if (error && !data) return <p role="alert">Could not load the status updates. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-24 rounded-lg" />
  return (
    <div className="flex flex-col gap-1.5">
      <AssembledPanel group={group} week={data} desk={desk} isPosted />
      <div className="no-print flex flex-wrap items-center justify-end gap-2">
        <Link
          href={statusLink(group, { view: 'group', week })}
          prefetch={false}
          className="tap text-xs font-medium text-accent underline underline-offset-2"
        >
          All updates of the week
        </Link>
        <Button kind="quiet" size="sm" onClick={() => openFact('Comment')}>
          Answer in a comment
        </Button>
      </div>
    </div>
  )
}
