import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { awayOn } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import type { PersonDay } from '#lib/domain/working-times.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { daysOfEntry } from './lines.ts'

/** A bar: consecutive working days of one absence. Half a day of a single one is drawn as such, longer ones by their ends. */
export type Segment = { from: PlainDate; count: number; cutLeft: boolean; cutRight: boolean; isHalf: boolean }

/** The bars of an absence among the shown days; of one without a working day a single bar, so that it can be pressed. */
export function segmentsOf(entry: TimeOffDays, days: readonly PersonDay[]): Segment[] {
  const inside = days.filter(({ day }) => entry.fromOn <= day && day <= entry.toOn)
  const isNone = inside.every(({ work, off }) => work - off === 0)
  const runs: PlainDate[][] = []
  let isOpen = false
  for (const { day, work, off } of inside) {
    const counts = isNone || work - off > 0
    if (counts && isOpen) runs.at(-1)?.push(day)
    else if (counts) runs.push([day])
    isOpen = counts
  }
  return runs.map((run) => {
    const [first, last] = [run[0] ?? entry.fromOn, run.at(-1) ?? entry.fromOn]
    const cutLeft = entry.fromNoon && first === entry.fromOn
    const cutRight = entry.untilNoon && last === entry.toOn
    return {
      from: first,
      count: run.length,
      cutLeft,
      cutRight,
      isHalf: run.length === 1 && (cutLeft || cutRight),
    }
  })
}

/** The absence that takes part of a day; of two, the one of its morning. */
export const entryOn = (entries: readonly TimeOffEntry[], day: PlainDate): TimeOffEntry | undefined =>
  entries.find((entry) => awayOn(daysOfEntry(entry), day) > 0)

/** The Sunday of the week that begins on a Monday. */
export const weekEnd = (monday: PlainDate): PlainDate => addDays(monday, 6)
