import type { CoverDuty } from '#lib/contract/cover.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import { awayOn } from '#lib/domain/time-off.ts'
import { addDays, eachDay } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { daysOfEntry } from '../lines.ts'
import type { Line } from '../lines.ts'
import { weekEnd } from '../segments.ts'

/** A week of triage: the shown days on which its person works, and those of them that they are away for half or all of. */
export type Watch = { duty: CoverDuty; days: readonly PlainDate[]; missed: readonly PlainDate[] }

/** A stretch of days in a row, of which all or none are missed. */
export type Stretch = { from: PlainDate; count: number; isMissed: boolean }

const lineOf = (lines: readonly Line[], person: string) => lines.find(({ handle }) => handle === person)

/** Working days of a week, given by its Monday, on which a person is away for at least half of it. */
function missedIn(line: Line, monday: PlainDate): PlainDate[] {
  return worked(line, monday).filter((day) =>
    line.entries.some((entry) => awayOn(daysOfEntry(entry), day) > 0),
  )
}

const worked = ({ days }: Line, monday: PlainDate): PlainDate[] =>
  days
    .filter(({ day, work, off }) => work > off && monday <= day && day <= weekEnd(monday))
    .map(({ day }) => day)

/** The days of a duty among those that are shown; of a person who left the group all from Monday to Friday are missed. */
export function watchOf(
  duty: CoverDuty,
  lines: readonly Line[],
  shown: { from: PlainDate; to: PlainDate },
): Watch {
  const line = lineOf(lines, duty.person)
  if (line) return { duty, days: worked(line, duty.week), missed: missedIn(line, duty.week) }
  const days = eachDay(duty.week, addDays(duty.week, 4)).filter((day) => shown.from <= day && day <= shown.to)
  return { duty, days, missed: days }
}

/** The bars of a duty, each broken where the person begins to be away or is back, and at days without work. */
export function stretchesOf({ days, missed }: Watch): Stretch[] {
  const stretches: Stretch[] = []
  for (const day of days) {
    const isMissed = missed.includes(day)
    const last = stretches.at(-1)
    if (last && last.isMissed === isMissed && addDays(last.from, last.count) === day) last.count += 1
    else stretches.push({ from: day, count: 1, isMissed })
  }
  return stretches
}

/** Who else is in the functional team in that week and there on the days that are missed. */
export function freeFor(
  { duty, missed }: Watch,
  lines: readonly Line[],
  memberships: readonly MembershipFacts[],
): Line[] {
  const isIn = ({ from, to }: MembershipFacts) =>
    from <= weekEnd(duty.week) && (to === null || to >= duty.week)
  return memberships
    .filter((one) => one.team === duty.team && one.person !== duty.person && isIn(one))
    .flatMap(({ person }) => lineOf(lines, person) ?? [])
    .filter((line) => !missedIn(line, duty.week).some((day) => missed.includes(day)))
}
