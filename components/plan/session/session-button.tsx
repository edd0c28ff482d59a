'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { clockIn, dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { answerSession, cancelSession, endSession, startSession } from '#lib/contract/plan-session.ts'
import type { Plan } from '#lib/contract/plan.ts'

const ScheduleDialog = lazyPopup(async () => (await import('./schedule-dialog.tsx')).ScheduleDialog)

type Props = {
  group: string
  view: Plan
  me: string
  mayHold: boolean
  /** The step may ask to schedule it as well. */
  isAsking: boolean
  onAsk: (isAsking: boolean) => void
}

/** Handbook › Team Milestone Planning Process: "Joint planning session to finalise the planning board (PM, EM)". */
export function SessionButton({ group, view, me, mayHold, isAsking, onAsk }: Props) {
  const { zone } = useGroup(group)
  const { change, busy } = useBusyChange()
  const { session, milestone } = view
  const input = { group, milestone: milestone.slug }
  const isRunning = session !== null && session.startedAt !== null && session.endedAt === null
  const isOver = session !== null && session.endedAt !== null
  const own = session?.invited.find(({ person }) => person === me)
  const answer = (accepted: boolean) =>
    void change({
      endpoint: answerSession,
      input: { ...input, accepted },
      message: accepted ? 'You accepted the joint session.' : 'You declined the joint session.',
    })
  const isInvited = own?.accepted === null && !isRunning && !isOver
  if (isInvited && !mayHold) {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <span className="num text-xs text-ink-2">Joint session {whenText(session)}</span>
        <Button kind="primary" disabledReason={busy ? 'Saving…' : null} onClick={() => answer(true)}>
          Accept
        </Button>
        <Button disabledReason={busy ? 'Saving…' : null} onClick={() => answer(false)}>
          Decline
        </Button>
      </span>
    )
  }
  if (!mayHold) {
    return session && !isOver ? (
      <span className="num text-xs text-ink-2">
        {isRunning ? 'Joint session is running' : `Joint session ${whenText(session)}`}
      </span>
    ) : null
  }
  const start = () =>
    void change({
      endpoint: startSession,
      input,
      message: `Started the joint session of ${milestone.title}.`,
    })
  const end = () =>
    void change({
      endpoint: endSession,
      input,
      message: `Ended the joint session of ${milestone.title}; it is recorded as held.`,
    })
  const cancel = () =>
    void change({
      endpoint: cancelSession,
      input,
      message: `Canceled the joint session of ${milestone.title}.`,
    })
  const entries = (): MenuEntry[] => [
    // those who hold the session may start it without an answer
    ...(isInvited
      ? [
          { kind: 'act' as const, label: 'Accept', hint: whenText(session), act: () => answer(true) },
          { kind: 'act' as const, label: 'Decline', act: () => answer(false) },
          { kind: 'line' as const },
        ]
      : []),
    {
      kind: 'act',
      label: session && !isOver ? 'Move to another time…' : 'Schedule…',
      ...(session && !isOver ? { hint: whenText(session) } : {}),
      act: () => onAsk(true),
    },
    ...(session && !isOver ? [{ kind: 'act' as const, label: 'Cancel the session', act: cancel }] : []),
  ]
  return (
    <>
      <span className="flex">
        <Button
          className="rounded-r-none"
          disabledReason={busy ? 'Saving…' : null}
          onClick={isRunning ? end : start}
        >
          <Icon name="chat" className={isRunning ? 'size-4 text-good' : 'size-4'} />
          {isRunning ? 'End joint session' : 'Start joint session'}
          {isRunning && session.startedAt && (
            <span className="num text-xs font-normal text-ink-3">
              since {clockIn(zone, session.startedAt)}
            </span>
          )}
        </Button>
        {!isRunning && (
          <MenuButton
            size="icon"
            menuLabel="Joint session"
            aria-label="Schedule the joint session"
            tip="Schedule the joint session"
            className="-ml-px rounded-l-none pointer-coarse:h-[36px]"
            entries={entries}
            onPointerEnter={ScheduleDialog.ahead}
          >
            <Icon name="chevron" className="size-3.5" />
          </MenuButton>
        )}
      </span>
      {isAsking && <ScheduleDialog group={group} view={view} me={me} onClose={() => onAsk(false)} />}
    </>
  )
}

/** “10 Dec, 15:00”. */
const whenText = (session: Plan['session']): string =>
  session === null ? '' : `${dayMonth(session.day)}, ${session.time}`
