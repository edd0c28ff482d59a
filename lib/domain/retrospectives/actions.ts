import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { REMINDER_HOUR } from '../overdue.ts'
import type { Wall } from '../turns.ts'
import { type Month, monthName } from './months.ts'
import type { Stage } from './retrospectives.ts'
import { MOST_ACTIONS } from './retrospectives.ts'

/** How an action stands: it goes on into each next retrospective until it is done, or dropped. */
export const ACTION_STATES = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

type Adding = { stage: Stage; text: string; dueOn: PlainDate; today: PlainDate; known: number }

/** An action is agreed on while the points are open. */
export function whyNotAdd({ stage, text, dueOn, today, known }: Adding): Refusal | null {
  if (stage === 'closed')
    return {
      code: 'closed',
      because: 'This retrospective is closed. Add the action to the next one.',
    }
  if (stage !== 'open') return { code: 'hidden', because: 'Open the points first, then agree on actions.' }
  if (text.trim() === '') return { code: 'missing', because: 'Write the action first.' }
  if (known >= MOST_ACTIONS)
    return { code: 'too_many', because: `A retrospective has up to ${MOST_ACTIONS} actions.` }
  return whyNotDue(dueOn, today)
}

const whyNotDue = (dueOn: PlainDate, today: PlainDate): Refusal | null =>
  dueOn < today ? { code: 'day_over', because: 'Choose today or a later day.' } : null

type Changing = {
  state: ActionState
  text: string
  dueOn: { from: PlainDate; to: PlainDate }
  today: PlainDate
}

export function whyNotChange({ state, text, dueOn, today }: Changing): Refusal | null {
  if (state !== 'open') return { code: 'ended', because: `This action is ${state}. Reopen it first.` }
  if (text.trim() === '') return { code: 'missing', because: 'Write the action first.' }
  return dueOn.from === dueOn.to ? null : whyNotDue(dueOn.to, today)
}

/** @param to what it is asked to become */
export function whyNotTurn(state: ActionState, to: ActionState): Refusal | null {
  if (state === to) return { code: 'same', because: `This action is already ${state}.` }
  return state !== 'open' && to !== 'open'
    ? { code: 'ended', because: `This action is ${state}. Reopen it first.` }
    : null
}

type Lasting = { month: Month; createdAt: Date; endedAt: Date | null }

/**
 * Whether an action stands in a retrospective: those that were agreed on in it, and of earlier ones those that were not over
 * when it began. In one that has not begun these are the open ones.
 */
export function isCarriedInto(
  { month, createdAt, endedAt }: Lasting,
  into: { month: Month; begunAt: Date | null; closedAt: Date | null },
): boolean {
  if (month > into.month) return false
  if (month === into.month) return true
  if (into.closedAt !== null && createdAt > into.closedAt) return false
  return endedAt === null || (into.begunAt !== null && endedAt >= into.begunAt)
}

/** It comes into the inbox of its owner on its day, in the morning of the group; on a later one where they were away. */
export const isActionDue = (
  { state, dueOn }: { state: ActionState; dueOn: PlainDate },
  { today, time }: Wall,
): boolean =>
  state === 'open' && (dueOn < today || (dueOn === today && Number(time.slice(0, 2)) >= REMINDER_HOUR))

/** What its event and its reminder call it. */
export const ofMonth = (month: Month): string => `the retrospective of ${monthName(month)}`
