import type { Activity } from '#lib/contract/activities.ts'

/** “5 of 7 activities kept their rhythm in the last 12 weeks.”; null before the first is due. */
export function keptRhythmText(items: readonly Activity[]): string | null {
  const due = items.filter(({ regularity }) => regularity.level !== null)
  if (due.length === 0) return null
  const steady = due.filter(({ regularity }) => regularity.level === 'steady').length
  if (steady === due.length) return 'Each activity happened whenever it was due in the last 12 weeks.'
  return `${steady} of ${due.length} activities kept their rhythm in the last 12 weeks.`
}
