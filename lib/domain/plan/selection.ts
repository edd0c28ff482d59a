import type { Refusal } from '#lib/kit/refusal.ts'

import { type Candidate, whyNotDeliverable } from '../deliverable.ts'
import type { ModelGate } from '../models/readiness.ts'
import { isReadyOrLater } from '../workflow.ts'

export type Selectable = Candidate & {
  open: boolean
  /** It carries the labels of the Planning Board. */
  onBoard: boolean
  /** It needs a weight and has none. */
  unweighted: boolean
  isDeliverable: boolean
  /** Who made it one, as far as that is recorded. */
  madeBy: string | null
  /** The model that it adds. */
  model: ModelGate | null
}

/** What is missing of this alone can be named while it is selected. */
export const NOBODY = 'nobody'

/**
 * Handbook › Build Board: "The EM then applies the ~Deliverable label to each issue in the release and assigns it to an
 * engineer." What stops a candidate from being selected for a milestone: the rule of Deliverables, told by what to do first.
 *
 * @param milestone the one that is planned
 */
export function whyNotSelect(facts: Selectable, milestone: { id: string; title: string }): Refusal | null {
  const { open, onBoard, unweighted, isDeliverable, madeBy, state } = facts
  if (!open) return { code: 'closed', because: 'It is closed. Reopen it first.' }
  if (facts.milestone?.id !== milestone.id) return noCandidate(facts.milestone, milestone)
  if (!onBoard) return NOT_ON_BOARD
  if (isDeliverable) return { code: 'unchanged', because: madeText(madeBy) }
  if (unweighted && !isReadyOrLater(state)) return UNWEIGHTED
  return whyNotDeliverable(facts)
}

const UNWEIGHTED: Refusal = {
  code: 'weight_missing',
  because: 'It has no weight. Only issues that are ready for development qualify.',
}

const noCandidate = (now: { title: string } | null, { title }: { title: string }): Refusal => ({
  code: 'no_candidate',
  because: `It is no longer a candidate of ${title}. ${now ? `It moved to ${now.title}.` : 'It has no milestone.'}`,
})

const NOT_ON_BOARD: Refusal = {
  code: 'not_on_board',
  because: 'It is not on the Planning Board. Add the labels of the board first.',
}

const madeText = (by: string | null): string =>
  by === null ? 'It is already a Deliverable.' : `${by} made it a Deliverable already.`
