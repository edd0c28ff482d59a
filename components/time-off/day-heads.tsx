import { dayInFull, WEEKDAYS } from '#components/ui/days/calendar-days.ts'
import { cx } from '#components/ui/cx.ts'
import { weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { bandsOf, boxText } from './period.ts'
import type { Timebox } from './period.ts'

type Props = { days: readonly PlainDate[]; boxes: readonly Timebox[]; today: PlainDate }

/** The milestones over the days, and each day with its weekday. */
export function DayHeads({ days, boxes, today }: Props) {
  const isIn = (box: Timebox | null) => box !== null && box.startOn <= today && today <= box.dueOn
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          <span className="sr-only">Person</span>
        </th>
        {bandsOf(days, boxes).map(({ box, from, count }) => (
          <th key={from} scope="colgroup" colSpan={count} className="p-px pt-1.5 text-left">
            {box && (
              <span
                title={`Milestone ${boxText(box)}`}
                className={cx(
                  'num block truncate rounded-xs px-2 py-0.5 text-2xs font-semibold',
                  isIn(box) ? 'bg-sunken text-ink-2' : 'bg-accent-soft text-accent',
                )}
              >
                {count < 6 ? box.title : `Milestone ${boxText(box)}`}
              </span>
            )}
          </th>
        ))}
        <th
          scope="col"
          rowSpan={2}
          className="pr-3 pb-1 text-right align-bottom text-2xs font-normal text-ink-2"
        >
          days
        </th>
      </tr>
      <tr>
        {days.map((day) => (
          <th
            key={day}
            scope="col"
            abbr={dayInFull(day)}
            aria-current={day === today ? 'date' : undefined}
            className={cx(
              'num py-1 text-center text-2xs font-normal',
              weekday(day) > 5 && 'bg-sunken',
              day === today ? 'font-semibold text-accent underline underline-offset-2' : 'text-ink-2',
            )}
          >
            <span aria-hidden="true" className="block">
              {WEEKDAYS[weekday(day) - 1]?.charAt(0)}
            </span>
            <span aria-hidden="true">{Number(day.slice(8))}</span>
            <span className="sr-only">{dayInFull(day)}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
