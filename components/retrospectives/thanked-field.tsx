'use client'

import type { Face } from '#components/ui/avatar.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'

type Props = { people: readonly Face[]; value: string; onValue: (handle: string) => void }

/** Fetched once thanks are written: most points name no person. */
export const ThankedField = ({ people, value, onValue }: Props) => (
  <ChoiceField
    label="Whom you thank"
    labelHidden
    value={value}
    choices={[{ value: '', label: 'Choose a person' }, ...peopleChoices(people)]}
    onValue={onValue}
  />
)
