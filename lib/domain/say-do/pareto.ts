import { SLIP_REASONS, type SlipReason, slipReasonTitle } from '../closing/reasons.ts'
import { type Commitment, type Sum, sumOf } from './parts.ts'

type Slipped = Pick<Commitment, 'outcome' | 'weight'> & { reason: SlipReason | null }

export type ParetoRow<C> = Sum & {
  /** Null for slips of which no reason is known. */
  reason: SlipReason | null
  title: string
  /** Of all slips up to this row, from 0 to 1, by number of issues. */
  cumulative: number
  issues: C[]
}

/** Why issues slipped, the most frequent reason first, equals in the order of law 10; those without a reason last. */
export function paretoOf<C extends Slipped>(all: readonly C[]): ParetoRow<C>[] {
  const slipped = all.filter(({ outcome }) => outcome === 'slipped')
  const given = SLIP_REASONS.map((reason) => ({
    reason,
    title: slipReasonTitle(reason),
    issues: slipped.filter((one) => one.reason === reason),
  })).toSorted((a, b) => b.issues.length - a.issues.length)
  const none = {
    reason: null,
    title: 'No reason given',
    issues: slipped.filter(({ reason }) => reason === null),
  }
  let seen = 0
  return [...given, none]
    .filter(({ issues }) => issues.length > 0)
    .map((row) => {
      seen += row.issues.length
      return { ...row, ...sumOf(row.issues), cumulative: seen / slipped.length }
    })
}
