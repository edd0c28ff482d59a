import type { Plan, PlanCandidate } from '#lib/contract/plan.ts'

type Facts = Partial<Omit<PlanCandidate, 'card' | 'rank'>> & { weight?: number | null }

/** A candidate of the team Health that is ready to be made, unless said otherwise. */
export function candidate(ref: number, { weight = 2, ...facts }: Facts = {}) {
  return {
    type: 'feature' as const,
    priority: 1,
    severity: null,
    state: 'ready-for-development' as const,
    spike: false,
    unweighted: weight === null,
    deliverable: null,
    refusal: null,
    reasons: [],
    why: 'priority 1',
    pm: null,
    slippedFrom: null,
    over: null,
    below: false,
    loads: [{ team: 'selection', person: 'julie', weight: weight ?? 0 }],
    ...facts,
    card: { ref, title: `Piece ${ref}`, weight, team: 'selection', dri: null, assignees: [] as string[] },
  }
}

/** What the list and the meters read of a plan: one team with room for 6, of which 1 is taken. */
export function viewOf(candidates: readonly ReturnType<typeof candidate>[]) {
  const room = { capacity: 6, picked: 1, left: 5 }
  return {
    // safe because nothing that is tested with these reads more of a card
    candidates: candidates.map((one, at) => ({ ...one, rank: at + 1 })) as unknown as PlanCandidate[],
    teams: [{ team: 'selection', name: 'Selection', ...room, candidates: 8 }],
    total: { ...room, candidates: 3, weight: 8, unweighted: 0, deliverables: 0 },
    cut: { below: 1, places: [] },
    mix: { target: null, picked: null, candidates: null } as Plan['mix'],
  }
}
