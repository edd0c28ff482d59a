import { Failure } from '#lib/kit/failure.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { drawBoundary } from '../commands/boundaries.ts'
import { confirmCapacity } from '../commands/capacity/confirm.ts'
import { setDuty } from '../commands/capacity/duty.ts'
import { setLanes, weighCarryOver } from '../commands/capacity/lanes.ts'
import { overrideCapacity } from '../commands/capacity/override.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { startMembership } from '../commands/memberships.ts'
import { addScopeArea } from '../commands/teams.ts'
import { addDayOff, setWorkingTime } from '../commands/working-times.ts'
import type { Ctx } from '../context.ts'

const group = 'custom-models'
type Act = (ctx: Ctx, what: number) => Promise<unknown>

const MILESTONES = ['18.8', '18.9'] as const
const PEOPLE = ['julie', 'cindy', 'newick'] as const
const TEAMS = ['model-selection', 'gateway-services', 'connectivity'] as const
// safe because the remainder is within the list
const of = <T>(list: readonly T[], what: number): T => list[what % list.length] as T

/** What the ownership map and the grid of capacity are made of. */
const ACTS: readonly Act[] = [
  (ctx, what) =>
    overrideCapacity(ctx, {
      group,
      milestone: of(MILESTONES, what),
      person: of(PEOPLE, what),
      term: 'triageDays',
      value: what % 4 === 0 ? null : what % 5,
      reason: `Reason ${what}`,
    }),
  (ctx, what) =>
    setLanes(ctx, {
      group,
      milestone: of(MILESTONES, what),
      lanes: what % 3 === 0 ? [] : [{ team: of(TEAMS, what), priority: what % 5, weight: 1 + (what % 9) }],
    }),
  (ctx, what) =>
    setDuty(ctx, {
      group,
      team: of(TEAMS, what),
      week: addDays('2026-01-05', 7 * (what % 5)),
      person: of([...PEOPLE, null], what),
    }),
  (ctx, what) => confirmCapacity(ctx, { group, milestone: of(MILESTONES, what), person: 'mohamed' }),
  (ctx, what) =>
    weighCarryOver(ctx, { group, milestone: '18.9', ref: 1 + (what % 5), weight: of([null, 1, 2], what) }),
  (ctx, what) => addScopeArea(ctx, { team: of(TEAMS, what), name: `Area ${what}` }),
  (ctx, what) =>
    drawBoundary(ctx, { area: `Area ${what}`, owner: 'Infra', relationship: 'They build it', team: null }),
  (ctx, what) =>
    setWorkingTime(ctx, {
      group,
      person: of(PEOPLE, what),
      from: addDays('2026-01-01', what % 30),
      week: [2, 2, 2, 2, what % 3, 0, 0],
    }),
  (ctx, what) => addDayOff(ctx, { group, day: addDays('2026-01-01', what % 40), name: `Day ${what}` }),
  (ctx, what) =>
    changeGroup(ctx, { group, focusFactor: of([0.7, 0.8, 1], what), triageShare: of([40, 50], what) }),
  (ctx, what) =>
    startMembership(ctx, {
      team: of(TEAMS, what),
      person: of(PEOPLE, what),
      kind: 'supporting',
      percent: 10,
      from: addDays('2026-01-01', what % 20),
    }),
]

/** Does one of them as the engineering manager; what the rules refuse changes nothing. */
export async function planAtRandom(ctx: Ctx, { act, what }: { act: number; what: number }): Promise<void> {
  try {
    await of(ACTS, act)(ctx, what)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}
