import { figure, figureOf } from '#lib/domain/capacity/text.ts'
import type { Term } from '#lib/domain/capacity/terms.ts'
import type { CapacityRow, CapacityView } from '#lib/contract/capacity.ts'
import { smallCount } from '#lib/kit/small-count.ts'

export const days = (value: number): string => figureOf('timeOff', value)

/** “Seven of eight people have confirmed their days.” */
export function confirmedText(confirmations: CapacityView['confirmations']): string {
  const all = confirmations.length
  const done = confirmations.filter(({ confirmedAt }) => confirmedAt !== null).length
  if (all === 0) return 'No team has people yet.'
  if (all === 1)
    return done === 1
      ? 'Its one person has confirmed their days.'
      : 'Its one person has not confirmed their days.'
  if (done === all) return `All ${smallCount(all)} people have confirmed their days.`
  const words = `${smallCount(done)} of ${smallCount(all)} people ${done === 1 ? 'has' : 'have'} confirmed their days.`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A term with its sign, as it stands in the sum. */
export function signed(term: Term, value: number): string {
  if (term === 'share') return `× ${figureOf(term, value)}`
  if (term === 'focus') return `× ${figure(value)}`
  return term === 'workingDays' || value === 0 ? figure(value) : `− ${figure(value)}`
}

/** What takes a whole week: “away”, “holidays”; null for a week with days in it. */
export function emptyText(week: CapacityRow['weeks'][number]): string | null {
  if (week.availableDays > 0) return null
  if (week.timeOff > 0) return 'away'
  if (week.holidays > 0) return 'holidays'
  return week.triageDays > 0 ? 'triage' : 'none'
}

/** Of the working days of a week, the part that holidays, time off and triage take: 0–1. */
export function lostPart({
  workingDays,
  holidays,
  timeOff,
  triageDays,
}: CapacityRow['weeks'][number]): number {
  if (workingDays === 0) return 1
  return Math.min(1, (holidays + timeOff + triageDays) / workingDays)
}
