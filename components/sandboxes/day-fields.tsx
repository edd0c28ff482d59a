'use client'

import { useGroup } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { DateField } from '#components/ui/days/date-field.tsx'

import type { Draft } from './change-draft.ts'

type Props = {
  group: string
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  /** What the first and the last day are called. */
  from: string
  to: string
}

/** Two days, both included, each whole or half. */
export function DayFields({ group, draft, onChange, from, to }: Props) {
  const { today } = useGroup(group)
  return (
    <div className="grid grid-cols-2 gap-2.5">
      <DateField label={from} value={draft.from} today={today} onValue={(day) => onChange({ from: day })} />
      <DateField label={to} value={draft.to} today={today} onValue={(day) => onChange({ to: day })} />
      <CheckField checked={draft.fromNoon} onCheck={(fromNoon) => onChange({ fromNoon })}>
        starts at noon
      </CheckField>
      <CheckField checked={draft.untilNoon} onCheck={(untilNoon) => onChange({ untilNoon })}>
        ends at noon
      </CheckField>
    </div>
  )
}
