import type { Plan, PlanCandidate } from '#lib/contract/plan.ts'
import { NOBODY } from '#lib/domain/plan/selection.ts'

import type { Pick } from './plan-state.ts'

/** A pick beside its candidate, with the person who shall drive it; null keeps whom the issue has. */
export type PickedOne = { candidate: PlanCandidate; dri: string | null }
export type RefusedOne = PickedOne & { because: string; rule: string }

/** The picks, sorted into what one act can make and what a rule refuses, each in the order of the ranking. */
export type Picked = { made: readonly PickedOne[]; refused: readonly RefusedOne[]; refs: ReadonlySet<number> }

/** What is a Deliverable already, or has left the plan, is picked no longer. */
export function pickedOf(
  { candidates }: { candidates: readonly PlanCandidate[] },
  picks: readonly Pick[],
): Picked {
  const dris = new Map(picks.map(({ ref, dri }) => [ref, dri]))
  const made: PickedOne[] = []
  const refused: RefusedOne[] = []
  for (const candidate of candidates) {
    const dri = dris.get(candidate.card.ref)
    if (dri === undefined || candidate.deliverable) continue
    const one = { candidate, dri }
    const why = whyNotMade(one)
    if (why) refused.push({ ...one, because: why.because, rule: why.rule })
    else made.push(one)
  }
  return { made, refused, refs: new Set([...made, ...refused].map(({ candidate }) => candidate.card.ref)) }
}

/** A missing DRI is what the plan itself can give. */
const whyNotMade = ({ candidate: { refusal }, dri }: PickedOne): PlanCandidate['refusal'] =>
  refusal?.rule === NOBODY && dri !== null ? null : refusal

/** Who drives it once it is made. */
export const driOf = ({ candidate, dri }: PickedOne): string | null => dri ?? candidate.card.dri

/** Another person drives it by then. */
export const isHandedOver = ({ candidate: { card }, dri }: PickedOne): boolean =>
  dri !== null && card.dri !== null && dri !== card.dri

/** Capacity and what is picked of it, in weight: Deliverables, and the picks that can be made. Refused ones use none. */
export type Room = { capacity: number; picked: number }

export function roomsWith(view: Pick_<Plan, 'teams' | 'total'>, { made }: Pick_<Picked, 'made'>) {
  const added = new Map<string | null, number>()
  for (const { candidate } of made) {
    for (const { team, weight } of candidate.loads) added.set(team, (added.get(team) ?? 0) + weight)
  }
  const all = [...added.values()].reduce((sum, weight) => sum + weight, 0)
  return {
    teams: view.teams.map(({ team, name, capacity, picked }) => ({
      team,
      name,
      capacity,
      picked: picked + (added.get(team) ?? 0),
    })),
    total: { capacity: view.total.capacity, picked: view.total.picked + all },
    /** Weight of the picks alone. */
    added: all,
  }
}

type Pick_<T, K extends keyof T> = { [Key in K]: T[Key] }
