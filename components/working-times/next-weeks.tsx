import { cx } from '#components/ui/cx.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { Section } from '#components/ui/section.tsx'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'
import type { Holiday } from '#lib/domain/working-times.ts'
import { WEEKDAYS } from '#lib/domain/week-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { comingDays } from './coming-days.ts'
import type { ComingDay } from './coming-days.ts'
import { inDays } from './week-field.tsx'

type Props = {
  days: ReturnType<typeof comingDays>
  today: PlainDate
  /** Those of the days that are shown. */
  holidays: readonly Holiday[]
  /** From today on, the earliest first. */
  away: readonly TimeOffEntry[]
}

/** The days of a person in the coming weeks, with the sum of what is left of them. */
export function NextWeeks({ days, today, holidays, away }: Props) {
  const { work, off, timeOff, left } = days.sum
  return (
    <Section title="Next weeks">
      <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-3">
        <p className="num text-pretty">
          {inDays(left)} of work in the next {days.weeks.length > 1 ? 'weeks' : 'week'}
          {off + timeOff > 0 && (
            <span className="text-ink-2">
              : {inDays(work)}
              {off > 0 && ` − ${off} of holidays`}
              {timeOff > 0 && ` − ${timeOff} away`}
            </span>
          )}
        </p>
        <table className="w-full table-fixed border-separate border-spacing-0.5">
          <caption className="sr-only">The next weeks, day by day</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((day) => (
                <th key={day} scope="col" className="text-left text-xs font-normal text-ink-3">
                  <abbr title={day} className="no-underline">
                    {day.slice(0, 3)}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.weeks.map((week) => (
              <tr key={week[0]?.day}>
                {week.map((day) => (
                  <DayCell key={day.day} day={day} isToday={day.day === today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {holidays.length > 0 && (
          <ul aria-label="Holidays" className="flex flex-col gap-0.5">
            {holidays.map(({ day, name, half }) => (
              <li key={day} className="num text-pretty">
                {dayMonth(day)} {name}
                {half && ', from noon'}
              </li>
            ))}
          </ul>
        )}
        {away.length > 0 && (
          <ul aria-label="Away" className="flex flex-col gap-0.5">
            {away.map((entry) => (
              <li key={entry.id} className="num text-pretty">
                Away {spanText(entry.from, entry.to)}
                {halves(entry)}
                {entry.kind && <span className="text-ink-2"> · {KINDS[entry.kind]}</span>}
                {entry.shortNotice && <span className="text-ink-3"> · short notice</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}

const KINDS = { vacation: 'vacation', public: 'public duty', sick: 'sick', other: 'other' }

const halves = ({ fromNoon, untilNoon }: TimeOffEntry): string =>
  `${fromNoon ? ', from noon' : ''}${untilNoon ? ', until noon' : ''}`

function DayCell({ day, isToday }: { day: ComingDay; isToday: boolean }) {
  if (!day.counts) {
    return <td className="num h-12 p-1 align-top text-xs text-ink-3">{Number(day.day.slice(8))}</td>
  }
  const { text, look } = lookOf(day)
  return (
    <td
      title={day.holiday?.name}
      aria-current={isToday ? 'date' : undefined}
      className={cx(
        'num h-12 overflow-hidden rounded-xs border p-1 align-top text-xs leading-tight',
        isToday ? 'border-accent font-semibold' : 'border-transparent',
        look,
      )}
    >
      <span className="whitespace-nowrap">
        {day.day.endsWith('-01') ? dayMonth(day.day) : Number(day.day.slice(8))}
      </span>
      <span className="block truncate">{text}</span>
    </td>
  )
}

function lookOf({ work, holiday, away }: ComingDay): { text: string; look: string } {
  if (work === 0) return { text: holiday ? holiday.name : 'Off', look: 'bg-sunken text-ink-3' }
  if (away > 0) return { text: away >= work ? 'Away' : 'Away ½', look: 'bg-warn-soft text-warn' }
  if (holiday) return { text: holiday.name, look: 'bg-accent-soft text-ink' }
  return { text: work < 1 ? 'Half day' : '', look: 'bg-good-soft text-ink' }
}
