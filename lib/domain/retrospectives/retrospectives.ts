import { monthOf, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { type Month, monthName, previousMonth } from './months.ts'

/** What a point says. Handbook › Cadence: "Retrospective on process health", monthly, by the team. */
export const POINT_KINDS = ['well', 'not_well', 'try', 'thanks'] as const
export type PointKind = (typeof POINT_KINDS)[number]

export const POINT_TITLES: Record<PointKind, string> = {
  well: 'Went well',
  not_well: 'Did not go well',
  try: 'To try',
  thanks: 'Thanks',
}

export const MOST_OF_POINT = 1_000
/** How many points one person writes for a month at most. */
export const MOST_POINTS = 100
export const MOST_ACTIONS = 100

/** Where a retrospective stands: its points are hidden while they are written, until it is opened. */
export const STAGES = ['not_begun', 'writing', 'open', 'closed'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_TITLES: Record<Stage, string> = {
  not_begun: 'Not begun',
  writing: 'Collecting points',
  open: 'Open',
  closed: 'Closed',
}

export const stageOf = (of: { begun: boolean; opened: boolean; closed: boolean }): Stage =>
  of.closed ? 'closed' : of.opened ? 'open' : of.begun ? 'writing' : 'not_begun'

/** How many months back a retrospective may still be begun. */
const MONTHS_BACK = 12

/** The month that runs and the one before it are there without a start: what is written first begins them. */
export const isAtHand = (month: Month, today: PlainDate): boolean =>
  month === monthOf(today) || month === previousMonth(monthOf(today))

/** @param today on the calendar of the group */
export function whyNotBegin(
  month: Month,
  { stage, today }: { stage: Stage; today: PlainDate },
): Refusal | null {
  const now = monthOf(today)
  if (stage !== 'not_begun')
    return { code: 'begun', because: `The retrospective of ${monthName(month)} has already begun.` }
  if (month > now) return { code: 'month_ahead', because: `${monthName(month)} has not begun yet.` }
  let earliest = now
  for (let back = 0; back < MONTHS_BACK; back += 1) earliest = previousMonth(earliest)
  if (month < earliest)
    return {
      code: 'month_over',
      because: `${monthName(month)} is more than a year ago. Choose a later month.`,
    }
  return null
}

const CLOSED: Refusal = {
  code: 'closed',
  because: 'This retrospective is closed. Its minutes can only be read.',
}
const NOT_BEGUN: Refusal = { code: 'not_begun', because: 'No points yet. Write the first one.' }

type Writing = {
  stage: Stage
  text: string
  kind: PointKind
  /** Whether a person is named, and whether that is the writer. */
  to: 'none' | 'me' | 'another'
  /** How many points the person has written in it. */
  written: number
}

export function whyNotWrite({ stage, text, kind, to, written }: Writing): Refusal | null {
  if (stage === 'closed') return CLOSED
  if (text.trim() === '') return { code: 'missing', because: 'Write the point first.' }
  if (kind === 'thanks' && to === 'none')
    return { code: 'no_person', because: 'Choose the person whom you thank.' }
  if (kind === 'thanks' && to === 'me')
    return { code: 'own_thanks', because: 'Choose another person to thank.' }
  if (kind !== 'thanks' && to !== 'none')
    return {
      code: 'no_thanks',
      because: 'Points about the work name no person. Choose “Thanks” to name one.',
    }
  if (written >= MOST_POINTS)
    return { code: 'too_many', because: `You can write up to ${MOST_POINTS} points for a month.` }
  return null
}

const OF_ANOTHER: Refusal = {
  code: 'not_yours',
  because: 'Only the person who wrote this point can change it.',
}

/** Once others have read it, a point stays as they read it. */
export function whyNotReword({ stage, mine }: { stage: Stage; mine: boolean }): Refusal | null {
  if (stage === 'closed') return CLOSED
  if (!mine) return OF_ANOTHER
  return stage === 'open'
    ? { code: 'opened', because: 'The points are open. Add another point instead.' }
    : null
}

export function whyNotWithdraw(of: { stage: Stage; mine: boolean; votes: number }): Refusal | null {
  if (of.stage === 'closed') return CLOSED
  if (!of.mine) return OF_ANOTHER
  return of.votes > 0 ? { code: 'voted', because: 'People have voted for this point. It stays.' } : null
}

export function whyNotOpen({ stage, points }: { stage: Stage; points: number }): Refusal | null {
  if (stage === 'closed') return CLOSED
  if (stage === 'open') return { code: 'opened', because: 'The points are already open.' }
  return stage === 'not_begun' || points === 0 ? NOT_BEGUN : null
}

/** What opening is taken back by: not once people have answered what they read. */
export function whyNotHide(of: { stage: Stage; votes: number; actions: number }): Refusal | null {
  if (of.stage === 'closed') return CLOSED
  if (of.stage !== 'open') return { code: 'hidden', because: 'The points are hidden already.' }
  return of.votes + of.actions > 0
    ? { code: 'answered', because: 'People have voted or added actions since then. The points stay open.' }
    : null
}

export function whyNotVote({ stage, kind }: { stage: Stage; kind: PointKind }): Refusal | null {
  if (stage === 'closed') return CLOSED
  if (stage !== 'open')
    return { code: 'hidden', because: 'Points are hidden until the retrospective is opened. Vote then.' }
  return kind === 'thanks' ? { code: 'thanks', because: 'Thanks are not voted on.' } : null
}

export function whyNotClose(stage: Stage): Refusal | null {
  if (stage === 'closed') return { code: 'closed', because: 'This retrospective is already closed.' }
  return stage === 'open' ? null : { code: 'hidden', because: 'Open the points first.' }
}

export const whyNotReopen = (stage: Stage): Refusal | null =>
  stage === 'closed' ? null : { code: 'opened', because: 'This retrospective is not closed.' }
