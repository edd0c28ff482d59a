'use client'

import { useActor } from '#components/shell/use-group.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { isShortNotice } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Draft } from './draft.ts'
import { NoteLine } from './note-line.tsx'
import type { Timebox } from './period.ts'

const CapacityEffect = lazily(async () => (await import('./capacity-effect.tsx')).CapacityEffect)

type Props = {
  group: string
  draft: Draft
  span: TimeOffDays | null
  days: number | undefined
  boxes: readonly Timebox[]
  today: PlainDate
}

/** What follows from an absence, while it is entered. Nothing of it keeps a person from going. */
export function FormNotes({ group, draft, span, days, boxes, today }: Props) {
  const { handle } = useActor(group)
  const touched = span
    ? boxes.filter(({ startOn, dueOn }) => startOn <= span.toOn && span.fromOn <= dueOn)
    : []
  const isShort = span !== null && draft.entry === null && isShortNotice(today, span, boxes)
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line text-ink-2 [&>li]:py-2">
      {days === 0 && <NoteLine icon="calendar">No working days in it.</NoteLine>}
      {span &&
        touched
          .slice(0, 3)
          .map((box) => (
            <CapacityEffect
              key={box.slug}
              group={group}
              draft={draft}
              span={span}
              box={box}
              isOwn={draft.person === handle}
            />
          ))}
      {isShort && (
        <NoteLine icon="clock">
          Less than a milestone ahead, so it is marked as short notice. It counts in capacity like any other.
        </NoteLine>
      )}
      <NoteLine icon="lock">
        Others see “away”. Kind and note are for {draft.person === handle ? 'you' : 'them'} and the
        engineering manager.
      </NoteLine>
    </ul>
  )
}
