'use client'

import { useState } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Team } from './team-box.tsx'

const MembershipDialog = lazyPopup(async () => (await import('./membership-dialog.tsx')).MembershipDialog)

type Props = {
  group: string
  team: Team
  memberships: readonly MembershipFacts[]
  today: PlainDate
  reason: string | null
}

/** Who belongs to the team now or soon; who has left is folded away, and stays. */
export function MemberList({ group, team, memberships, today, reason }: Props) {
  const [editing, setEditing] = useState<MembershipFacts | 'new' | null>(null)
  const ofTeam = memberships.filter((one) => one.team === team.slug)
  const [here, gone] = [
    ofTeam.filter(({ to }) => !isOver(to, today)),
    ofTeam.filter(({ to }) => isOver(to, today)),
  ]
  const row = (membership: MembershipFacts) => (
    <MemberRow
      key={membership.id}
      membership={membership}
      teamName={team.name}
      today={today}
      reason={reason}
      onChange={() => setEditing(membership)}
    />
  )
  return (
    <div className="border-t border-line px-4 py-2.5">
      <div className="flex items-center gap-2 pb-1">
        <h3 className="flex-1 text-xs text-ink-2">Members</h3>
        {!reason && (
          <Button
            kind="quiet"
            size="sm"
            aria-label={`Add a member to ${team.name}`}
            onPointerEnter={MembershipDialog.ahead}
            onClick={() => setEditing('new')}
          >
            Add a member
          </Button>
        )}
      </div>
      {here.length === 0 && <p className="text-ink-3">No members now.</p>}
      <ul aria-label={`Members of ${team.name}`}>{here.map(row)}</ul>
      {gone.length > 0 && (
        <details className="pt-1">
          <summary className="text-xs text-ink-3">Former members: {gone.length}</summary>
          <ul aria-label={`Former members of ${team.name}`}>{gone.map(row)}</ul>
        </details>
      )}
      {editing && (
        <MembershipDialog
          group={group}
          team={team}
          membership={editing === 'new' ? null : editing}
          memberships={memberships}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

const isOver = (to: PlainDate | null, today: PlainDate) => to !== null && to < today

type RowProps = {
  membership: MembershipFacts
  teamName: string
  today: PlainDate
  reason: string | null
  onChange: () => void
}

function MemberRow({ membership, teamName, today, reason, onChange }: RowProps) {
  const { person, name, kind, percent, from, to } = membership
  const days = `${from > today ? 'from' : 'since'} ${dayMonthYear(from)}${to ? ` until ${dayMonthYear(to)}` : ''}`
  return (
    <li className="flex items-center gap-2 py-1">
      <Avatar
        face={{ handle: person, name }}
        size="sm"
        silent
        {...(kind === 'supporting' ? { as: kind } : {})}
      />
      <p className="min-w-0 flex-1 text-pretty">
        <span dir="auto" className="font-medium">
          {name}
        </span>{' '}
        <span className="num text-ink-2">
          {kind} · {percent} % · {days}
        </span>
      </p>
      {!reason && (
        <Button
          kind="quiet"
          size="sm"
          aria-label={`Change the membership of ${name} in ${teamName}`}
          onPointerEnter={MembershipDialog.ahead}
          onClick={onChange}
        >
          Change
        </Button>
      )}
    </li>
  )
}
