import { DECISIONS } from '#lib/domain/push-back-terms.ts'
import type { SyncOutcome } from '#lib/domain/syncs/outcomes.ts'
import { UNCLAIMED_REASONS } from '#lib/domain/unclaimed.ts'

export const NO_MILESTONE = 'none'

/** What is filled in; empty where it is not. */
export type OutcomeValues = {
  to: string
  on: string
  reason: string
  milestone: string
  decision: string
  text: string
  /** That a blocked issue is free now. */
  unblocked: boolean
}
export const NOTHING: OutcomeValues = {
  to: '',
  on: '',
  reason: '',
  milestone: '',
  decision: '',
  text: '',
  unblocked: false,
}

/** What is sent: only what belongs to the outcome. */
export function sentOf(kind: SyncOutcome, values: OutcomeValues) {
  const { to, on, reason, milestone, decision, text } = values
  const unclaimed = UNCLAIMED_REASONS.find((one) => one === reason)
  const decided = DECISIONS.find((one) => one === decision)
  const isFree = kind === 'unblock' && values.unblocked
  const takesDay = kind === 'revisit' || (kind === 'unblock' && !isFree) || decided === 'deferred'
  return {
    ...(['assign', 'hand_over', 'unblock'].includes(kind) && !isFree && to !== '' ? { to } : {}),
    ...(isFree ? { unblocked: true } : {}),
    ...(takesDay && on !== '' ? { on } : {}),
    ...(kind === 'no_volunteer' && unclaimed ? { reason: unclaimed } : {}),
    ...(kind === 'move' && milestone !== ''
      ? { milestone: milestone === NO_MILESTONE ? null : milestone }
      : {}),
    ...(kind === 'decide' && decided ? { decision: decided } : {}),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  }
}
