import { compareDays, daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { Milestone } from '../milestones.ts'
import type { DestinationKind, SlipReason } from './reasons.ts'

type Timebox = Pick<Milestone, 'title' | 'kind' | 'startOn' | 'dueOn' | 'closedAt'>

/** Days of the milestone that are left after today: 0 on its due day and later. */
export const daysLeft = (dueOn: PlainDate | null, today: PlainDate): number =>
  dueOn === null ? 0 : Math.max(0, daysBetween(today, dueOn))

export const CLOSES_EARLY = 'closes_early'

/**
 * Law 4: "Closing a milestone is an act of the EM: it freezes the outcome". Before the due day it is asked again.
 *
 * @param early said by a person who was told how many days are left
 */
export function whyNotClose(milestone: Timebox, today: PlainDate, early: boolean): Refusal | null {
  const { title, kind, startOn, dueOn, closedAt } = milestone
  if (kind === 'shelf') return { code: 'not_open', because: `${title} is a shelf. Shelves stay open.` }
  if (closedAt !== null) return { code: 'not_open', because: `${title} is already closed.` }
  if (startOn !== null && today < startOn) {
    return { code: 'not_started', because: `${title} starts on ${startOn}. It can be closed after that.` }
  }
  const left = daysLeft(dueOn, today)
  if (left === 0 || early) return null
  const because = `${title} ends in ${left === 1 ? '1 day' : `${left} days`}. Confirm that you close it early.`
  return { code: CLOSES_EARLY, because }
}

const ONE_DAY = 86_400_000

/** Until when the milestone can be reopened. */
export const reopenUntil = (closedAt: Date): Date => new Date(closedAt.getTime() + ONE_DAY)

/** "Reopening is possible for a day": after that the numbers never change. */
export function whyNotReopen(
  { title, closedAt }: Pick<Timebox, 'title' | 'closedAt'>,
  now: Date,
): Refusal | null {
  if (closedAt === null) return { code: 'open', because: `${title} is already open.` }
  if (now <= reopenUntil(new Date(closedAt))) return null
  return {
    code: 'too_old',
    because: `${title} was closed more than a day ago. Its outcome no longer changes.`,
  }
}

type Place = {
  slug: string
  title: string
  shelf: string | null
  startOn: PlainDate | null
  dueOn: PlainDate | null
  closedAt: string | null
}
export type Destination<P extends Place> = P & { to: Exclude<DestinationKind, 'none'> }

/**
 * Where what is open can go: the milestone that follows and is not over, then the shelves. Law 4: "each open Deliverable
 * needs a destination (next milestone, a shelf)".
 */
export function destinationsOf<P extends Place>(
  milestones: readonly P[],
  closing: Pick<Place, 'dueOn'>,
  today: PlainDate,
): Destination<P>[] {
  const [next] = milestones
    .filter(({ closedAt, startOn, dueOn }) =>
      isAhead({ closedAt, startOn, dueOn }, closing.dueOn ?? today, today),
    )
    .toSorted((a, b) => compareDays(a.startOn ?? '', b.startOn ?? ''))
  const shelves = milestones.filter(({ shelf }) => shelf !== null)
  return [
    ...(next ? [{ ...next, to: 'next' as const }] : []),
    ...shelves.map((shelf) => ({ ...shelf, to: 'shelf' as const })),
  ]
}

function isAhead(
  { closedAt, startOn, dueOn }: Pick<Place, 'closedAt' | 'startOn' | 'dueOn'>,
  end: PlainDate,
  today: PlainDate,
): boolean {
  return startOn !== null && dueOn !== null && closedAt === null && startOn > end && dueOn >= today
}

/** What is said of one issue. `destination` undefined where none was chosen, null for no milestone. */
export type Choice = {
  destination?: string | null | undefined
  reason?: SlipReason | undefined
  text?: string | undefined
}

/** Whether it lies open in the milestone as a Deliverable, and whether it counts as assigned and not completed. */
type Kept = { open: boolean; slipped: boolean }

/** What is missing of one issue, in words that stand in its row. */
export function whyNotChoice(
  { open, slipped }: Kept,
  choice: Choice | null,
  destinations: readonly { slug: string }[],
): Refusal | null {
  if (choice === null) {
    const both = slipped ? 'Choose a destination and a reason.' : 'Choose a destination.'
    return open ? { code: 'missing', because: both } : null
  }
  const { destination, reason, text = '' } = choice
  if (open && destination === undefined) return { code: 'missing', because: 'Choose a destination.' }
  if (open && destination && !destinations.some(({ slug }) => slug === destination)) {
    return { code: 'no_destination', because: 'It can go to the next milestone, to a shelf, or to none.' }
  }
  if (open && slipped && reason === undefined) return { code: 'missing', because: 'Choose a reason.' }
  if (reason === 'other' && text.trim() === '') return { code: 'missing', because: 'Write why it slipped.' }
  return null
}
