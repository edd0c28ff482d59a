'use client'

import { Avatar } from '#components/ui/avatar.tsx'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { eachDay, addDays, isoWeek, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { kindText } from './kind-text.ts'
import { daysOfEntry } from './lines.ts'
import type { Line, Part } from './lines.ts'
import type { Period, Timebox } from './period.ts'
import { segmentsOf } from './segments.ts'

type Props = {
  parts: readonly Part[]
  period: Period
  boxes: readonly Timebox[]
  onMenu: (anchor: HTMLElement, entry: TimeOffEntry) => void
}

/** The weeks in which people are away, for a narrow window. */
export function PhoneWeeks({ parts, period, boxes, onMenu }: Props) {
  const lines = parts.flatMap((part) => part.lines)
  const weeks = weeksIn(period).flatMap(({ from, to }) => {
    const away = lines.flatMap((line) => awayIn(line, from, to))
    return away.length === 0 ? [] : [{ from, to, away }]
  })
  if (weeks.length === 0)
    return (
      <p className="text-ink-2">
        No time off in <bdi>{period.title}</bdi>.
      </p>
    )
  return weeks.map(({ from, to, away }) => (
    <section
      key={from}
      aria-label={spanText(from, to)}
      className="rounded-lg border border-line bg-surface px-3 py-2"
    >
      <div className="num flex items-baseline justify-between gap-2">
        <h2 className="text-sm font-semibold">{spanText(from, to)}</h2>
        <span className="text-xs text-ink-3">
          week {Number(isoWeek(from).slice(6))}
          {boxes
            .filter(({ startOn, dueOn }) => startOn <= to && from <= dueOn)
            .map(({ title }) => `, ${title}`)}
        </span>
      </div>
      <ul>
        {away.map(({ line, entry, words }) => (
          <li key={entry.id} className="flex items-center gap-2">
            <Avatar face={line} size="sm" silent />
            <span className="min-w-0 flex-1 text-pretty">
              <bdi>{line.name}</bdi> <span className="num text-ink-2">{words}</span>
            </span>
            <Way entry={entry} onMenu={onMenu} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Way({ entry, onMenu }: { entry: TimeOffEntry; onMenu: Props['onMenu'] }) {
  const words = `${entry.mine ? 'you, ' : ''}${kindText(entry.kind)}${entry.shortNotice ? ', short notice' : ''}`
  if (!entry.editable) return <span className="flex min-h-11 items-center text-xs text-ink-2">{words}</span>
  return (
    <button
      type="button"
      aria-haspopup="menu"
      className="min-h-11 text-xs text-ink-2 underline underline-offset-2"
      onClick={(event) => onMenu(event.currentTarget, entry)}
    >
      {words}
      <span className="sr-only">
        , <bdi>{entry.name}</bdi> {spanText(entry.from, entry.to)}: edit or remove
      </span>
    </button>
  )
}

/** Weeks from Monday on, as far as they are shown. */
function weeksIn({ from, to }: Period): { from: PlainDate; to: PlainDate }[] {
  return eachDay(from, to)
    .filter((day) => day === from || weekday(day) === 1)
    .map((day) => {
      const sunday = addDays(day, 7 - weekday(day))
      return { from: day, to: sunday < to ? sunday : to }
    })
}

const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const short = (day: PlainDate): string => SHORT[weekday(day) - 1] ?? ''

function awayIn(line: Line, from: PlainDate, to: PlainDate) {
  const days = line.days.filter(({ day }) => from <= day && day <= to)
  return line.entries.flatMap((entry) => {
    const runs = segmentsOf(daysOfEntry(entry), days)
    if (runs.length === 0) return []
    const words = runs.map(({ from: first, count, cutLeft, cutRight }) => {
      const half = cutLeft ? ', from noon' : cutRight ? ', until noon' : ''
      return count === 1
        ? `${short(first)}${half}`
        : `${short(first)} – ${short(addDays(first, count - 1))}${half}`
    })
    return [{ line, entry, words: words.join(', ') }]
  })
}
