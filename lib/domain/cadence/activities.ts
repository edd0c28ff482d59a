import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { WEEKDAYS } from '../week-text.ts'

/** What a group does again and again. Handbook › Cadence, and the planning of each milestone. */
export const ACTIVITY_KINDS = [
  'weekly_sync',
  'status_updates',
  'issue_triage',
  'planning',
  'milestone_close',
  'retrospective',
  'shared_review',
  'own',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const ACTIVITY_TITLES: Record<ActivityKind, string> = {
  weekly_sync: 'Weekly sync',
  status_updates: 'Weekly status updates',
  issue_triage: 'Issue triage',
  planning: 'Milestone planning',
  milestone_close: 'Milestone close',
  retrospective: 'Retrospective',
  shared_review: 'Shared review',
  own: 'Other activity',
}

/** Of these a group has one each: their records are kept elsewhere. */
const ONCE: readonly ActivityKind[] = [
  'weekly_sync',
  'status_updates',
  'planning',
  'milestone_close',
  'retrospective',
]

export const RHYTHMS = ['week', 'two_weeks', 'month', 'milestone'] as const
export type Every = (typeof RHYTHMS)[number]

/**
 * How often, in the group's time zone. `day` 1 = Monday … 7 = Sunday, null for milestones; `nth` 1 to 4, or 5 for the last, of
 * months alone; `at` of milestones alone: on their first or on their last day.
 */
export type Rhythm = { every: Every; day: number | null; nth: number | null; at: 'start' | 'end' | null }
/** From a day on; the next one of the list takes its place. */
export type Period = Rhythm & { from: PlainDate }

export type GivenRhythm = {
  every: Every
  day?: number | undefined
  nth?: number | undefined
  at?: 'start' | 'end' | undefined
}

/** What a rhythm needs is filled in, what belongs to another one is left out. */
export const rhythmOf = ({ every, day = 1, nth = 1, at = 'start' }: GivenRhythm): Rhythm => ({
  every,
  day: every === 'milestone' ? null : day,
  nth: every === 'month' ? nth : null,
  at: every === 'milestone' ? at : null,
})

/** With what a kind usually comes round: the days of the group’s settings. */
export function usualRhythm(kind: ActivityKind, { updateDay, syncDay }: UsualDays): Rhythm {
  if (kind === 'planning' || kind === 'milestone_close')
    return rhythmOf({ every: 'milestone', at: kind === 'planning' ? 'start' : 'end' })
  if (kind === 'retrospective') return rhythmOf({ every: 'month', day: 4, nth: 5 })
  if (kind === 'shared_review') return rhythmOf({ every: 'two_weeks', day: 3 })
  const day = kind === 'status_updates' ? updateDay : kind === 'weekly_sync' ? (syncDay ?? 4) : 2
  return rhythmOf({ every: 'week', day })
}
type UsualDays = { updateDay: number; syncDay: number | null }

const NTH = ['first', 'second', 'third', 'fourth', 'last'] as const

export const sameRhythm = (a: Rhythm, b: Rhythm): boolean =>
  a.every === b.every && a.day === b.day && a.nth === b.nth && a.at === b.at

/** “Every second Tuesday”. */
export function rhythmText({ every, day, nth, at }: Rhythm): string {
  const name = WEEKDAYS[(day ?? 1) - 1] ?? 'day'
  if (every === 'week') return `Every ${name}`
  if (every === 'two_weeks') return `Every second ${name}`
  if (every === 'month') return `The ${NTH[(nth ?? 1) - 1] ?? 'first'} ${name} of each month`
  return `On the ${at === 'end' ? 'last' : 'first'} day of each milestone`
}

export const nthTitle = (nth: number): string => NTH[nth - 1] ?? 'first'

export const MOST_ACTIVITIES = 1000

type Named = { id: number; name: string; kind: ActivityKind }

/** @param others of the group */
export function whyNotActivity(
  { name, kind }: { name: string; kind: ActivityKind },
  others: readonly Named[],
): Refusal | null {
  const same = others.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  if (same) return { code: 'name_taken', because: `An activity is called “${same.name}” already.` }
  const known = ONCE.includes(kind) ? others.find((one) => one.kind === kind) : undefined
  if (known)
    return { code: 'kind_taken', because: `“${known.name}” is this activity already. Edit it instead.` }
  if (others.length >= MOST_ACTIVITIES)
    return {
      code: 'too_many',
      because: `A group has at most ${MOST_ACTIVITIES} activities. Remove one first.`,
    }
  return null
}

/**
 * How an activity is shared with a counterpart group. The group that asked has `asked`, `declined` or `hosts`; the other one
 * `offered` or `joined`.
 */
export const SHARE_STATES = ['asked', 'declined', 'hosts', 'offered', 'joined'] as const
export type ShareState = (typeof SHARE_STATES)[number]

/** Whether both groups see its occurrences. */
export const isShared = (state: ShareState | null): boolean => state === 'hosts' || state === 'joined'
