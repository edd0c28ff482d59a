import { cx } from '#components/ui/cx.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { daysBetween } from '#lib/kit/plain-date.ts'

import { placeOf, weightOf } from './slider-days.ts'
import type { ActiveDay, Span } from './slider-days.ts'

type Props = { span: Span; active: readonly ActiveDay[]; today: PlainDate }

const HEIGHTS = { 1: 'h-[3px] bg-control', 2: 'h-[5px] bg-ink-3', 3: 'h-[7px] bg-ink-2' }

/** Below the slider, a mark for each day on which something happened; what each says, the slider says when it is there. */
export function Ticks({ span, active, today }: Props) {
  const last = Math.max(daysBetween(span.from, span.to), 1)
  return (
    <span aria-hidden="true" className="pointer-events-none absolute inset-x-2 bottom-[-5px] block h-[7px]">
      {active
        .filter(({ day }) => day >= span.from && day <= span.to && day < today)
        .map(({ day, events }) => (
          <i
            key={day}
            style={{ left: `${(placeOf(day, span) / last) * 100}%` }}
            className={cx('absolute top-0 w-px', HEIGHTS[weightOf(events, active)])}
          />
        ))}
    </span>
  )
}
