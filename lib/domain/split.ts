import type { Refusal } from '#lib/kit/refusal.ts'

import { means, stateOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import { isReadyOrLater } from './workflow.ts'

export const FEWEST_PIECES = 2
export const MOST_PIECES = 6

type Split = { open: boolean; pieces: readonly { title: string }[] }

/** Handbook › Issue Weights: "larger weights indicate the issue should be broken down further." */
export function whyNotSplit({ open, pieces }: Split): Refusal | null {
  if (!open) return { code: 'closed', because: 'This issue is closed. Reopen it first.' }
  if (pieces.length < FEWEST_PIECES || pieces.length > MOST_PIECES) {
    return { code: 'pieces', because: `Split into ${FEWEST_PIECES} to ${MOST_PIECES} pieces.` }
  }
  const titles = pieces.map(({ title }) => title.trim())
  if (titles.includes('')) return { code: 'title_missing', because: 'Enter a title for each piece.' }
  if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length) {
    return { code: 'same_title', because: 'Two pieces have the same title. Change one.' }
  }
  return null
}

/**
 * What a piece carries over: every label but Deliverable, which the EM gives to each piece by name; and where the whole
 * was ready for development already, a piece begins in planning breakdown, for its description was not reviewed.
 * `breakdown` is the group's label for that state, if it has one.
 */
export function labelsOfPiece(whole: readonly LabelFact[], breakdown: LabelFact | null): LabelFact[] {
  const begun = isReadyOrLater(stateOf(whole))
  const kept = whole.filter(
    (label) =>
      !means([label], 'deliverable') && !(begun && (label.meaning?.startsWith('workflow.') ?? false)),
  )
  return begun && breakdown ? [...kept, breakdown] : kept
}
