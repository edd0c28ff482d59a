import Link from 'next/link'

import { BarList } from '#components/charts/bar-list.tsx'
import { cx } from '#components/ui/cx.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import { issuesLink } from '#lib/kit/links.ts'

import { Nothing, Panel } from './panel.tsx'

type Deliverables = NonNullable<Overview['deliverables']>
type Place = Deliverables['states'][number]['state']

/** Where the Deliverables are; each line opens its issues. */
export function States({
  group,
  deliverables,
  className,
}: {
  group: string
  deliverables: Deliverables
  className?: string
}) {
  const { count, states, notShown, unweighted, progress } = deliverables
  const notes = [
    ...(unweighted > 0 ? [`${unweighted} unweighted`] : []),
    ...(notShown > 0 ? [`${notShown} not shown`] : []),
  ]
  return (
    <Panel
      className={className}
      heading="Deliverables by state"
      count={count}
      side={<span className="text-xs text-ink-3">issues · weight</span>}
    >
      {count === 0 ? (
        <Nothing>Nothing on the Build Board yet.</Nothing>
      ) : (
        <BarList
          label="Deliverables by state"
          most={Math.max(...states.map((one) => one.count))}
          bars={states.map(({ state, count, weight, filter }) => ({
            id: state,
            value: count,
            tone: TONES[state] ?? 'bg-ink-3',
            head: (
              <Link
                href={issuesLink(group, { filter })}
                prefetch={false}
                className="after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
              >
                {titleOf(state)}
              </Link>
            ),
            figures: (
              <>
                <b>{count}</b> <span className="text-ink-3">· {figure(weight)}</span>
              </>
            ),
          }))}
        />
      )}
      {progress && <MidProgress progress={progress} />}
      {notes.length > 0 && (
        <p className={cx('num border-t border-line px-3.5 py-2 text-xs text-ink-3', !progress && 'mt-auto')}>
          {notes.join(' · ')}
        </p>
      )}
    </Panel>
  )
}

/** How much of the weight counts as done, and the sum that it is made of. */
const MidProgress = ({ progress }: { progress: NonNullable<Deliverables['progress']> }) => (
  <details className="num mt-auto border-t border-line px-3.5 py-2 text-sm">
    <summary className="cursor-pointer rounded-xs">
      Progress by weight <b>{figure(progress.percent)} %</b>
    </summary>
    <ul aria-label="Progress by weight" className="mt-1 flex flex-col gap-0.5 text-xs text-ink-2">
      {progress.parts.map(({ share, weight, counts }) => (
        <li key={share}>
          {SHARES[share] ?? 'other'}: weight {figure(weight)} × {share} % = {figure(counts)}
        </li>
      ))}
      <li className="text-ink">
        {figure(progress.counts)} of weight {figure(progress.weight)} = {figure(progress.percent)} %
      </li>
    </ul>
  </details>
)

/** What counts with so many percent. */
const SHARES: Record<number, string> = {
  100: 'Done, in verification or awaiting security release',
  80: 'In review',
  40: 'In dev',
  0: 'Everything else',
}

const TONES: Partial<Record<Place, string>> = { blocked: 'bg-bad', done: 'bg-good', dropped: 'bg-control' }

function titleOf(state: Place): string {
  if (state === 'none') return 'no state'
  if (state === 'dropped') return 'closed, not done'
  return state === 'done' ? 'done' : stateTitle(state)
}
