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
    <header className="flex flex-none items-baseline gap-2 px-3 pt-2.5 pb-1.5 whitespace-nowrap">
      <h2 className="min-w-0 truncate font-semibold" data-tip={lane.title}>
        {lane.title}
      </h2>
      <span
        className={cx('num flex-none text-ink-3', overCount && 'font-semibold text-warn')}
        data-tip={byCount === null ? undefined : `${all.count} issues, the limit is ${byCount}`}
      >
        {byCount === null ? count : `${count} / ${byCount}`}
        {overCount && ' over'}
      </span>
      <span className="num ml-auto flex-none text-xs text-ink-3">
        <span
          className={cx(overWeight && 'font-semibold text-warn')}
          data-tip={byWeight === null ? undefined : `Weight ${figure(all.weight)}, the limit is ${byWeight}`}
        >
          weight {figure(weight)}
          {byWeight === null ? '' : ` / ${byWeight}`}
          {overWeight && ' over'}
        </span>
        {shown.unweighted > 0 && (
          <span data-tip={`${shown.unweighted} without a weight`}>
            <span aria-hidden="true"> +{shown.unweighted}?</span>
            <span className="sr-only">, {shown.unweighted} without a weight</span>
          </span>
        )}
      </span>
    </header>
  )
}
