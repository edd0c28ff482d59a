import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { Term } from '../capacity/terms.ts'
import { overlaps, type TimeOffDays } from '../time-off.ts'

/**
 * What a sandbox changes of the plan of a milestone, a closed list. Persons and teams by `P` and `T`: by name where it is
 * computed, with their ids where it is recorded. Why a person would be away is never asked.
 */
export type SandboxChange<P = string, T = string> =
  | ({ what: 'timeOff'; person: P } & TimeOffDays)
  /** Days of existing time off on which the person works after all; entries keep the rest. */
  | ({ what: 'timeOffCut'; person: P } & TimeOffDays)
  /** A value in the place of a term: `team` null for all teams of the person, `weekOn` null for the whole milestone. */
  | { what: 'override'; person: P; team: T | null; weekOn: PlainDate | null; term: Term; value: number }
  /** Of everyone in the milestone whose focus has no override of its own. */
  | { what: 'focus'; value: number }
  | { what: 'candidate'; ref: number; isIn: boolean }
  | { what: 'dri'; ref: number; person: P }
  /** A candidate that is selected for the milestone, or no longer. */
  | { what: 'deliverable'; ref: number; isIn: boolean }

/** What changes there are, by name. */
export const SANDBOX_CHANGES = [
  'timeOff',
  'timeOffCut',
  'override',
  'focus',
  'candidate',
  'dri',
  'deliverable',
] as const satisfies readonly SandboxChange['what'][]

/** The issue that a change names, if it names one. */
export const issueOf = (change: SandboxChange<unknown, unknown>): number | null =>
  'ref' in change ? change.ref : null

export const SANDBOX_STATES = ['open', 'applied', 'dropped'] as const
export type SandboxState = (typeof SANDBOX_STATES)[number]

/** An ended sandbox stays to be read; nothing of it changes any more. */
export function whyNotOpen({ title, state }: { title: string; state: SandboxState }): Refusal | null {
  if (state === 'open') return null
  const because =
    state === 'applied' ? `“${title}” was applied already.` : `“${title}” was dropped. Start a new what-if.`
  return { code: state, because }
}

const MOST = 60

/** Each thing is changed once, so that no change hides another. */
export function whyNotAdd(held: readonly SandboxChange[], next: SandboxChange): Refusal | null {
  if (held.length >= MOST)
    return { code: 'sandbox_full', because: `A what-if holds ${MOST} changes at most. Apply it first.` }
  const same = held.some((one) => placeOf(one) === placeOf(next) || isSameDays(one, next))
  return same
    ? {
        code: 'changed_already',
        because: 'This what-if already changes that. Remove the other change first.',
      }
    : null
}

/** Days that are taken away are no other change’s as well, so that the order of the two decides nothing. */
function isSameDays(one: SandboxChange, other: SandboxChange): boolean {
  const [first, second] = [awayOf(one), awayOf(other)]
  if (first === null || second === null || first.person !== second.person) return false
  return [first, second].some(({ what }) => what === 'timeOffCut') && overlaps(first, second)
}

const awayOf = (change: SandboxChange) =>
  change.what === 'timeOff' || change.what === 'timeOffCut' ? change : null

function placeOf(change: SandboxChange): string {
  switch (change.what) {
    case 'timeOff':
    case 'timeOffCut':
      return [change.what, change.person, change.fromOn, change.toOn].join(' ')
    case 'override':
      return ['override', change.person, change.team ?? '', change.weekOn ?? '', change.term].join(' ')
    case 'focus':
      return 'focus'
    case 'candidate':
    case 'dri':
    case 'deliverable':
      return `${change.what} ${change.ref}`
  }
}

type Days = { title: string; startOn: PlainDate; dueOn: PlainDate }

/** Days that the milestone does not touch would change nothing of it. */
export const whyNotWithin = (
  { fromOn, toOn }: Pick<TimeOffDays, 'fromOn' | 'toOn'>,
  { title, startOn, dueOn }: Days,
): Refusal | null =>
  fromOn <= dueOn && toOn >= startOn
    ? null
    : { code: 'outside', because: `These days are outside ${title}, ${startOn} to ${dueOn}.` }

/** @param away what the person has entered, with the changes before this one */
export const whyNotCut = (
  days: TimeOffDays,
  { name, away }: { name: string; away: readonly TimeOffDays[] },
): Refusal | null =>
  away.some((one) => overlaps(one, days))
    ? null
    : { code: 'not_away', because: `${name} is not away on these days.` }

/** `isWork`: of a kind that takes capacity, as a planning issue does not. */
type Issue = { ref: number; isOpen: boolean; isWork: boolean; isCandidate: boolean }

/** What a candidate is stays the Planning Board’s to say: open work of the milestone. */
export function whyNotCandidate({ ref, isOpen, isWork, isCandidate }: Issue, isIn: boolean): Refusal | null {
  if (isIn && isCandidate) return { code: 'candidate', because: `#${ref} is a candidate already.` }
  if (!isIn && !isCandidate) return { code: 'no_candidate', because: `#${ref} is no candidate.` }
  if (!isOpen) return { code: 'closed', because: `#${ref} is closed. Reopen it first.` }
  return isWork ? null : { code: 'no_work', because: `#${ref} takes no capacity. Choose another issue.` }
}

/** What else stands in the way of a pick is the selection’s to say. */
export function whyNotPick(
  { ref, isOpen, isCandidate, isPicked }: Omit<Issue, 'isWork'> & { isPicked: boolean },
  isIn: boolean,
): Refusal | null {
  if (!isCandidate) return { code: 'no_candidate', because: `#${ref} is no candidate.` }
  if (!isOpen) return { code: 'closed', because: `#${ref} is closed. Reopen it first.` }
  if (isPicked === isIn) {
    return isIn
      ? { code: 'deliverable', because: `#${ref} is a Deliverable already.` }
      : { code: 'no_deliverable', because: `#${ref} is no Deliverable.` }
  }
  return null
}
