'use client'

import { useQuery } from '@tanstack/react-query'

import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { listTimeOff } from '#lib/contract/time-off.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import type { SandboxView } from '#lib/contract/sandboxes.ts'
import { daysWithout } from '#lib/domain/sandbox/away.ts'
import { daysText } from '#lib/domain/sandbox/text.ts'
import { whyNotDays } from '#lib/domain/time-off.ts'
import { reading } from '#lib/http/query.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'

import type { Draft } from './change-draft.ts'
import { DayFields } from './day-fields.tsx'

type Props = {
  group: string
  view: SandboxView
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

/** Which time off of the milestone, and which of its days are worked after all; what is left of it is said while typing. */
export function CutFields(props: Props) {
  const { group, view, draft, onChange } = props
  const { startOn, dueOn, title } = view.milestone
  const range = { from: startOn ?? '', to: dueOn ?? '' }
  const { data } = useQuery(reading(listTimeOff, { group, ...range }))
  if (!data) return <Skeleton className="h-14 w-full" />
  if (data.items.length === 0)
    return (
      <p className="text-ink-3">
        No time off in <bdi>{title}</bdi> yet.
      </p>
    )
  const entry = data.items.find(({ id }) => id === draft.entry)
  const choose = (value: string) => {
    const next = data.items.find(({ id }) => String(id) === value)
    if (!next) return
    const { id, person, from, to, fromNoon, untilNoon } = next
    onChange({ entry: id, person, from, to, fromNoon, untilNoon })
  }
  return (
    <>
      <ChoiceField
        label="Time off"
        value={entry ? String(entry.id) : ''}
        choices={[
          ...(entry ? [] : [{ value: '', label: 'Choose' }]),
          ...data.items.map((one) => ({
            value: String(one.id),
            label: `${one.name}, ${daysText(daysOfEntry(one))}`,
          })),
        ]}
        onValue={choose}
      />
      {entry && (
        <>
          <DayFields {...props} from="First day worked" to="Last day worked" />
          <output className="text-xs text-ink-2">{leftText(entry, draft)}</output>
        </>
      )}
    </>
  )
}

const daysOfEntry = ({
  from,
  to,
  fromNoon,
  untilNoon,
}: Pick<TimeOffEntry, 'from' | 'to' | 'fromNoon' | 'untilNoon'>) => ({
  fromOn: from,
  toOn: to,
  fromNoon,
  untilNoon,
})

/** “Left of it: 4 – 5 Jan and 7 – 8 Jan”. */
function leftText(entry: TimeOffEntry, draft: Draft): string {
  if (!isPlainDate(draft.from) || !isPlainDate(draft.to)) return ''
  const worked = daysOfEntry(draft)
  if (whyNotDays(worked)) return ''
  const left = daysWithout(daysOfEntry(entry), [worked])
  return left.length === 0 ? 'Nothing is left of it.' : `Left of it: ${left.map(daysText).join(' and ')}.`
}
