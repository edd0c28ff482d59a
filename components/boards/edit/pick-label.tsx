'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'

type Props = { label: string; hint?: string; titles: readonly string[]; onPick: (title: string) => void }

/** A choice and a button: arrow keys go through the choices without taking each of them. */
export function PickLabel({ label, hint, titles, onPick }: Props) {
  const [picked, setPicked] = useState('')
  const there = titles.includes(picked)
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <ChoiceField
          label={label}
          {...(hint ? { hint } : {})}
          value={there ? picked : ''}
          onValue={setPicked}
          choices={[
            { value: '', label: 'Choose a label…' },
            ...titles.map((title) => ({ value: title, label: title })),
          ]}
        />
      </div>
      <Button
        aria-label={`${label}: add it`}
        className={hint ? 'mb-5' : ''}
        disabledReason={there ? null : 'Choose a label first.'}
        onClick={() => onPick(picked)}
      >
        Add
      </Button>
    </div>
  )
}
