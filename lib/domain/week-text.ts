import type { Week } from './working-times.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A working week as people name it: “Monday to Thursday”, “Sunday to Thursday”, “Monday, Wednesday and half of Friday”. */
export function weekText(week: Week): string {
  const run = runOf(week)
  if (run) return run
  const parts = WEEKDAYS.flatMap((day, at) => {
    const halves = week[at] ?? 0
    return halves === 0 ? [] : [halves === 1 ? `half of ${day}` : day]
  })
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** How many days of work it has, half days as 0.5. */
export const daysInWeek = (week: Week): number => week.reduce((sum, halves) => sum + halves, 0) / 2

/** Three and more whole days in a row, also over Sunday, named by the first and the last. */
function runOf(week: Week): string | null {
  const worked = WEEKDAYS.flatMap((_, at) => (week[at] ? [at] : []))
  if (worked.length < 3 || worked.some((at) => week[at] !== 2)) return null
  const first = worked.filter((at) => !worked.includes((at + 6) % 7))
  if (worked.length === 7) return 'every day'
  const [start] = first
  if (first.length !== 1 || start === undefined) return null
  return `${WEEKDAYS[start]} to ${WEEKDAYS[(start + worked.length - 1) % 7]}`
}
