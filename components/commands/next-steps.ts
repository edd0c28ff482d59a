import type { Way } from '#components/shell/toasts.ts'
import { ASSIGN_OF_EM, SET_BY_EM } from '#lib/domain/permissions.ts'
import { DELIVERABLE_OF_EM, NOT_YOUR_HAND_OVER } from '#lib/domain/refusal-codes.ts'
import { Refused } from '#lib/http/call.ts'

import { askAbout } from './command-target.ts'
import type { What } from './issue-commands.ts'

/** By the rule that refused: what a person does next about the issue, and what opens it. */
const WAYS: Readonly<Record<string, { label: string; what: What }>> = {
  [NOT_YOUR_HAND_OVER]: { label: 'Ask for a hand-over', what: 'ask_hand_over' },
  not_the_dri: { label: 'Ask for a hand-over', what: 'ask_hand_over' },
  taken: { label: 'Ask for a hand-over', what: 'ask_hand_over' },
  hand_over_waits: { label: 'Show the hand-over', what: 'hand_over' },
  [DELIVERABLE_OF_EM]: { label: 'Ask the engineering manager', what: 'ask_milestone' },
  [SET_BY_EM]: { label: 'Ask the engineering manager', what: 'ask_deliverable' },
  [ASSIGN_OF_EM]: { label: 'Ask the engineering manager', what: 'ask_assign' },
  nobody: { label: 'Name a DRI', what: 'hand_over' },
  milestone_missing: { label: 'Set the milestone', what: 'milestone' },
  milestone_far: { label: 'Set the milestone', what: 'milestone' },
  not_ready: { label: 'Set the status', what: 'status' },
  type_missing: { label: 'Set the type', what: 'type' },
  weight_missing: { label: 'Set the weight', what: 'weight' },
  too_heavy: { label: 'Split issue', what: 'split' },
  closed: { label: 'Reopen', what: 'close' },
}

export const TAKE_OFF_AND_MOVE = 'Take Deliverable off and move'

/** Of several issues there is no one next step: each has its own. */
export function waysOn(refs: readonly number[], rule: unknown): Way[] {
  const way = typeof rule === 'string' && refs.length === 1 ? WAYS[rule] : undefined
  return way ? [{ label: way.label, act: () => askAbout(refs, way.what) }] : []
}

/** To the page that a refusal names, where what is missing is done. */
export function wayTo(error: unknown): Way[] {
  const page = error instanceof Refused ? error.problem['page'] : undefined
  return typeof page === 'string' ? [{ label: 'Open the model', act: () => location.assign(page) }] : []
}

export const ruleOf = (error: unknown): unknown => (error instanceof Refused ? error.problem['rule'] : null)
