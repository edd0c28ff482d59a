import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { REMINDER_HOUR } from './overdue.ts'
import type { Decision, PushBackKind, PushBackState } from './push-back-terms.ts'
import { parseSubject } from './subjects.ts'
import type { Wall } from './turns.ts'

/** As addresses and bodies name the work: `issue-12`, `epic-3`, `milestone-19.7`, the last one by its slug. */
export type NamedWork = { kind: 'issue' | 'epic'; ref: number } | { kind: 'milestone'; slug: string }

/** @returns null for what names no work */
export function parseWork(text: string): NamedWork | null {
  const [, slug] = /^milestone-([a-z0-9][a-z0-9._-]{0,79})$/.exec(text) ?? []
  return slug === undefined ? parseSubject(text) : { kind: 'milestone', slug }
}

/** How many things one push-back protects at most. */
export const MOST_PROTECTED = 20

type Raised = {
  reason: string
  revisitOn: PlainDate | null
  today: PlainDate
  /** Of the work: whether it is still to be done, and what it is called. */
  open: boolean
  name: string
}

/** Handbook: "Push back comes with a reason", and "It’s directed at the work, not the person requesting it." */
export function whyNotRaise({ reason, revisitOn, today, open, name }: Raised): Refusal | null {
  if (!open) return { code: 'closed', because: `${name} is closed. Push back on work that is still planned.` }
  if (reason.trim() === '') return { code: 'missing', because: 'Write the reason of the push-back.' }
  return whyNotRevisit(revisitOn, today)
}

const whyNotRevisit = (revisitOn: PlainDate | null, today: PlainDate): Refusal | null =>
  revisitOn !== null && revisitOn <= today
    ? { code: 'day_over', because: 'Choose a day after today to look at it again.' }
    : null

/** A push-back as a decision finds it. */
export type Standing = {
  state: PushBackState
  revisitOn: PlainDate | null
  /** The number of the last event about it. */
  version: number
  /** Who decided last; null before that. */
  decidedBy: string | null
}

type Deciding = {
  decision: Decision
  revisitOn: PlainDate | null
  /** The version that the person who decides has read. */
  seen: number
  today: PlainDate
}

/** It waits for a decision: open, put off, or its day to look at it again has come. */
export const isToDecide = (
  { state, revisitOn }: Pick<Standing, 'state' | 'revisitOn'>,
  today: PlainDate,
): boolean => state === 'open' || state === 'deferred' || (revisitOn !== null && revisitOn <= today)

export const ALREADY_DECIDED = 'decided'

/** Of two who decide at once the first one’s word counts, and the other reads it before they decide anew. */
export function whyNotDecide(one: Standing, { decision, revisitOn, seen, today }: Deciding): Refusal | null {
  const who = one.decidedBy ?? 'Another person'
  if (!isToDecide(one, today))
    return { code: ALREADY_DECIDED, because: `${who} already ${one.state} this push-back.` }
  if (seen !== one.version)
    return {
      code: ALREADY_DECIDED,
      because: `${who} already ${one.state === 'open' ? 'reopened' : one.state} this push-back. Read it again before you decide.`,
    }
  if (decision === 'deferred' && revisitOn === null)
    return { code: 'missing', because: 'Choose the day on which to look at it again.' }
  return whyNotRevisit(revisitOn, today)
}

/** The day to look at it again, once it is decided: the one that was given, else the old one where it still lies ahead. */
export const revisitAfter = (
  given: PlainDate | null | undefined,
  before: PlainDate | null,
  today: PlainDate,
): PlainDate | null => (given === undefined ? (before !== null && before > today ? before : null) : given)

/** Accepting moves the work in the same act; an epic and the plan of a milestone lie in no milestone. */
export function whyNotMoveWith(decision: Decision, kind: PushBackKind): Refusal | null {
  if (kind !== 'issue') return { code: 'no_issue', because: 'Only an issue can be moved with the decision.' }
  return decision === 'accepted'
    ? null
    : { code: 'not_accepted', because: 'Accept the push-back to move the issue with it.' }
}

/** It comes back into inboxes on its day, in the morning of the group. */
export const comesBack = (revisitOn: PlainDate | null, { today, time }: Wall): boolean =>
  revisitOn !== null &&
  (revisitOn < today || (revisitOn === today && Number(time.slice(0, 2)) >= REMINDER_HOUR))
