/** Law 10: "Say/Do = completed ÷ assigned. None assigned → no ratio (not 100 %)." In whole percent. */
export const sayDoPercent = ({
  assigned,
  completed,
}: {
  assigned: number
  completed: number
}): number | null => (assigned === 0 ? null : Math.round((completed / assigned) * 100))

/** “7 of 10 kept, 70 %”. */
export function sayDoText(sums: { assigned: number; completed: number }): string {
  const percent = sayDoPercent(sums)
  return percent === null
    ? 'nothing was assigned'
    : `${sums.completed} of ${sums.assigned} kept, ${percent} %`
}
