import type { Work } from '../capacity/load.ts'
import type { Override } from '../capacity/terms.ts'
import { joined, overlaps, type TimeOffDays } from '../time-off.ts'
import { entriesWithout } from './away.ts'
import type { SandboxChange } from './changes.ts'

type Away = TimeOffDays & { person: string }
/** `picked`: it is a Deliverable, or done. */
type Planned = Work & { picked: boolean }

/** What the capacity and the load of one milestone are computed from, as far as a sandbox changes it. */
export type Plan<W extends Planned = Planned> = {
  away: readonly Away[]
  /** Of the milestone alone. */
  overrides: readonly Override[]
  /** Everyone who gives time to a team in the milestone. */
  people: readonly string[]
  /** The candidates. */
  work: readonly W[]
}

/**
 * The plan as it would be: each change upon what those before it left, as applying does it. Nothing else moves; without
 * changes it is the plan itself.
 *
 * @param issues those that changes make candidates, by number; what is not there stays out
 */
export function overlay<W extends Planned>(
  plan: Plan<W>,
  changes: readonly SandboxChange[],
  issues: ReadonlyMap<number, W>,
): Plan<W> {
  return changes.reduce((before, change) => changed(before, change, issues), plan)
}

function changed<W extends Planned>(
  plan: Plan<W>,
  change: SandboxChange,
  issues: ReadonlyMap<number, W>,
): Plan<W> {
  switch (change.what) {
    case 'timeOff':
      return { ...plan, away: withAway(plan.away, change) }
    case 'timeOffCut':
      return { ...plan, away: withoutAway(plan.away, change) }
    case 'override':
      return { ...plan, overrides: withOverride(plan.overrides, change) }
    case 'focus':
      return {
        ...plan,
        overrides: unfocused(plan).reduce<readonly Override[]>(
          (overrides, person) =>
            withOverride(overrides, { person, team: null, weekOn: null, term: 'focus', value: change.value }),
          plan.overrides,
        ),
      }
    case 'candidate':
      return { ...plan, work: withCandidate(plan.work, change, issues) }
    case 'dri':
      return { ...plan, work: withFacts(plan.work, change.ref, { dri: change.person }) }
    case 'deliverable':
      return { ...plan, work: withFacts(plan.work, change.ref, { picked: change.isIn }) }
  }
}

/** A day away is away once, however many entries name it. */
function withAway(all: readonly Away[], { person, ...change }: Away): readonly Away[] {
  const days = {
    fromOn: change.fromOn,
    toOn: change.toOn,
    fromNoon: change.fromNoon,
    untilNoon: change.untilNoon,
  }
  const met = all.filter((one) => one.person === person && overlaps(one, days))
  return [...all.filter((one) => !met.includes(one)), { person, ...joined(days, met) }]
}

const withoutAway = (all: readonly Away[], days: Away): readonly Away[] =>
  all.flatMap((one) => (one.person === days.person ? entriesWithout([one], days) : [one]))

const withFacts = <W extends Planned>(
  work: readonly W[],
  ref: number,
  facts: Partial<Pick<Planned, 'dri' | 'picked'>>,
): readonly W[] => work.map((one) => (one.ref === ref ? { ...one, ...facts } : one))

function withOverride(all: readonly Override[], next: Override): readonly Override[] {
  const { person, team, weekOn, term, value } = next
  const others = all.filter(
    (one) => !(one.person === person && one.team === team && one.weekOn === weekOn && one.term === term),
  )
  return [...others, { person, team, weekOn, term, value }]
}

/** People whose focus is the group’s. */
export const unfocused = ({ people, overrides }: Pick<Plan, 'people' | 'overrides'>): string[] => {
  const own = new Set(overrides.flatMap(({ person, term }) => (term === 'focus' ? person : [])))
  return people.filter((person) => !own.has(person))
}

function withCandidate<W extends Planned>(
  work: readonly W[],
  { ref, isIn }: { ref: number; isIn: boolean },
  issues: ReadonlyMap<number, W>,
): readonly W[] {
  const others = work.filter((one) => one.ref !== ref)
  const added = issues.get(ref)
  if (!isIn) return others
  return added && others.length === work.length ? [...work, added] : work
}
