'use client'

import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { nthTitle, type Rhythm, rhythmOf, RHYTHMS } from '#lib/domain/cadence/activities.ts'
import { WEEKDAYS } from '#lib/domain/week-text.ts'

const TITLES = {
  week: 'Every week',
  two_weeks: 'Every second week',
  month: 'Every month',
  milestone: 'Every milestone',
} as const

type Props = { rhythm: Rhythm; onRhythm: (rhythm: Rhythm) => void }

/** How often, and on which day of it. */
export function RhythmFields({ rhythm: { every, day, nth, at }, onRhythm }: Props) {
  const set = (stated: Partial<Parameters<typeof rhythmOf>[0]>) =>
    onRhythm(rhythmOf({ every, day: day ?? 1, nth: nth ?? 1, at: at ?? 'start', ...stated }))
  return (
    <div className="flex gap-3 max-sm:flex-col [&>*]:flex-1">
      <ChoiceField
        label="How often"
        value={every}
        choices={RHYTHMS.map((value) => ({ value, label: TITLES[value] }))}
        onValue={(value) => set({ every: RHYTHMS.find((one) => one === value) ?? every })}
      />
      {every === 'month' && (
        <ChoiceField
          label="Which of the month"
          value={String(nth ?? 1)}
          choices={[1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: `The ${nthTitle(one)}` }))}
          onValue={(value) => set({ nth: Number(value) })}
        />
      )}
      {every === 'milestone' ? (
        <ChoiceField
          label="Day"
          value={at ?? 'start'}
          choices={[
            { value: 'start', label: 'Its first day' },
            { value: 'end', label: 'Its last day' },
          ]}
          onValue={(value) => set({ at: value === 'end' ? 'end' : 'start' })}
        />
      ) : (
        <ChoiceField
          label="Day"
          value={String(day ?? 1)}
          choices={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
          onValue={(value) => set({ day: Number(value) })}
        />
      )}
    </div>
  )
}
