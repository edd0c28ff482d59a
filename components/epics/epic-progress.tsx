import type { EpicLine } from '#lib/contract/epics.ts'

type Props = { progress: EpicLine['progress'] }

/** How much of the scope is done, by count and by weight; what has no weight is said, never hidden in the sum. */
export function EpicProgress({ progress }: Props) {
  const { total, open, done, dropped, weight, weightDone, unweighted, notShown } = progress
  if (total === 0) return <span className="text-xs text-ink-3">No issues yet</span>
  const [scope, notes] = [
    open + done,
    [
      ...(unweighted > 0 ? [`${unweighted} unweighted`] : []),
      ...(dropped > 0 ? [`${dropped} closed, not done`] : []),
      ...(notShown > 0 ? [`${notShown} not shown`] : []),
    ],
  ]
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <Bar done={done} of={scope} />
      <span className="num text-xs text-ink-2">
        {done} of {scope === 1 ? '1 issue' : `${scope} issues`} ·{' '}
        <span className="whitespace-nowrap">
          weight {weightDone} of {weight}
        </span>
        {notes.map((note) => (
          <span key={note} className="text-ink-3">
            {' '}
            · <span className="whitespace-nowrap">{note}</span>
          </span>
        ))}
      </span>
    </span>
  )
}

function Bar({ done, of }: { done: number; of: number }) {
  return (
    <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line">
      <span
        className="block h-full rounded-full bg-good"
        style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }}
      />
    </span>
  )
}
