'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { MemberList } from './member-list.tsx'
import { ScopeList } from './scope-list.tsx'
import type { Team } from './team-box.tsx'

const TeamDialog = lazily(async () => (await import('./team-dialog.tsx')).TeamDialog)

type Props = {
  group: string
  team: Team
  memberships: readonly MembershipFacts[]
  today: PlainDate
  /** Why the reader may not change the team. */
  reason: string | null
  memberReason: string | null
}

/** One team: its words, what it owns in order, and who gives it how much of their time. */
export function TeamSettings({ group, team, memberships, today, reason, memberReason }: Props) {
  const [editing, setEditing] = useState(false)
  return (
    <section aria-labelledby={`settings-${team.slug}`} className="rounded-lg border border-line bg-surface">
      <header className="flex items-start gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 id={`settings-${team.slug}`} className="text-base">
            {team.name}
          </h2>
          <p className="text-pretty text-ink-2">{team.purpose || 'No purpose is written down yet.'}</p>
        </div>
        <Button
          aria-label={`Edit ${team.name}`}
          disabledReason={reason}
          onPointerEnter={TeamDialog.ahead}
          onClick={() => setEditing(true)}
        >
          Edit
        </Button>
      </header>
      <ScopeList group={group} team={team} reason={reason} />
      <MemberList group={group} team={team} memberships={memberships} today={today} reason={memberReason} />
      {editing && <TeamDialog group={group} team={team} onClose={() => setEditing(false)} />}
    </section>
  )
}
