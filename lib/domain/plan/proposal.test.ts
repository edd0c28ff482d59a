import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, type Input, proposalOf } from './proposal.ts'
import { realisticCase } from './testing.ts'

const one = (ref: number, facts: Partial<Candidate> = {}): Candidate => ({
  ref,
  weight: 2,
  split: false,
  team: 'connectivity',
  assignees: [],
  dri: 'cindy',
  refusal: null,
  ...facts,
})
const INPUT: Input = {
  title: '19.8',
  candidates: [],
  teams: [
    { key: 'connectivity', name: 'Health & Connectivity', left: 5 },
    { key: 'gateway', name: 'Gateway Services', left: 3 },
  ],
  people: [
    { key: 'cindy', name: 'Cindy Halim', left: 3 },
    { key: 'newick', name: 'Newick Lee', left: 4 },
    { key: 'patrick', name: 'Patrick Cyiza', left: 3 },
  ],
  places: [
    { person: 'cindy', team: 'connectivity', share: 1 },
    { person: 'newick', team: 'connectivity', share: 1 },
    { person: 'patrick', team: 'gateway', share: 1 },
  ],
}
const proposed = (...candidates: Candidate[]) => proposalOf({ ...INPUT, candidates })

test('fits what it can by rank, keeps DRIs, gives the rest to the member with the most room, and says why not', () => {
  const { picks, leftOut, leftOfTeam, leftOfPerson } = proposed(
    one(1),
    one(2),
    one(3, { dri: null }),
    one(4, { dri: 'newick' }),
    one(5, { team: 'gateway', dri: null, weight: 3 }),
    one(6, { team: 'gateway', dri: null, weight: 1 }),
    one(7, { dri: 'mohamed' }),
    one(8, { refusal: { code: 'not_ready', because: 'It is in design.' } }),
    one(9, { dri: 'cindy', weight: 1 }),
  )
  expect(picks).toEqual([
    { ref: 1, dri: 'cindy', isNewDri: false, weight: 2 },
    { ref: 3, dri: 'newick', isNewDri: true, weight: 2 },
    { ref: 5, dri: 'patrick', isNewDri: true, weight: 3 },
    { ref: 9, dri: 'cindy', isNewDri: false, weight: 1 },
  ])
  expect(leftOut.map(({ ref, because }) => [ref, because])).toEqual([
    [2, 'Cindy Halim has 1 left. It needs 2.'],
    [4, 'Health & Connectivity has 1 left. It needs 2.'],
    [6, 'Gateway Services has none left. It needs 1.'],
    [7, 'Health & Connectivity has 1 left. It needs 2.'],
    [8, 'It is in design.'],
  ])
  expect([...leftOfTeam, ...leftOfPerson]).toEqual([
    ['connectivity', 0],
    ['gateway', 0],
    ['cindy', 0],
    ['newick', 2],
    ['patrick', 0],
  ])
})

test('who has no capacity in the milestone takes none, and work is shared by its assignees', () => {
  expect(proposed(one(1, { dri: 'mohamed' })).leftOut[0]?.because).toBe('mohamed has none left. It needs 2.')
  const { picks, leftOfPerson } = proposed(
    one(1, { dri: 'cindy', assignees: ['cindy', 'newick'], weight: 3 }),
  )
  expect(picks[0]).toMatchObject({ dri: 'cindy', isNewDri: false })
  expect([...leftOfPerson.values()]).toEqual([1.5, 2.5, 3])
})

test('a proposal never exceeds a capacity, of a team or a person, and tells of each candidate once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 60 }), (seed, count) => {
      const input = realisticCase(seed, count)
      const { picks, leftOut, leftOfTeam, leftOfPerson } = proposalOf(input)
      for (const left of [...leftOfTeam.values(), ...leftOfPerson.values()])
        expect(left).toBeGreaterThanOrEqual(0)
      const told = [...picks, ...leftOut].map(({ ref }) => ref).toSorted((a, b) => a - b)
      expect(told).toEqual(input.candidates.map(({ ref }) => ref))
      const taken = picks.reduce((sum, { weight }) => sum + weight, 0)
      const room = input.teams.reduce((sum, { left }) => sum + left, 0)
      expect(taken).toBeLessThanOrEqual(Math.round(room * 100) / 100)
    }),
  )
})

test('what is left out by room would not fit once all is picked either', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const input = realisticCase(seed, 30)
      const { leftOut, leftOfTeam, leftOfPerson } = proposalOf(input)
      const again = proposalOf({
        ...input,
        candidates: input.candidates.filter(({ ref }) => leftOut.some((out) => out.ref === ref)),
        teams: input.teams.map((room) => ({ ...room, left: leftOfTeam.get(room.key) ?? 0 })),
        people: input.people.map((room) => ({ ...room, left: leftOfPerson.get(room.key) ?? 0 })),
      })
      expect(again.picks).toEqual([])
    }),
  )
})
