import { loadOf, type Work } from '../capacity/load.ts'

/** A candidate, as the ranking has it. People by handle, teams by slug. */
export type Candidate = Work & {
  /** Why it cannot be selected, but for a DRI that is missing. */
  refusal: { code: string; because: string } | null
}

/** A functional team or a person, with what is left beside what is committed; in weight. */
export type Room = { key: string; name: string; left: number }
/** Who gives which share of their time to which team. */
export type Place = { person: string; team: string; share: number }

export type Input = {
  /** By rank, without what is committed already. */
  candidates: readonly Candidate[]
  teams: readonly Room[]
  /** Those who have a capacity in the milestone. */
  people: readonly Room[]
  places: readonly Place[]
  /** Title of the milestone. */
  title: string
}

export type Pick = { ref: number; dri: string; isNewDri: boolean; weight: number }
export type LeftOut = { ref: number; code: string; because: string }
export type Proposal = {
  picks: Pick[]
  leftOut: LeftOut[]
  /** What would be left, by team and by person. */
  leftOfTeam: Map<string, number>
  leftOfPerson: Map<string, number>
}

/**
 * Handbook › Build Board: "The EM selects issues from the Planning Board …": what fits, from the first of the ranking to the
 * last, each only where its team and all who would work on it have room for it. Time off is in their capacity. DRI and
 * assignees stay; what has neither gets the member of its team with the most room. A proposal never exceeds a capacity.
 */
export function proposalOf(input: Input): Proposal {
  const state = {
    teams: new Map(input.teams.map(({ key, left }) => [key, cents(left)])),
    people: new Map(input.people.map(({ key, left }) => [key, cents(left)])),
  }
  const picks: Pick[] = []
  const leftOut: LeftOut[] = []
  for (const one of input.candidates) {
    const found = one.refusal ?? place(one, input, state)
    if ('because' in found) leftOut.push({ ref: one.ref, code: found.code, because: found.because })
    else picks.push(found)
  }
  const weights = (map: Map<string, number>) => new Map([...map].map(([key, left]) => [key, left / HUNDRED]))
  return { picks, leftOut, leftOfTeam: weights(state.teams), leftOfPerson: weights(state.people) }
}

type State = { teams: Map<string, number>; people: Map<string, number> }
type Refused = { code: string; because: string }

function place(one: Candidate, input: Input, state: State): Pick | Refused {
  const weight = one.split ? 0 : (one.weight ?? 0)
  const [worker] = one.assignees
  const known = one.dri ?? worker
  if (known !== undefined) {
    const refused = whyNoRoom(one, input, state)
    if (refused) return refused
    take(one, input, state)
    return { ref: one.ref, dri: known, isNewDri: one.dri === null, weight }
  }
  for (const { key } of membersOf(one.team, input, state)) {
    const theirs = { ...one, dri: key }
    if (whyNoRoom(theirs, input, state)) continue
    take(theirs, input, state)
    return { ref: one.ref, dri: key, isNewDri: true, weight }
  }
  return noMember(one, input, state, weight)
}

/** Those who could drive it, the one with the most room first. */
function membersOf(team: string | null, { people, places }: Input, state: State): Room[] {
  const members = people.filter(
    ({ key }) =>
      team === null || places.some((one) => one.person === key && one.team === team && one.share > 0),
  )
  const leftOf = ({ key }: Room) => state.people.get(key) ?? 0
  return members.toSorted((a, b) => leftOf(b) - leftOf(a) || (a.name < b.name ? -1 : 1))
}

function whyNoRoom(one: Candidate, input: Input, state: State): Refused | null {
  for (const { person, team, weight } of loadOf([one], input.places)) {
    const inTeam = team === null ? 0 : (state.teams.get(team) ?? 0)
    const ofPerson = person === null ? 0 : (state.people.get(person) ?? 0)
    const need = cents(weight)
    if (need > inTeam) return noRoom('no_team_room', nameOf(input.teams, team), inTeam, weight)
    if (need > ofPerson) return noRoom('no_person_room', nameOf(input.people, person), ofPerson, weight)
  }
  return null
}

function take(one: Candidate, { places }: Input, { teams, people }: State): void {
  for (const { person, team, weight } of loadOf([one], places)) {
    const need = cents(weight)
    if (team !== null) teams.set(team, (teams.get(team) ?? 0) - need)
    if (person !== null) people.set(person, (people.get(person) ?? 0) - need)
  }
}

const noRoom = (code: string, name: string, left: number, weight: number): Refused => ({
  code,
  because: `${name} has ${left > 0 ? left / HUNDRED : 'none'} left. It needs ${weight}.`,
})

function noMember(one: Candidate, input: Input, state: State, weight: number): Refused {
  const inTeam = one.team === null ? null : (state.teams.get(one.team) ?? 0)
  const name = nameOf(input.teams, one.team)
  if (inTeam !== null && cents(weight) > inTeam) return noRoom('no_team_room', name, inTeam, weight)
  const where = one.team === null ? 'No member of the group' : `No member of ${name}`
  return { code: 'no_member_room', because: `${where} has ${weight} left in ${input.title}.` }
}

const nameOf = (rooms: readonly Room[], key: string | null): string =>
  rooms.find((room) => room.key === key)?.name ?? key ?? 'The group'

/** Weights are hundredths at the finest. */
const HUNDRED = 100
const cents = (weight: number): number => Math.round(weight * HUNDRED)
