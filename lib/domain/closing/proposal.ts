import type { SlipReason } from './reasons.ts'

/** What the record says of an issue that was not completed. */
export type SlipFacts = {
  /** How it went, in words, where it was taken off the board or closed as something else than done. */
  dropped: string | null
  blockedNow: boolean
  /** Days for which it was blocked within the milestone. */
  blockedDays: number
  /** Days within the milestone on which its DRI was away. */
  awayDays: number
  weight: number | null
  /** The weight with which it came on the Build Board, null where it had none. */
  firstWeight: number | null
}

export type Proposal = { reason: SlipReason; because: string }

const LONG_WAIT = 3
const LONG_ABSENCE = 3

/**
 * A reason that the record suggests, with what suggests it; null where it suggests none. A proposal: the engineering manager
 * decides.
 */
export function proposedReason(facts: SlipFacts): Proposal | null {
  const { dropped, blockedNow, blockedDays, awayDays, weight, firstWeight } = facts
  if (dropped !== null) return { reason: 'deprioritised', because: dropped }
  if (blockedNow) {
    return {
      reason: 'blocked',
      because: blockedDays > 0 ? `Blocked for ${days(blockedDays)}.` : 'It is blocked.',
    }
  }
  if (weight !== null && firstWeight !== null && weight > firstWeight) {
    return { reason: 'bigger', because: `Weight ${weight}, ${firstWeight} when it came on the board.` }
  }
  if (blockedDays >= LONG_WAIT) return { reason: 'blocked', because: `Blocked for ${days(blockedDays)}.` }
  if (awayDays >= LONG_ABSENCE)
    return { reason: 'time_off', because: `The DRI was away for ${days(awayDays)}.` }
  return null
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
