import { dayMonth } from '#components/ui/days/days.ts'
import type { PlanStep } from '#lib/contract/plan.ts'
import { daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Due = Pick<PlanStep, 'state' | 'daysLate' | 'dueOn'>

/** “16 Nov”, “today”, “2 days late”. */
export function dueText({ state, daysLate, dueOn }: Due, today: PlainDate): string {
  if (state === 'late') return daysLate === 1 ? '1 day late' : `${daysLate} days late`
  return dueOn === today && state !== 'done' ? 'today' : dayMonth(dueOn)
}

export const doneText = (steps: readonly Pick<PlanStep, 'state'>[]): string =>
  `${steps.filter(({ state }) => state === 'done').length} of ${steps.length} steps done`

/** “starts in 3 days”, “day 4 of 28”, “ended 2 Oct”; empty for a milestone without dates. */
export function startText(startOn: PlainDate | null, dueOn: PlainDate | null, today: PlainDate): string {
  if (startOn === null || dueOn === null) return ''
  if (today > dueOn) return `ended ${dayMonth(dueOn)}`
  const left = daysBetween(today, startOn)
  if (left <= 0) return `day ${1 - left} of ${daysBetween(startOn, dueOn) + 1}`
  return left === 1 ? 'starts tomorrow' : `starts in ${left} days`
}
