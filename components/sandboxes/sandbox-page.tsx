'use client'

import Link from 'next/link'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Chip } from '#components/ui/chip.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { readSandbox } from '#lib/contract/sandboxes.ts'
import { whyNotPlanIn } from '#lib/domain/capacity/rules.ts'
import { may } from '#lib/domain/permissions.ts'
import { capacityLink } from '#lib/kit/links.ts'

import { ChangeList } from './change-list.tsx'
import { PeopleTable } from './people-table.tsx'
import { SandboxActs } from './sandbox-acts.tsx'
import { endedText, totalText } from './sandbox-text.ts'
import { SinceList } from './since-list.tsx'
import { TeamBars } from './team-bars.tsx'

type Props = { group: string; milestone: string; sandbox: string }

/** A what-if beside the live plan, which stays as it is until the what-if is applied. */
export function SandboxPage({ group, milestone, sandbox }: Props) {
  const view = usePrefetched(readSandbox, { group, milestone, sandbox })
  const actor = useActor(group)
  const { zone } = useGroup(group)
  const { title, byName, createdAt } = view.sandbox
  const ended = endedText(view.sandbox, zone)
  const mayEdit = ended === null && whyNotPlanIn(view.milestone) === null && may(actor, 'sandbox.edit')
  return (
    <PageFrame className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-2">
        <h1 dir="auto" className="text-lg wrap-anywhere">
          {title}
        </h1>
        <Chip>
          <Link href={capacityLink(group, milestone)} prefetch={false} className="tap hover:underline">
            What-if for <bdi>{view.milestone.title}</bdi>
          </Link>
        </Chip>
        <Chip>
          <span>
            <bdi>{byName}</bdi>, {dayMonth(dayIn(zone, createdAt))}
          </span>
        </Chip>
        <SandboxActs group={group} view={view} mayEdit={mayEdit} />
      </header>
      {ended === null ? (
        <p className="num text-xl text-pretty">{totalText(view)}</p>
      ) : (
        <p className="rounded-lg border border-line bg-surface px-3.5 py-2.5 text-pretty">{ended}</p>
      )}
      <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,3fr)] items-start gap-6 max-lg:grid-cols-1">
        {ended === null && (
          <div className="flex min-w-0 flex-col gap-6">
            <PeopleTable view={view} />
            <TeamBars view={view} />
          </div>
        )}
        <div className="flex min-w-0 flex-col gap-6">
          <ChangeList group={group} view={view} mayEdit={mayEdit} />
          {ended === null && <SinceList group={group} view={view} />}
        </div>
      </div>
    </PageFrame>
  )
}
