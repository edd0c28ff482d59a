import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'

import type { NamedRef } from './event-refs.ts'
import type { TimeOffDays } from './time-off.ts'

type Duty = { team: NamedRef; weekOn: PlainDate }

/**
 * What an absence leaves without the person who has it: triage duty, and how many active issues they drive. A sum, because
 * events are read by the whole group; and never why they are away.
 */
export type Uncovered = { duties: Duty[]; driving: number }

type Days = Pick<TimeOffDays, 'fromOn' | 'toOn'>

/** A week of duty is known by its Monday; its working days end on Friday. */
export const isInDuty = ({ fromOn, toOn }: Days, weekOn: PlainDate): boolean =>
  fromOn <= addDays(weekOn, 4) && weekOn <= toOn

/** An absence of one day asks for no cover of the work that its person drives. Law: "DRI away for the coming week without cover". */
export const asksForDriCover = ({ fromOn, toOn }: Days): boolean => fromOn < toOn

/** What days leave uncovered that the days before them did not; null for nothing. */
export function newlyUncovered(now: Uncovered, before: Uncovered | null): Uncovered | null {
  const key = ({ team, weekOn }: Duty) => `${team.id} ${weekOn}`
  const known = new Set(before?.duties.map(key))
  const duties = now.duties.filter((duty) => !known.has(key(duty)))
  const driving = now.driving > (before?.driving ?? 0) ? now.driving : 0
  return duties.length > 0 || driving > 0 ? { duties, driving } : null
}
