import type { EpicLine } from '#lib/contract/epics.ts'

type Props = { progress: EpicLine['progress'] }

/** How much of the scope is done, by count and by weight; what has no weight is said, never hidden in the sum. */
export function EpicProgress({ progress }: Props) {
  const { done, total, weightDone, weight, unweighted } = progress
  if (total === 0) return <span className="text-xs text-ink-3">No issues yet</span>
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <Bar done={done} of={total} />
      <span className="num text-xs text-ink-2">
        {done} of {total} issues · weight {weightDone} of {weight}
        {unweighted > 0 && <span className="text-ink-3"> · {unweighted} without a weight</span>}
      </span>
    </span>
  )
}

function Bar({ done, of }: { done: number; of: number }) {
  return (
    <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line">
      <span className="block h-full rounded-full bg-good" style={{ width: `${(done / of) * 100}%` }} />
    </span>
  )
}
