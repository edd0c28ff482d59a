'use client'

import { useState } from 'react'

import { Row, RoomHead, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { Note } from '#components/ui/tag.tsx'
import { listInvitations, revokeInvitation } from '#lib/contract/invitations.ts'
import type { InvitationFacts } from '#lib/contract/invitations.ts'
import { whyNotRevokeInvitation } from '#lib/domain/invitations.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { roleTitle } from '#lib/domain/roles.ts'

const InviteDialog = lazyPopup(async () => (await import('./invite-dialog.tsx')).InviteDialog)

const LEAD = 'An invitation is a link for one person and one role. It works once, for seven days.'

/** Who was asked to come, and what became of it. */
export function Invitations({ group }: { group: string }) {
  const { items } = usePrefetched(listInvitations, { group })
  const reason = whyNotAllowed(useActor(group), 'member.edit')?.because
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'Invite person', dialog: InviteDialog, onMake: () => setInviting(true) }}
      />
      {items.length === 0 ? (
        <Empty title="No invitations yet">
          <p>Invite the people of your group. Each sets a name and a password.</p>
        </Empty>
      ) : (
        <Rows label="Invitations">
          {items.map((invitation) => (
            <InvitationRow key={invitation.id} group={group} invitation={invitation} />
          ))}
        </Rows>
      )}
      {inviting && <InviteDialog group={group} onClose={() => setInviting(false)} />}
    </>
  )
}

const TONES = { waiting: 'warn', used: 'good', revoked: 'calm', expired: 'calm' } as const
const STATES = { waiting: 'waiting', used: 'joined', revoked: 'revoked', expired: 'expired' }

function InvitationRow({ group, invitation }: { group: string; invitation: InvitationFacts }) {
  const { zone } = useGroup(group)
  const { change, busy } = useBusyChange()
  const { id, email, role, person, by, state, createdAt, expiresAt, usedBy } = invitation
  const day = (instant: string) => dayMonthYear(dayIn(zone, instant))
  const gone = whyNotRevokeInvitation(state)
  return (
    <Row>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          <span className="wrap-anywhere">{email}</span>
          <Note tone={TONES[state]}>{STATES[state]}</Note>
        </p>
        <p className="text-pretty text-ink-2">
          {person ? `For ${person}, to sign in` : `As ${roleTitle(role)}`} · by {by} on {day(createdAt)}
          {state === 'waiting' && ` · until ${day(expiresAt)}`}
          {usedBy && !person && ` · ${usedBy} came`}
        </p>
      </div>
      {!gone && (
        <Button
          aria-label={`Revoke the invitation of ${email}`}
          disabledReason={busy ? 'Working…' : null}
          onClick={() =>
            void change({
              endpoint: revokeInvitation,
              input: { group, invitation: id },
              message: `The link for ${email} no longer works.`,
            })
          }
        >
          Revoke
        </Button>
      )}
    </Row>
  )
}
