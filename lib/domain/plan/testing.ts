import type { Candidate, Input } from './proposal.ts'

/** A number below `most`, from a seed: the same each time. */
export function randomsFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

const TEAMS = ['selection', 'connectivity', 'gateway']

/** A milestone as groups have it: three teams, seven people of whom one serves two teams, ready work of weight 1 to 3. */
export function realisticCase(seed: number, count: number): Input {
  const random = randomsFrom(seed)
  const people = Array.from({ length: 7 }, (_, at) => `p${at}`)
  const places = people.flatMap((person, at) => {
    const team = TEAMS[at % 3] ?? ''
    if (at < 6) return [{ person, team, share: 1 }]
    return [
      { person, team, share: 0.6 },
      { person, team: TEAMS[1] ?? '', share: 0.4 },
    ]
  })
  const rooms = people.map((key) => ({ key, name: key, left: (40 + random(80)) / 20 }))
  const left = (team: string) =>
    places.reduce((sum, one) => {
      const room = rooms.find(({ key }) => key === one.person)
      return one.team === team ? sum + (room?.left ?? 0) * one.share : sum
    }, 0)
  const candidates = Array.from({ length: count }, (_, at): Candidate => {
    const team = TEAMS[random(3)] ?? ''
    const members = places.filter((one) => one.team === team)
    const known = random(10) < 7
    const dri = known ? (members[random(members.length)]?.person ?? null) : null
    return { ref: at + 1, weight: 1 + random(3), split: false, team, assignees: [], dri, refusal: null }
  })
  const teams = TEAMS.map((key) => ({ key, name: key, left: Math.round(left(key) * 10) / 10 }))
  return { candidates, teams, people: rooms, places, title: '19.8' }
}
