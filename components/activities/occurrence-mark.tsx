import { cx } from '#components/ui/cx.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import type { Occurrence } from '#lib/contract/activities.ts'
import { OCCURRENCE_TITLES, type OccurrenceState } from '#lib/domain/cadence/occurrences.ts'

type Look = { icon: IconName; tone: string; box: string }

/** Word, shape and colour say the same: a filled square, a dashed one, a cross, a ring. */
export const LOOKS: Record<OccurrenceState, Look> = {
  happened: {
    icon: 'check',
    tone: 'text-good',
    box: 'rounded-xs bg-good-soft text-good border border-transparent print:border-line-strong',
  },
  skipped: {
    icon: 'right',
    tone: 'text-ink-2',
    box: 'rounded-xs border border-dashed border-line-strong text-ink-2',
  },
  missed: { icon: 'close', tone: 'text-bad', box: 'rounded-xs bg-bad-soft text-bad border border-bad' },
  open: {
    icon: 'more',
    tone: 'text-warn',
    box: 'rounded-full bg-warn-soft text-warn border border-transparent',
  },
  coming: { icon: 'clock', tone: 'text-ink-3', box: 'rounded-full border border-line text-ink-3' },
}

const Mark = ({ state }: { state: OccurrenceState }) => (
  <span aria-hidden="true" className={cx('grid size-5 flex-none place-items-center', LOOKS[state].box)}>
    <Icon name={LOOKS[state].icon} className="size-3.5" />
  </span>
)

/** One occurrence of the strip; what was said of it is in the line of its activity. */
export function OccurrenceMark({ occurrence: { day, state, recorded, seen } }: { occurrence: Occurrence }) {
  const more = seen?.text ?? recorded?.note ?? ''
  const text = `${dayMonth(day)}: ${OCCURRENCE_TITLES[state].toLowerCase()}${more ? `, ${more}` : ''}`
  return (
    <li data-tip={text} className="flex flex-col items-center gap-0.5">
      <Mark state={state} />
      <span className="sr-only">{text}</span>
      <span aria-hidden="true" className="num text-2xs text-ink-3">
        {Number(day.slice(8))}
      </span>
    </li>
  )
}

const SHOWN = ['happened', 'skipped', 'missed', 'open', 'coming'] as const

/** What the marks mean, in words. */
export const Legend = () => (
  <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
    {SHOWN.map((state) => (
      <li key={state} className="flex items-center gap-1.5">
        <Mark state={state} />
        {OCCURRENCE_TITLES[state]}
      </li>
    ))}
  </ul>
)
