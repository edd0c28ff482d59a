'use client'

import Link from 'next/link'

import { useChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { type Activity, type Occurrence, withdrawOccurrence } from '#lib/contract/activities.ts'
import { isShared } from '#lib/domain/cadence/activities.ts'
import { OCCURRENCE_TITLES } from '#lib/domain/cadence/occurrences.ts'
import { may } from '#lib/domain/permissions.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { AskedOfActivity } from './asked.ts'
import { LOOKS } from './occurrence-mark.tsx'

type Props = {
  group: string
  activity: Activity
  today: PlainDate
  onAsk: (asked: AskedOfActivity) => void
}

/** What was said of each occurrence, the newest first, and what can be done about the activity. */
export function ActivityDetail({ group, activity, today, onAsk }: Props) {
  const { id, name, kind, derived, share, occurrences } = activity
  const actor = useActor(group)
  const ask = (what: AskedOfActivity['what']) => onAsk({ activity: id, what })
  const canShare = (kind === 'shared_review' || kind === 'own') && (!share || share.state === 'declined')
  return (
    <section
      aria-label={name}
      className="flex flex-col gap-2.5 border-t border-line bg-sunken px-3.5 py-3 sm:pl-8"
    >
      {derived && (
        <p className="text-pretty text-ink-2">Saydo records automatically whether this happened.</p>
      )}
      <ul aria-label={`Days of ${name}`} className="flex flex-col">
        {occurrences.toReversed().map((one) => (
          <Day key={one.day} group={group} activity={activity} occurrence={one} today={today} onAsk={ask} />
        ))}
      </ul>
      {may(actor, 'activity.edit') && (
        <span className="no-print flex flex-wrap gap-2">
          <Button size="sm" aria-haspopup="dialog" aria-label={`Edit ${name}`} onClick={() => ask('edit')}>
            Edit
          </Button>
          {canShare && (
            <Button
              size="sm"
              aria-haspopup="dialog"
              aria-label={`Share ${name}`}
              onClick={() => ask('share')}
            >
              Share with a counterpart group…
            </Button>
          )}
          {share && share.state !== 'declined' ? (
            <Button size="sm" kind="quiet" aria-haspopup="dialog" onClick={() => ask('end share')}>
              {isShared(share.state) ? 'End sharing…' : 'Withdraw the offer…'}
            </Button>
          ) : (
            <Button size="sm" kind="quiet" aria-label={`Remove ${name}`} onClick={() => ask('remove')}>
              Remove
            </Button>
          )}
        </span>
      )}
    </section>
  )
}

type DayProps = Pick<Props, 'group' | 'activity' | 'today'> & {
  occurrence: Occurrence
  onAsk: (what: AskedOfActivity['what']) => void
}

function Day({ group, activity, occurrence, today, onAsk }: DayProps) {
  const { day, state, milestone, seen, recorded } = occurrence
  const change = useChange()
  const { name, derived, mayRecord } = activity
  const look = LOOKS[state]
  const withdraw = () =>
    change({
      endpoint: withdrawOccurrence,
      input: { group, activity: activity.id, occurrence: day },
      message: `Withdrew what was recorded of “${name}” on ${dayMonth(day)}.`,
    })
  const waits = recorded === null && seen === null
  const on = `${name}, ${dayMonth(day)}`
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-1.5">
      <span className="num w-16 flex-none text-ink-2">{dayMonth(day)}</span>
      <span className={cx('flex w-32 flex-none items-center gap-1.5', look.tone)}>
        <Icon name={look.icon} className="size-3.5" />
        {OCCURRENCE_TITLES[state]}
      </span>
      <span className="min-w-0 flex-1 basis-56 text-pretty text-ink-2 wrap-anywhere">
        {milestone && <bdi>{milestone} </bdi>}
        {seen && (
          <Link href={seen.page} prefetch={false} className="underline underline-offset-2 hover:text-ink">
            {seen.text}
          </Link>
        )}
        {recorded && (
          <>
            {recorded.note && <bdi className="text-ink">{recorded.note} </bdi>}
            {recorded.link && (
              <a
                href={recorded.link}
                target="_blank"
                rel="noreferrer"
                className="tap underline underline-offset-2 hover:text-ink"
              >
                Link
              </a>
            )}{' '}
            <bdi>{recorded.by.name}</bdi>
          </>
        )}
      </span>
      {mayRecord && (
        <span className="no-print flex flex-none flex-wrap gap-1.5">
          {waits && !derived && day <= today && (
            <Button
              size="sm"
              aria-haspopup="dialog"
              aria-label={`It happened, with a note: ${on}`}
              onClick={() => onAsk({ note: day })}
            >
              It happened…
            </Button>
          )}
          {waits && (
            <Button
              size="sm"
              kind="quiet"
              aria-haspopup="dialog"
              aria-label={`Skip: ${on}`}
              onClick={() => onAsk({ skip: day })}
            >
              Skip…
            </Button>
          )}
          {recorded && (
            <Button size="sm" kind="quiet" aria-label={`Withdraw: ${on}`} onClick={() => void withdraw()}>
              Withdraw
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
