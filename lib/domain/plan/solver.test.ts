import { expect, test } from 'vitest'
import { loadOf } from '../capacity/load.ts'
import { type Candidate, type Input, proposalOf } from './proposal.ts'
import { realisticCase } from './testing.ts'

const COUNT = 14
/** What a candidate is worth: most at the top of the ranking, in proportion to the work it stands for. */
const worth = (place: number, weight: number) => (COUNT - place) * weight

type Left = Map<string, number>

/** The best selection there is, looking at all of them; DRIs that are missing are chosen as well. */
function best({ candidates, teams, people, places }: Input): number {
  const left: Left = new Map([...teams, ...people].map((room) => [room.key, Math.round(room.left * 100)]))
  const upper = candidates.map((_, at) =>
    candidates.slice(at).reduce((sum, one, next) => sum + worth(at + next, one.weight ?? 0), 0),
  )
  let most = 0
  const look = (at: number, value: number) => {
    most = Math.max(most, value)
    const one = candidates[at]
    if (!one || value + (upper[at] ?? 0) <= most) return
    for (const person of workersOf(one, places)) {
      const parts = loadOf([{ ...one, dri: person }], places).flatMap(({ team, person: who, weight }) => [
        { key: team ?? '', need: Math.round(weight * 100) },
        { key: who ?? '', need: Math.round(weight * 100) },
      ])
      if (parts.some(({ key, need }) => need > (left.get(key) ?? 0))) continue
      for (const { key, need } of parts) left.set(key, (left.get(key) ?? 0) - need)
      look(at + 1, value + worth(at, one.weight ?? 0))
      for (const { key, need } of parts) left.set(key, (left.get(key) ?? 0) + need)
    }
    look(at + 1, value)
  }
  look(0, 0)
  return most
}

const workersOf = ({ dri, team }: Candidate, places: Input['places']): string[] =>
  dri === null ? places.flatMap((one) => (one.team === team ? one.person : [])) : [dri]

/** The reason for filling greedily instead of adding a solver: `DECISIONS.md` says the same figures. */
test('of 50 realistic milestones, filling by rank comes within a few percent of the best selection', () => {
  const shares = Array.from({ length: 50 }, (_, seed) => {
    const input = realisticCase(seed + 1, COUNT)
    const place = new Map(input.candidates.map(({ ref }, at) => [ref, at]))
    const value = proposalOf(input).picks.reduce(
      (sum, { ref, weight }) => sum + worth(place.get(ref) ?? 0, weight),
      0,
    )
    return value / best(input)
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  expect(mean).toBeGreaterThan(0.95)
  expect(Math.min(...shares)).toBeGreaterThan(0.7)
})
