import type { Plan } from '#lib/contract/plan.ts'
import { type Mix, mixOf, MIXED } from '#lib/domain/plan/mix.ts'

import type { Picked } from '../picked.ts'
import type { Part } from './mix.tsx'

/**
 * What is picked by type of work, in percent of its weight, beside the target: what is a Deliverable already, and the
 * picks that can be made; all candidates while nothing is.
 */
export function mixWith(
  { candidates, mix }: Pick<Plan, 'candidates' | 'mix'>,
  { made }: Pick<Picked, 'made'>,
): { of: 'picks' | 'candidates'; parts: Part[] } {
  const chosen = [
    ...candidates.filter(({ deliverable }) => deliverable),
    ...made.map(({ candidate }) => candidate),
  ]
  const isNothing = chosen.length === 0 && mix.picked === null
  const work = (isNothing ? candidates : chosen).map(({ type, loads }) => ({
    type,
    weight: loads.reduce((sum, { weight }) => sum + weight, 0),
  }))
  // without picks it is the server's, which knows what is done as well
  const shares: Mix | null = made.length > 0 ? mixOf(work) : isNothing ? mix.candidates : mix.picked
  const parts = MIXED.map((type) => ({
    type,
    weight: work.reduce((sum, one) => (one.type === type ? sum + one.weight : sum), 0),
    share: shares?.[type] ?? 0,
    target: mix.target?.[type] ?? null,
  }))
  return { of: isNothing ? 'candidates' : 'picks', parts }
}
