import { Icon } from '#components/ui/icon.tsx'
import type { CapacityRow } from '#lib/contract/capacity.ts'
import { figure } from '#lib/domain/capacity/text.ts'

import { emptyText, lostPart } from './capacity-text.ts'

/** Five days fill a cell with colour; what holidays, time off and triage take of a week is hatched. */
export function CellFace({ week }: { week: CapacityRow['weeks'][number] }) {
  const empty = emptyText(week)
  const lost = empty === null ? lostPart(week) : 1
  const strength = Math.round(8 + 34 * Math.min(1, week.availableDays / 5))
  return (
    <span
      className="relative grid h-8 w-full place-items-center overflow-hidden rounded-xs font-medium text-ink [print-color-adjust:exact]"
      style={{
        background:
          empty === null
            ? `color-mix(in oklch, var(--color-accent) ${strength}%, var(--color-surface))`
            : 'var(--color-sunken)',
      }}
    >
      {lost > 0 && (
        <i
          aria-hidden="true"
          className="hatch absolute inset-y-0 right-0 bg-sunken"
          style={{
            width: `${lost * 100}%`,
            clipPath: lost < 1 ? 'polygon(6px 0, 100% 0, 100% 100%, 0 100%)' : undefined,
          }}
        />
      )}
      <span className={empty === null ? 'num relative rounded-xs px-0.5' : 'relative text-xs text-ink-2'}>
        {empty ?? figure(week.availableDays)}
      </span>
      {week.overridden.length > 0 && (
        <Icon
          name="pen"
          className="absolute top-0.5 right-0.5 size-2.5 text-ink max-xl:top-0 max-xl:right-0 max-xl:size-2"
        />
      )}
    </span>
  )
}
