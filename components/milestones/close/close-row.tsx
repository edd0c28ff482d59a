import { CheckField } from '#components/ui/check.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Weight } from '#components/ui/tag.tsx'
import type { Closing, GoneDeliverable, OpenDeliverable } from '#lib/contract/closing.ts'
import { LONGEST_SLIP_TEXT, SLIP_REASONS, slipReasonTitle } from '#lib/domain/closing/reasons.ts'

import { type Edit, isNext, type RowChoice } from './choices.ts'
import { NO_MILESTONE } from './close-words.ts'

type Row = OpenDeliverable | GoneDeliverable
type Props = {
  closing: Closing
  row: Row
  choice: RowChoice
  /** Null where nothing is picked. */
  picked: boolean | null
  /** Why it holds up the closing, in words. */
  refusal: string | null
  onPick?: (on: boolean) => void
  onEdit: (facts: Edit) => void
}

export function CloseRow({ closing, row, choice, picked, refusal, onPick, onEdit }: Props) {
  const { ref, title, proposal } = row
  const goesOn = 'notNext' in row && row.notNext !== null && isNext(closing, choice.destination)
  return (
    <li
      aria-label={`#${ref} ${title}`}
      data-issue={ref}
      className="flex items-start gap-2.5 border-b border-line px-3 py-2 last:border-b-0 max-sm:flex-wrap"
    >
      {picked !== null && (
        <input
          type="checkbox"
          aria-label={`Select #${ref}`}
          checked={picked}
          onChange={(event) => onPick?.(event.target.checked)}
          className="mt-1 size-4 flex-none accent-accent"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 max-sm:basis-3/4">
        <p className="flex items-baseline gap-2">
          <span className="num flex-none text-xs text-ink-3">#{ref}</span>
          <bdi className="min-w-0 font-medium text-pretty wrap-anywhere">{title}</bdi>
        </p>
        <p className="num flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
          <Weight weight={row.weight} />
          {factsOf(row).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {refusal && <p className="text-xs text-bad">{refusal}</p>}
        {goesOn && (
          <CheckField
            className="text-xs"
            checked={choice.withoutDeliverable}
            onCheck={(checked) => onEdit({ withoutDeliverable: checked })}
          >
            Take Deliverable off
          </CheckField>
        )}
      </div>
      <div className="grid w-88 flex-none grid-cols-2 gap-1.5 max-md:w-60 max-md:grid-cols-1 max-sm:w-full">
        {'notNext' in row && (
          <ChoiceField
            small
            label="Destination"
            spoken={`Destination of #${ref}`}
            labelHidden
            value={choice.destination === undefined ? '' : (choice.destination ?? NONE)}
            choices={[
              ...(choice.destination === undefined ? [{ value: '', label: 'Choose a destination' }] : []),
              ...placesOf(closing),
            ]}
            onValue={(value) => onEdit({ destination: fromValue(value) })}
          />
        )}
        {row.slipped && (
          <ChoiceField
            small
            label="Slip reason"
            spoken={`Slip reason of #${ref}`}
            labelHidden
            value={choice.reason ?? ''}
            choices={[
              ...(choice.reason === undefined ? [{ value: '', label: 'Choose a reason' }] : []),
              ...REASONS,
            ]}
            onValue={(value) => onEdit({ reason: SLIP_REASONS.find((one) => one === value) })}
          />
        )}
        {row.slipped && choice.reason === 'other' && (
          <input
            aria-label={`Why #${ref} slipped`}
            placeholder="Why it slipped"
            autoComplete="off"
            dir="auto"
            maxLength={LONGEST_SLIP_TEXT}
            value={choice.text}
            onChange={(event) => onEdit({ text: event.target.value })}
            className="col-span-full rounded-xs border border-control bg-surface px-1.5 py-0.5 text-xs pointer-coarse:min-h-9"
          />
        )}
        {row.slipped && proposal && choice.reason === proposal.reason && (
          <span className="col-span-full text-right text-2xs text-ink-3 max-md:text-left">
            {proposal.because}
          </span>
        )}
      </div>
    </li>
  )
}

export const NONE = 'none'
/** A value of a list of places; undefined while none is chosen. */
export const fromValue = (value: string): string | null | undefined =>
  value === '' ? undefined : value === NONE ? null : value

export const placesOf = ({ destinations }: Closing) => [
  ...destinations.map(({ slug, title, to }) => ({
    value: slug,
    label: title,
    ...(to === 'next' ? { hint: 'stays a Deliverable' } : {}),
  })),
  { value: NONE, label: NO_MILESTONE },
]

export const REASONS = SLIP_REASONS.map((value) => ({ value, label: slipReasonTitle(value) }))

const HOW: Record<GoneDeliverable['how'], string> = {
  left: 'left the milestone',
  late: 'done after the end',
  not_done: 'closed, not as done',
}

const factsOf = (row: Row): string[] =>
  [
    'how' in row ? HOW[row.how] : row.state,
    row.dri && `DRI ${row.dri.name}`,
    row.team?.name,
    row.slips > 0 && `slipped ${row.slips}× before`,
    !row.slipped && 'not counted as a slip',
  ].filter((fact) => typeof fact === 'string')
