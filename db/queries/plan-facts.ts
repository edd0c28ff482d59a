import type { PlanSession } from '#lib/contract/plan-session.ts'
import type { PlanCandidate } from '#lib/contract/plan.ts'
import type { Cut } from '#lib/domain/plan/cut-line.ts'
import { clockIn, dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import type { SessionRow } from './plan-session.ts'
import type { Candidate } from './plan-work.ts'

/** All in weight. `picked`: Deliverables, and what is done. */
export type Room = { key: string; name: string; capacity: number; picked: number; left: number }

export function candidateFacts(one: Candidate, cut: Cut): PlanCandidate {
  const { rank, card, type, priority, severity, state, spike, unweighted, deliverable } = one
  const { reasons, why, pm, slippedFrom, ref, refusal } = one
  return {
    rank,
    card,
    type,
    priority,
    severity,
    state,
    spike,
    unweighted,
    deliverable,
    refusal: refusal && { rule: refusal.code, because: refusal.because },
    reasons,
    why,
    pm,
    slippedFrom,
    over: cut.over.get(ref) ?? null,
    below: cut.below.has(ref),
    loads: one.loads.map(({ team, person, weight }) => ({ team, person, weight })),
  }
}

export const teamRoom = ({ key, ...room }: Room) => ({ team: key, ...room })
export const personRoom = ({ key, ...room }: Room) => ({ person: key, ...room })

/** What all candidates take of a team. */
export const weightIn = (candidates: readonly Candidate[], team: string): number =>
  sum(candidates.flatMap(({ loads }) => loads.flatMap((load) => (load.team === team ? load.weight : []))))

export function sessionFacts(ctx: Ctx, { at, startedAt, endedAt, by, invited }: SessionRow): PlanSession {
  return {
    at,
    day: dayIn(ctx.group.zone, at),
    time: clockIn(ctx.group.zone, at),
    by,
    invited: invited.map(({ person, name, accepted }) => ({ person, name, accepted })),
    startedAt,
    endedAt,
  }
}

/** Weights are hundredths at the finest. */
export const sum = (weights: readonly number[]): number =>
  Math.round(weights.reduce((all, weight) => all + weight, 0) * 100) / 100
