'use client'

import { useState } from 'react'

import { Row, RoomHead, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonthYear, momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import { endOtherSessions, endSession, listSessions } from '#lib/contract/sessions.ts'
import type { SessionFacts } from '#lib/contract/sessions.ts'

const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

const LEAD = 'The places where you are signed in. A session ends after thirty days, or when you end it.'

/** The sessions of the person who is signed in. */
export function Sessions({ group }: { group: string }) {
  const { items } = usePrefetched(listSessions, {})
  const { change, busy } = useBusyChange()
  const [asking, setAsking] = useState(false)
  const others = items.filter(({ current }) => !current).length
  const end = ({ id, device }: SessionFacts) =>
    void change({ endpoint: endSession, input: { session: id }, message: `Ended the session of ${device}.` })
  return (
    <>
      <RoomHead
        lead={LEAD}
        action={
          <Button
            disabledReason={others === 0 ? 'This is the only one.' : null}
            onPointerEnter={AskDialog.ahead}
            onClick={() => setAsking(true)}
          >
            End all others
          </Button>
        }
      />
      <Rows label="Sessions">
        {items.map((session) => (
          <SessionRow key={session.id} group={group} session={session} onEnd={() => end(session)} />
        ))}
      </Rows>
      {asking && (
        <AskDialog
          title={others === 1 ? 'End the other session?' : `End the ${others} other sessions?`}
          description="The devices have to sign in again."
          buttonLabel="End them"
          busy={busy}
          onDo={() =>
            change({
              endpoint: endOtherSessions,
              input: {},
              message: ({ ended }) => (ended === 1 ? 'Ended one session.' : `Ended ${ended} sessions.`),
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function SessionRow({ group, session, onEnd }: { group: string; session: SessionFacts; onEnd: () => void }) {
  const { zone } = useGroup(group)
  const { device, createdAt, expiresAt, current } = session
  return (
    <Row>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {device} {current && <Note tone="good">this one</Note>}
        </p>
        <p className="num text-ink-2">
          Since {momentIn(zone, createdAt)} · until {dayMonthYear(dayIn(zone, expiresAt))}
        </p>
      </div>
      <Button
        aria-label={`End the session of ${device} since ${momentIn(zone, createdAt)}`}
        disabledReason={
          current ? 'This is your current session. Sign out from the menu at the top right.' : null
        }
        onClick={onEnd}
      >
        End
      </Button>
    </Row>
  )
}
