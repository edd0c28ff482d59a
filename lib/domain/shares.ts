import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** What a public link shows: Say/Do of the group, the brief of one milestone, or who owns what. */
export const SHARED = ['say_do', 'brief', 'ownership'] as const
export type Shared = (typeof SHARED)[number]

/** The page, in the words of a list; of a brief with the milestone that it is about. */
export function sharedTitle(what: Shared, milestone: string | null): string {
  if (what === 'say_do') return 'Say/Do'
  return what === 'ownership' ? 'Ownership' : `Brief of ${milestone ?? 'a milestone'}`
}

/** Of one group at once, those included that have expired. */
export const MOST_SHARES = 100

/** A link lasts to the end of its last day, in the group's time zone; without one, until it is revoked. */
export const hasExpired = (lastOn: PlainDate | null, today: PlainDate): boolean =>
  lastOn !== null && lastOn < today

type Draft = {
  what: Shared
  /** Its title, and whether it has days; null where none was named. */
  milestone: { title: string; isShelf: boolean } | null
  lastOn: PlainDate | null
  today: PlainDate
  /** How many links the group has. */
  count: number
}

/** A public link says exactly what it shows, and is of use when it is made. */
export function whyNotShare({ what, milestone, lastOn, today, count }: Draft): Refusal | null {
  if (what === 'brief' && milestone === null) {
    return { code: 'milestone_missing', because: 'Choose the milestone that the brief is about.' }
  }
  if (what !== 'brief' && milestone !== null) {
    return { code: 'no_milestone', because: 'Only a brief is about one milestone. Leave the milestone out.' }
  }
  if (milestone?.isShelf) {
    return { code: 'no_days', because: `${milestone.title} is a shelf. Shelves have no days and no brief.` }
  }
  if (hasExpired(lastOn, today)) {
    return { code: 'over', because: 'The last day is in the past. Choose today or a later day.' }
  }
  if (count >= MOST_SHARES) {
    return {
      code: 'too_many_shares',
      because: `The group has ${MOST_SHARES} public links. Revoke one that is no longer used.`,
    }
  }
  return null
}
