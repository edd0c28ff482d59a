'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import { placeTeam, removeTeam } from '#lib/contract/teams.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { MemberList } from './member-list.tsx'
import { ScopeList } from './scope-list.tsx'
import type { Team } from './team-box.tsx'

const TeamDialog = lazyPopup(async () => (await import('./team-dialog.tsx')).TeamDialog)

const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

type Props = {
  group: string
  team: Team
  /** Before which it comes when it moves, null for last; undefined at the end of the list. */
  up: string | null | undefined
  down: string | null | undefined
  memberships: readonly MembershipFacts[]
  today: PlainDate
  /** Why the reader may not change the team. */
  reason: string | null
  memberReason: string | null
}

/** One team: its words, what it owns in order, and who gives it how much of their time. */
export function TeamSettings({ group, team, up, down, memberships, today, reason, memberReason }: Props) {
  const [editing, setEditing] = useState(false)
  const [doomed, setDoomed] = useState(false)
  const { change, busy } = useBusyChange()
  const place = (label: string, before: string | null | undefined, end: string): MenuEntry => ({
    kind: 'act',
    label,
    disabledReason: before === undefined ? end : null,
    act: () =>
      before !== undefined &&
      void change({
        endpoint: placeTeam,
        input: { group, team: team.slug, before },
        message: `Moved ${team.name} in the order of the teams.`,
      }),
  })
  return (
    <section aria-labelledby={`settings-${team.slug}`} className="rounded-lg border border-line bg-surface">
      <header className="flex items-start gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 dir="auto" id={`settings-${team.slug}`} className="text-base">
            {team.name}
          </h2>
          <p className="text-pretty text-ink-2">{team.purpose || 'No purpose yet.'}</p>
        </div>
        {!reason && (
          <Button
            aria-label={`Edit ${team.name}`}
            onPointerEnter={TeamDialog.ahead}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )}
        {!reason && (
          <MenuButton
            kind="quiet"
            size="icon"
            menuLabel={team.name}
            aria-label={`Move or remove ${team.name}`}
            entries={() => [
              place('Move up', up, 'Already first.'),
              place('Move down', down, 'Already last.'),
              { kind: 'act', label: 'Remove…', act: () => setDoomed(true) },
            ]}
          >
            <Icon name="more" />
          </MenuButton>
        )}
      </header>
      <ScopeList group={group} team={team} reason={reason} />
      <MemberList group={group} team={team} memberships={memberships} today={today} reason={memberReason} />
      {doomed && (
        <AskDialog
          title={`Remove ${team.name}?`}
          description="Only a team without people, scope, boundaries and issues can be removed."
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removeTeam,
              input: { group, team: team.slug },
              message: `Removed ${team.name}.`,
            })
          }
          onClose={() => setDoomed(false)}
        />
      )}
      {editing && <TeamDialog group={group} team={team} onClose={() => setEditing(false)} />}
    </section>
  )
}
