'use client'

import Link from 'next/link'

import { AnswerButtons } from '#components/hand-overs/answer-buttons.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { Note } from '#components/ui/tag.tsx'
import type { InboxItem, InboxView } from '#lib/contract/inbox.ts'
import type { Snooze } from '#lib/domain/snooze.ts'

import { besideTitle, isCalm, nameOfSubject, REASONS } from './inbox-text.ts'
import type { Answer } from './send-answer.ts'

const InboxAnswer = lazyPopup(async () => (await import('./inbox-answer.tsx')).InboxAnswer)

type Props = {
  group: string
  item: InboxItem
  view: InboxView
  zone: string
  active: boolean
  /** Whether one is answering it here. */
  answering: boolean
  onMark: () => void
  onAsk: (answering: boolean) => void
  onAnswer: (answer: Answer) => Promise<boolean>
  onSnooze: (until: Snooze | null) => void
}

/** A mention or a hand-over that nobody answered stays: it is answered first, and done with then. */
export const asksForAnswer = ({ acknowledged, offer, done }: InboxItem): boolean =>
  (acknowledged === false && !done) || offer !== null

/** What happened, to what, and why one is told; it is answered here or where it leads. */
export function InboxLine(props: Props) {
  const { group, item, view, zone, active, answering, onAsk, onSnooze } = props
  const { kind, actor, actorName, sentence, issue, subject, at, words, acknowledged } = item
  const { offer, snoozedUntil } = item
  return (
    <li
      data-inbox={item.event}
      className={cx(
        'relative flex gap-3 border-b border-line px-3.5 py-2.5 last:border-b-0 hover:bg-hover max-sm:flex-wrap',
        active && 'bg-hover',
      )}
    >
      <Avatar face={{ handle: actor ?? 'clock', name: actorName }} silent />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={item.link}
            prefetch={false}
            className="min-w-0 font-medium text-pretty after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
          >
            <bdi>{subject.title}</bdi> <span className="num font-normal text-ink-3">{besideTitle(item)}</span>
          </Link>
          {!subject.open && <span className="text-2xs text-ink-3">closed</span>}
        </p>
        <p className="text-pretty text-ink-2 wrap-anywhere">{sentence}</p>
        {words && (
          <p dir="auto" className="line-clamp-2 border-l-2 border-line pl-2 text-ink-2 wrap-anywhere">
            {words}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-2 pt-1">
          <Note tone={isCalm(kind) ? 'calm' : 'warn'}>
            {kind === 'hand_over' && offer === null ? 'You were asked to take over' : REASONS[kind]}
          </Note>
          {acknowledged !== null && (
            <Note tone={acknowledged ? 'good' : 'bad'}>
              {acknowledged ? 'You answered' : 'Reply or react to acknowledge'}
            </Note>
          )}
          <time dateTime={at} className="num text-xs text-ink-3">
            {momentIn(zone, at)}
          </time>
          {snoozedUntil && view === 'snoozed' && (
            <span className="num text-xs text-ink-3">back {momentIn(zone, snoozedUntil)}</span>
          )}
        </p>
        {answering && issue !== null && (
          <InboxAnswer
            group={group}
            item={{ issue, comment: item.comment }}
            onAnswer={props.onAnswer}
            onClose={() => onAsk(false)}
          />
        )}
      </div>
      <div
        className={cx(
          'relative z-[1] flex flex-none items-start gap-1',
          offer !== null && 'max-sm:basis-full max-sm:pl-[34px]',
        )}
      >
        {offer !== null && issue !== null && (
          <AnswerButtons
            group={group}
            offer={{ ref: issue, offer }}
            from={actorName}
            why={subject.open ? null : 'This issue is closed. Reopen it first.'}
          />
        )}
        {view === 'open' && (
          <MenuButton
            kind="quiet"
            size="icon"
            menuLabel="Snooze until"
            aria-label={`Snooze ${nameOfSubject(item)}`}
            tip="Snooze"
            entries={() => snoozeEntries(onSnooze)}
          >
            <Icon name="clock" />
          </MenuButton>
        )}
        {view === 'snoozed' && (
          <Button size="sm" onClick={() => onSnooze(null)}>
            Back to the inbox
          </Button>
        )}
        {offer === null && <Finish {...props} />}
      </div>
    </li>
  )
}

/** What asks for an answer is answered; everything else is done with, or put back. */
function Finish({ item, view, answering, onAsk, onMark }: Props) {
  const name = nameOfSubject(item)
  return asksForAnswer(item) ? (
    <Button
      kind="quiet"
      size="icon"
      aria-label={`Answer on ${name}`}
      aria-expanded={answering}
      tip="Answer (E)"
      onPointerEnter={InboxAnswer.ahead}
      onFocus={InboxAnswer.ahead}
      onClick={() => onAsk(!answering)}
    >
      <Icon name="smile" />
    </Button>
  ) : (
    <Button
      kind="quiet"
      size="icon"
      aria-label={view === 'done' ? `Move ${name} to inbox` : `Done with ${name}`}
      tip={view === 'done' ? 'Move to inbox' : 'Done (E)'}
      onClick={onMark}
    >
      <Icon name={view === 'done' ? 'undo' : 'check'} />
    </Button>
  )
}

const snoozeEntries = (onSnooze: (until: Snooze) => void): MenuEntry[] => [
  { kind: 'heading', label: 'Snooze until' },
  { kind: 'act', label: 'Later today', hint: 'in 3 hours', act: () => onSnooze('later') },
  { kind: 'act', label: 'Tomorrow', hint: '09:00', act: () => onSnooze('tomorrow') },
  { kind: 'act', label: 'Next week', hint: 'Monday', act: () => onSnooze('next_week') },
]
