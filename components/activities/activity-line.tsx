'use client'

import type { MouseEvent } from 'react'

import { writeAddress } from '#components/charts/address.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { Activity } from '#lib/contract/activities.ts'
import { isShared, type ShareState } from '#lib/domain/cadence/activities.ts'
import { LEVEL_TITLES } from '#lib/domain/cadence/regularity.ts'
import { cadenceLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { ActivityDetail } from './activity-detail.tsx'
import type { AskedOfActivity } from './asked.ts'
import { dueToRecord } from './due.ts'
import { OccurrenceMark } from './occurrence-mark.tsx'
import { useRecord } from './use-record.ts'

type Props = {
  group: string
  activity: Activity
  today: PlainDate
  isOpen: boolean
  onAsk: (asked: AskedOfActivity) => void
}

const TONES = { steady: 'good', slipping: 'warn', stalled: 'bad' } as const

/** An activity: who owns it and how often, what became of its last weeks, and the button that records it. */
export function ActivityLine({ group, activity, today, isOpen, onAsk }: Props) {
  const { id, name, owner, rhythmText, regularity, occurrences, next, share } = activity
  const record = useRecord(group)
  const due = dueToRecord(activity, today)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    writeAddress({ activity: isOpen ? null : String(id) })
  }
  return (
    <li data-activity={id} className="border-b border-line last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3.5 py-2.5">
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1 pl-5 max-sm:basis-full print:pl-0">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <a
              href={cadenceLink(group, id)}
              aria-expanded={isOpen}
              onClick={open}
              className="tap -ml-5 flex min-h-6 min-w-0 items-center gap-1.5 print:ml-0 font-medium underline-offset-2 hover:underline"
            >
              <Icon name="right" className={cx('size-3.5 text-ink-3 print:hidden', isOpen && 'rotate-90')} />
              <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
            </a>
            {regularity.level && <Note tone={TONES[regularity.level]}>{LEVEL_TITLES[regularity.level]}</Note>}
          </span>
          <span className="text-xs text-pretty text-ink-2">
            {rhythmText} · <bdi>{owner?.name ?? 'no owner'}</bdi>
            {share && isShared(share.state) && (
              <>
                {' '}
                · shared with <bdi>{share.group}</bdi>
              </>
            )}
            {share && !isShared(share.state) && <> · {shareText(share)}</>}
          </span>
          <span className="num text-pretty text-ink-2">
            {regularity.text}
            {next && ` Next ${dayMonth(next)}.`}
          </span>
        </div>
        <ol aria-label={`Occurrences of ${name}`} className="flex flex-wrap gap-1 max-sm:pl-5">
          {occurrences.map((occurrence) => (
            <OccurrenceMark key={occurrence.day} occurrence={occurrence} />
          ))}
        </ol>
        <span className="no-print flex w-24 flex-none justify-end max-sm:w-full max-sm:empty:hidden max-sm:justify-start max-sm:pl-5">
          {due && (
            <Button
              size="sm"
              aria-label={`It happened: ${name}, ${dayMonth(due.day)}`}
              aria-keyshortcuts="h"
              onClick={() => void record(activity, due.day)}
            >
              It happened
            </Button>
          )}
        </span>
      </div>
      {isOpen && <ActivityDetail group={group} activity={activity} today={today} onAsk={onAsk} />}
    </li>
  )
}

const shareText = ({ state, group }: { state: ShareState; group: string }): string =>
  state === 'declined' ? `${group} declined to share it` : `waits for ${group} to accept`
