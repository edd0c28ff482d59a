import { cx } from '#components/ui/cx.ts'

import type { Lane } from './arrange.ts'
import { figure } from './capacity.ts'

/** Title, how many, how heavy; a limit that is passed is shown, and stops nobody. */
export function ColumnHeader({ lane, filtered }: { lane: Lane; filtered: boolean }) {
  const { column, all, shown } = lane
  const byCount = column?.wipCount ?? null
  const byWeight = column?.wipWeight ?? null
  const overCount = byCount !== null && all.count > byCount
  const overWeight = byWeight !== null && all.weight > byWeight
  const count = filtered && shown.count !== all.count ? `${shown.count} of ${all.count}` : String(all.count)
  const weight = filtered ? shown.weight : all.weight
  return (
    <header className="flex flex-none flex-col px-2.5 pt-2.5 pb-1">
      <h2 dir="auto" className="font-semibold text-pretty wrap-anywhere">
        {lane.title}
      </h2>
      <p className="num text-2xs text-ink-3">
        <span className={cx(overCount && 'font-semibold text-warn')}>
          {byCount === null ? countText(count, all.count) : `${count} / ${byCount} issues`}
          {overCount && ' over'}
        </span>
        {' · '}
        <span className={cx('whitespace-nowrap', overWeight && 'font-semibold text-warn')}>
          weight {figure(weight)}
          {byWeight === null ? '' : ` / ${byWeight}`}
          {overWeight && ' over'}
        </span>
        {shown.unweighted > 0 && (
          <>
            {' · '}
            <span className="whitespace-nowrap">{shown.unweighted} unweighted</span>
          </>
        )}
      </p>
    </header>
  )
}

const countText = (count: string, all: number): string => `${count} ${all === 1 ? 'issue' : 'issues'}`
