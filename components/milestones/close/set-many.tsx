import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import type { Closing } from '#lib/contract/closing.ts'
import { SLIP_REASONS } from '#lib/domain/closing/reasons.ts'

import type { Edit } from './choices.ts'
import { fromValue, placesOf, REASONS } from './close-row.tsx'

type Props = {
  closing: Closing
  picked: ReadonlySet<number>
  onPick: (refs: readonly number[], on: boolean) => void
  onSet: (refs: readonly number[], facts: Edit) => void
}

/** Sets what is selected at once; all of them while nothing is. */
export function SetMany({ closing, picked, onPick, onSet }: Props) {
  const all = closing.open.map(({ ref }) => ref)
  const some = all.filter((ref) => picked.has(ref))
  const refs = some.length > 0 ? some : all
  const whom = some.length > 0 ? `${some.length} selected` : `all ${all.length}`
  return (
    <div className="flex items-center gap-2.5 px-3 max-sm:flex-wrap">
      <input
        type="checkbox"
        aria-label="Select all"
        checked={some.length === all.length}
        onChange={(event) => onPick(all, event.target.checked)}
        className="size-4 flex-none accent-accent"
      />
      <span aria-live="polite" className="num min-w-0 flex-1 text-xs text-ink-2 max-sm:basis-3/4">
        Set {whom} at once
      </span>
      <div className="grid w-88 flex-none grid-cols-2 gap-1.5 max-md:w-60 max-sm:w-full">
        <ChoiceField
          small
          label="Destination"
          spoken={`Destination of ${whom}`}
          labelHidden
          value=""
          choices={[{ value: '', label: 'Destination' }, ...placesOf(closing)]}
          onValue={(value) => onSet(refs, { destination: fromValue(value) })}
        />
        <ChoiceField
          small
          label="Slip reason"
          spoken={`Slip reason of ${whom}`}
          labelHidden
          value=""
          choices={[{ value: '', label: 'Reason' }, ...REASONS]}
          onValue={(value) => onSet(refs, { reason: SLIP_REASONS.find((one) => one === value) })}
        />
      </div>
    </div>
  )
}
