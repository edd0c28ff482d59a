import type { Closing } from '#lib/contract/closing.ts'
import { sayDoText } from '#lib/domain/closing/say-do.ts'
import { listed } from '#lib/domain/events/row.ts'

import { choiceFor, type Edits } from './choices.ts'

/** “12 days” */
export const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

export const NO_MILESTONE = 'No milestone'

/** What will happen, in sentences. */
export function summaryOf(closing: Closing, edits: Edits, others: string | null): string[] {
  const titleOf = (slug: string | null) =>
    closing.destinations.find((one) => one.slug === slug)?.title ?? NO_MILESTONE
  const places = Map.groupBy(closing.open, (row) => choiceFor(closing, row, edits).destination)
  const moves = [...places].flatMap(([destination, rows]) =>
    destination === undefined ? [`${rows.length} not chosen`] : [`${rows.length} to ${titleOf(destination)}`],
  )
  const kept = sayDoText(closing.sums)
  return [
    `${kept.charAt(0).toUpperCase()}${kept.slice(1)}.`,
    ...(moves.length > 0 ? [`Open Deliverables move: ${listed(moves)}.`] : []),
    ...(closing.others > 0
      ? [
          `${closing.others === 1 ? '1 other open issue moves' : `${closing.others} other open issues move`} to ${titleOf(others)}.`,
        ]
      : []),
    'The outcome is frozen. You can reopen the milestone for a day.',
  ]
}
