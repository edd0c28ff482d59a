import type { CapacityView, Overridden } from '#lib/contract/capacity.ts'
import { loadOf } from '#lib/domain/capacity/load.ts'
import type { Capacity, Row } from '#lib/domain/capacity/terms.ts'
import { velocityCheck } from '#lib/domain/capacity/velocity.ts'
import { isOver } from '#lib/domain/milestones.ts'
import { weightOf } from '#lib/domain/weight.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { sum, teamsOf, weightOn } from './capacity-load.ts'
import { capacityRecord } from './capacity-record.ts'
import { capacityIn, type CapacityTerms, capacityTerms, type Timebox } from './capacity-terms.ts'
import { type Candidate, candidatesIn, type Carried, carriedInto } from './capacity-work.ts'
import { commitmentsFor } from './commitments.ts'
import { keptUntilChange } from './kept.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

/** How many milestones velocity looks back. */
const PAST = 3

/** @throws refused for a shelf */
export async function readCapacity(ctx: Ctx, { milestone }: { milestone: string }): Promise<CapacityView> {
  const { box, earlier } = await boxesFor(ctx, milestone)
  const [before] = earlier
  const over = earlier.filter((one) => isOver(milestoneFacts(one), todayOf(ctx))).slice(0, PAST)
  const [terms, { teams, people, confirmed, ...kept }, candidates, carried] = await Promise.all([
    capacityTerms(ctx, over.at(-1)?.startOn ?? box.startOn, box.dueOn),
    capacityRecord(ctx, box),
    candidatesIn(ctx, Number(box.id)),
    before ? carriedInto(ctx, Number(box.id), Number(before.id)) : [],
  ])
  const capacity = capacityIn(terms, box)
  const loads = loadOf(candidates, capacity.rows)
  const names = new Map(people.map(({ handle, name }) => [handle, name]))
  return {
    milestone: milestoneFacts(box),
    focus: terms.focus,
    triageShare: Math.round(terms.triageShare * 100),
    daysPerWeight: terms.daysPerWeight,
    weeks: [...capacity.weeks],
    rows: capacity.rows.map((row) => ({
      ...rowFacts(row),
      name: names.get(row.person) ?? row.person,
      load: weightOn(loads, row),
    })),
    teams: teamsOf(teams, capacity, loads),
    total: {
      availableDays: capacity.availableDays,
      weight: capacity.weight,
      load: sum(candidates.map(weightOf)),
      withoutTeam: sum(loads.flatMap(({ team, weight }) => (team === null ? weight : []))),
      unweighted: candidates.filter(({ unweighted }) => unweighted).length,
    },
    ...kept,
    confirmations: [...new Set(capacity.rows.map(({ person }) => person))].map((person) => ({
      person,
      name: names.get(person) ?? person,
      confirmedAt: confirmed.find((one) => one.person === person)?.at ?? null,
    })),
    carryOver: before ? carryOverFacts(before.title, carried) : null,
    laneLoad: laneLoadOf(candidates),
    velocity: await velocityOf(ctx, terms, over, capacity),
  }
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptCapacity = keptUntilChange(readCapacity)

/** The lines of one person, one for each team, and what stands in the place of their terms. */
export async function capacityOfPerson(
  ctx: Ctx,
  box: Timebox,
  person: string,
): Promise<Omit<Overridden, 'event'>> {
  const [terms, { overrides }] = await Promise.all([
    capacityTerms(ctx, box.startOn, box.dueOn, person),
    capacityRecord(ctx, box),
  ])
  return {
    rows: capacityIn(terms, box).rows.map(rowFacts),
    overrides: overrides.filter((one) => one.person === person),
  }
}

/** A timebox and those before it, the latest first: of the first of them open Deliverables are carried over. */
export async function boxesFor(ctx: Ctx, milestone: string) {
  const all = await milestonesOf(ctx)
  const box = boxOf(all, milestone)
  return { box, earlier: all.filter(isTimebox).filter(({ dueOn }) => dueOn < box.startOn) }
}

const isTimebox = (one: MilestoneRow): one is MilestoneRow & Timebox =>
  one.startOn !== null && one.dueOn !== null

function boxOf(all: readonly MilestoneRow[], slug: string): MilestoneRow & Timebox {
  const found = all.find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  if (isTimebox(found)) return found
  throw new Failure('refused', `${found.title} is a shelf. Shelves have no capacity.`, { rule: 'no_days' })
}

const rowFacts = ({ weeks, overridden, ...row }: Row) => ({
  ...row,
  overridden: [...overridden],
  weeks: weeks.map((week) => ({ ...week, overridden: [...week.overridden] })),
})

function carryOverFacts(from: string, carried: readonly Carried[]): CapacityView['carryOver'] {
  const shown = carried.filter((one) => one.shown)
  return {
    from,
    weight: sum(carried.map(weightOf)),
    left: sum(carried.map((one) => one.left ?? weightOf(one))),
    issues: shown.map(({ ref, title, weight, left, team }) => ({ ref, title, weight, left, team })),
    notShown: carried.length - shown.length,
  }
}

function laneLoadOf(candidates: readonly Candidate[]): CapacityView['laneLoad'] {
  const lanes = new Map<string, CapacityView['laneLoad'][number]>()
  for (const one of candidates) {
    const { team, priority } = one
    const lane = lanes.get(`${team} ${priority}`) ?? { team, priority, weight: 0 }
    lanes.set(`${team} ${priority}`, { ...lane, weight: lane.weight + weightOf(one) })
  }
  return [...lanes.values()].filter(({ weight }) => weight > 0)
}

async function velocityOf(
  ctx: Ctx,
  terms: CapacityTerms,
  over: readonly (MilestoneRow & Timebox)[],
  capacity: Capacity,
): Promise<CapacityView['velocity']> {
  if (over.length === 0) return { weight: null, past: [] }
  const past = await Promise.all(
    over.map(async (box) => ({
      title: box.title,
      doneWeight: (await commitmentsFor(ctx, box))?.completed.weight ?? 0,
      availableDays: capacityIn(terms, box).availableDays,
    })),
  )
  return { weight: velocityCheck(past, capacity.availableDays), past }
}
