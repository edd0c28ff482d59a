import { cutLineWith } from '#lib/domain/plan/picks.ts'
import type { Plan, PlanCandidate } from '#lib/contract/plan.ts'

import type { Picked } from '../picked.ts'
import { shortTeams } from './short-teams.ts'

export type CandidateLine = {
  kind: 'candidate'
  candidate: PlanCandidate
  isPicked: boolean
  isRefused: boolean
  /** What the plan itself gives, null where the issue keeps whom it has. */
  dri: string | null
  /** “Health over by 0.5”; null for what has room, or is picked. */
  over: string | null
  isBelow: boolean
}
/** From here on nothing fits. `moving` are those that the act takes along. */
export type CutLine = { kind: 'cut'; moving: readonly number[] }
export type Line = CandidateLine | CutLine

type View = Pick<Plan, 'candidates' | 'teams' | 'total' | 'cut'>

/** The list from top to bottom: the candidates by rank, and between them the line. */
export function linesOf(view: View, picked: Picked): Line[] {
  const cut = cutOf(view, picked)
  const teams = [...shortTeams(view.teams).values()]
  // a line has room for the word by which its teams are told apart
  const shortened = (text: string) =>
    teams.reduce((words, { name, short }) => words.replace(name, short), text)
  const dris = new Map(
    [...picked.made, ...picked.refused].map(({ candidate, dri }) => [candidate.card.ref, dri]),
  )
  const refused = new Set(picked.refused.map(({ candidate }) => candidate.card.ref))
  const lines = view.candidates.map((candidate): CandidateLine => {
    const { ref } = candidate.card
    const isPicked = picked.refs.has(ref)
    return {
      kind: 'candidate',
      candidate,
      isPicked,
      isRefused: refused.has(ref),
      dri: dris.get(ref) ?? null,
      over: isPicked || candidate.deliverable ? null : shortened(cut.over.get(ref) ?? '') || null,
      isBelow: cut.below.has(ref),
    }
  })
  const first = lines.findIndex(({ isBelow }) => isBelow)
  if (first < 0) return lines
  return [...lines.slice(0, first), { kind: 'cut', moving: [...cut.below] }, ...lines.slice(first)]
}

type Cut = { over: ReadonlyMap<number, string>; below: ReadonlySet<number> }

/** Without picks it is the server's, which counts what this reader does not see as well. */
function cutOf({ candidates, teams, total }: View, { made, refs }: Picked): Cut {
  if (refs.size === 0) {
    return {
      over: new Map(candidates.flatMap(({ card, over }) => (over ? [[card.ref, over.text] as const] : []))),
      below: new Set(candidates.flatMap(({ card, below }) => (below ? [card.ref] : []))),
    }
  }
  const rows = candidates.map(({ card, loads, deliverable }) => ({
    ref: card.ref,
    loads,
    committed: deliverable !== null,
  }))
  const cut = cutLineWith(
    rows,
    { rooms: teams, left: total.left },
    {
      picks: refs,
      made: new Set(made.map(({ candidate }) => candidate.card.ref)),
    },
  )
  return { over: new Map([...cut.over].map(([ref, { text }]) => [ref, text])), below: cut.below }
}
