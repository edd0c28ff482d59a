'use client'

import { useState } from 'react'

import { RoomHead } from '#components/ui/rows.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { BoundarySettings } from './boundary-settings.tsx'
import { TeamSettings } from './team-settings.tsx'

const TeamDialog = lazyPopup(async () => (await import('./team-dialog.tsx')).TeamDialog)

const LEAD = 'The scope and members of each functional team, and the boundaries of the group.'

/** Handbook › Organisation: functional teams with their scope and members, and what is not ours. */
export function TeamsSettings({ group }: { group: string }) {
  const { items: teams, boundaries } = usePrefetched(listTeams, { group })
  const { items: memberships, today } = usePrefetched(listMemberships, { group })
  const actor = useActor(group)
  const reason = whyNotAllowed(actor, 'team.edit')?.because ?? null
  const memberReason = whyNotAllowed(actor, 'member.edit')?.because ?? null
  const [making, setMaking] = useState(false)
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'New team', dialog: TeamDialog, onMake: () => setMaking(true) }}
      />
      {teams.length === 0 && (
        <Empty title="No functional team yet">
          <p>Create a team and add what it owns.</p>
        </Empty>
      )}
      {teams.map((team, at) => (
        <TeamSettings
          key={team.slug}
          group={group}
          team={team}
          up={teams[at - 1]?.slug}
          down={at + 1 < teams.length ? (teams[at + 2]?.slug ?? null) : undefined}
          memberships={memberships}
          today={today}
          reason={reason}
          memberReason={memberReason}
        />
      ))}
      <BoundarySettings group={group} boundaries={boundaries} teams={teams} reason={reason} />
      {making && <TeamDialog group={group} team={null} onClose={() => setMaking(false)} />}
    </>
  )
}
