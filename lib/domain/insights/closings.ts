import type { Step } from '../closing/steps.ts'
import type { Span } from './stays.ts'

/** When issues were closed, by issue, as the steps of their histories tell it in order: the last one may last. */
export function closingsOf(steps: readonly Step[]): Map<number, Span[]> {
  const closings = new Map<number, Span[]>()
  for (const { issue, at, closed, reopened } of steps) {
    const spans = closings.get(issue) ?? []
    const open = spans.findLast(({ to }) => to === null)
    if (closed !== undefined && !open) spans.push({ from: at.getTime(), to: null })
    if (reopened && open) open.to = at.getTime()
    closings.set(issue, spans)
  }
  return closings
}
