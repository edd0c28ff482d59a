import type { Closing, ClosingChoice, GoneDeliverable, OpenDeliverable } from '#lib/contract/closing.ts'
import { whyNotChoice } from '#lib/domain/closing/rules.ts'
import type { Choice } from '#lib/domain/closing/rules.ts'
import type { SlipReason } from '#lib/domain/closing/reasons.ts'

/** What the person set in a row; what they left alone is proposed. */
export type Edit = Choice & { withoutDeliverable?: boolean }
export type Edits = ReadonlyMap<number, Edit>

/** What a row says now. `destination` is undefined where none is chosen. */
export type RowChoice = {
  destination: string | null | undefined
  reason: SlipReason | undefined
  text: string
  withoutDeliverable: boolean
}

/** Without an edit, the proposal; what cannot go on as a Deliverable is left to the person. */
export function choiceFor(closing: Closing, row: OpenDeliverable | GoneDeliverable, edits: Edits): RowChoice {
  const edit = edits.get(row.ref) ?? {}
  const isStuck = 'notNext' in row && row.notNext !== null
  const proposed = 'notNext' in row && !isStuck ? closing.proposed : undefined
  return {
    destination: edit.destination === undefined ? proposed : edit.destination,
    reason: edit.reason ?? row.proposal?.reason,
    text: edit.text ?? '',
    withoutDeliverable: edit.withoutDeliverable ?? false,
  }
}

/** Why a row is not ready, in words; null where it is. */
export function whyNotRow(
  closing: Closing,
  row: OpenDeliverable | GoneDeliverable,
  choice: RowChoice,
): string | null {
  const open = 'notNext' in row
  const refusal = whyNotChoice({ open, slipped: row.slipped }, choice, closing.destinations)
  if (refusal) return refusal.because
  if (!open || row.notNext === null || choice.withoutDeliverable) return null
  return isNext(closing, choice.destination) ? row.notNext : null
}

export const isNext = ({ destinations }: Closing, destination: string | null | undefined): boolean =>
  destinations.some(({ slug, to }) => slug === destination && to === 'next')

/** As the request says it. */
export function sentChoices(closing: Closing, edits: Edits): ClosingChoice[] {
  const sent = (row: OpenDeliverable | GoneDeliverable): ClosingChoice => {
    const { destination, reason, text, withoutDeliverable } = choiceFor(closing, row, edits)
    return {
      ref: row.ref,
      ...('notNext' in row && destination !== undefined ? { destination } : {}),
      ...(row.slipped && reason ? { reason } : {}),
      ...(row.slipped && reason && text.trim() !== '' ? { text: text.trim() } : {}),
      ...(withoutDeliverable ? { withoutDeliverable } : {}),
    }
  }
  return [...closing.open, ...closing.gone].map(sent)
}
