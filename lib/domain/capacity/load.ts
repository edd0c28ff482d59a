import { weightOf } from '../weight.ts'

/** Work in a milestone: open, or done. What was closed otherwise is no load. */
export type Work = {
  ref: number
  weight: number | null
  split: boolean
  team: string | null
  assignees: readonly string[]
  dri: string | null
}

type Place = { person: string; team: string; share: number }

/** `null` stands for what has no person, or no team. Weights to a hundredth: two assignees have half of an issue each. */
export type Load = { person: string | null; team: string | null; weight: number; refs: readonly number[] }

/**
 * Whose capacity work takes: it is shared by its assignees, or falls to its DRI where none works on it yet. It counts for the
 * team that owns it; where none does, or the person is not in that team, for the team to which the person gives most.
 *
 * @param places who gives which share of their time to which team
 */
export function loadOf(work: readonly Work[], places: readonly Place[]): Load[] {
  const loads = new Map<
    string,
    { person: string | null; team: string | null; parts: number; refs: number[] }
  >()
  for (const one of work) {
    const people = one.assignees.length > 0 ? one.assignees : [one.dri]
    const parts = partsOf(weightOf(one) * HUNDRED, people.length)
    for (const [at, person] of people.entries()) {
      const team = teamFor(person, one.team, places)
      const key = `${team ?? ''}\n${person ?? ''}`
      const load = loads.get(key) ?? { person, team, parts: 0, refs: [] }
      load.parts += parts[at] ?? 0
      load.refs.push(one.ref)
      loads.set(key, load)
    }
  }
  return [...loads.values()].map(({ parts, ...load }) => ({ ...load, weight: parts / HUNDRED }))
}

const HUNDRED = 100

/** Whole parts that add up to the whole: the first have one more where it does not come out even. */
const partsOf = (whole: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(whole / count) + (at < whole % count ? 1 : 0))

function teamFor(person: string | null, owner: string | null, places: readonly Place[]): string | null {
  const own = places.filter((one) => one.person === person)
  if (own.length === 0 || own.some(({ team }) => team === owner)) return owner
  return own.toSorted((a, b) => b.share - a.share)[0]?.team ?? owner
}
