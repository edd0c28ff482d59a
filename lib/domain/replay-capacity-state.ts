import type { Instead, Lane } from './events/capacity.ts'

/** What events tell of capacity. */
export type CapacityState = {
  /** By milestone, person, team, week and term. */
  overrides: Map<string, Instead>
  /** By milestone. */
  lanes: Map<string, Lane[]>
  /** By milestone and issue: what is left of it. */
  carryOvers: Map<string, number>
  /** By team and Monday: whose triage it is. */
  duties: Map<string, string>
}

export const emptyCapacity = (): CapacityState => ({
  overrides: new Map(),
  lanes: new Map(),
  carryOvers: new Map(),
  duties: new Map(),
})

type Place = {
  milestone: string
  person: string
  team: string | null
  weekOn: string | null
  term: string
}

/** By what an override is known. */
export const overrideKey = ({ milestone, person, team, weekOn, term }: Place): string =>
  [milestone, person, team ?? '', weekOn ?? '', term].join(' ')
