import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import type { Closing } from '#lib/contract/closing.ts'

import { fromValue, NONE } from './close-row.tsx'
import { NO_MILESTONE } from './close-words.ts'

type Props = { closing: Closing; value: string | null; onValue: (value: string | null) => void }

/** Where all go together that are open and no Deliverables: nothing stays open in a closed milestone. */
export function OthersField({ closing, value, onValue }: Props) {
  const { others, destinations } = closing
  return (
    <div className="flex items-center gap-2.5 px-3 max-sm:flex-wrap">
      <span className="num min-w-0 flex-1 text-pretty max-sm:basis-full">
        {others === 1 ? '1 other open issue goes to' : `${others} other open issues go to`}
      </span>
      <div className="w-88 flex-none max-md:w-60 max-sm:w-full">
        <ChoiceField
          small
          label="Destination of other open issues"
          labelHidden
          value={value ?? NONE}
          choices={[
            ...destinations.map(({ slug, title }) => ({ value: slug, label: title })),
            { value: NONE, label: NO_MILESTONE },
          ]}
          onValue={(next) => onValue(fromValue(next) ?? null)}
        />
      </div>
    </div>
  )
}
