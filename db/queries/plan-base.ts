import type { Load } from '#lib/domain/capacity/load.ts'
import type { Capacity } from '#lib/domain/capacity/terms.ts'
import { currentOf, nextOf } from '#lib/domain/milestones.ts'
import { cutLine, type Cut } from '#lib/domain/plan/cut-line.ts'
import { whyNotPlan } from '#lib/domain/plan/rules.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { boardsOf } from './boards-list.ts'
import { capacityIn, capacityTerms } from './capacity-terms.ts'
import { planningLabels } from './capacity-work.ts'
import { lookupsOf } from './lookups.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { type Room, sum } from './plan-facts.ts'
import { type Candidate, planWork } from './plan-work.ts'

export type PlanBase = {
  milestone: MilestoneRow & { startOn: PlainDate; dueOn: PlainDate }
  before: MilestoneRow | null
  milestones: readonly MilestoneRow[]
  today: PlainDate
  boards: { planning: string | null; build: string | null }
  lookups: Awaited<ReturnType<typeof lookupsOf>>
  capacity: Capacity
  /** By rank; of everybody. */
  candidates: readonly Candidate[]
  teams: Room[]
  people: Room[]
  total: Omit<Room, 'key' | 'name'>
  cut: Cut
}

/** What the plan of a milestone and a proposal for it are made of; sums are the group's. @throws refused for a shelf */
export async function planBase(ctx: Ctx, slug: string): Promise<PlanBase> {
  const [milestones, boards, lookups] = await Promise.all([milestonesOf(ctx), boardsOf(ctx), lookupsOf(ctx)])
  const milestone = timeboxOf(milestones, slug)
  const today = todayOf(ctx)
  const boardOf = (kind: 'planning' | 'build') => boards.find((one) => one.kind === kind)?.slug ?? null
  const planning = boardOf('planning')
  const [terms, asks] = await Promise.all([
    capacityTerms(ctx, milestone.startOn, milestone.dueOn),
    planningLabels(ctx),
  ])
  const capacity = capacityIn(terms, milestone)
  const earlier = milestones.filter(({ startOn }) => startOn !== null && startOn < milestone.startOn)
  const { open, done } = await planWork(ctx, {
    milestone,
    current: currentOf(milestones, today),
    next: nextOf(milestones, today),
    earlier: earlier.flatMap((one) => conditionOf(ctx, one)),
    before: new Set(earlier.map(({ slug }) => slug)),
    labels: lookups.labels,
    asks,
    capacity,
  })
  const rooms = roomsOf(capacity, open, done, lookups)
  const cut = cutLine(
    open.map(({ ref, loads, deliverable }) => ({ ref, loads, committed: deliverable !== null })),
    rooms.teams.map(({ key, name, left }) => ({ team: key, name, left })),
    rooms.total.left,
  )
  const before = earlier[0] ?? null
  const slugs = { planning, build: boardOf('build') }
  return {
    milestone,
    before,
    milestones,
    today,
    boards: slugs,
    lookups,
    capacity,
    candidates: open,
    ...rooms,
    cut,
  }
}

function timeboxOf(all: readonly MilestoneRow[], slug: string): PlanBase['milestone'] {
  const found = all.find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { startOn, dueOn } = found
  if (startOn !== null && dueOn !== null) return { ...found, startOn, dueOn }
  insist(whyNotPlan({ ...milestoneFacts(found), closed: false }))
  throw notFound(`The plan of ${found.title}`)
}

/** What was on the board of a milestone that has begun and is not frozen: by now, or by its end. */
function conditionOf(ctx: Ctx, { id, title, startOn, dueOn, frozenAt }: MilestoneRow) {
  if (startOn === null || dueOn === null || frozenAt !== null) return []
  const from = startOfDay(ctx.group.zone, startOn)
  if (from > ctx.now) return []
  // what happens at this very moment has happened
  const now = new Date(ctx.now.getTime() + 1)
  const end = endOfDay(ctx.group.zone, dueOn)
  return [{ title, milestone: id, from, to: end < now ? end : now }]
}

function roomsOf(
  capacity: Capacity,
  open: readonly Candidate[],
  done: readonly Load[],
  { teams, people }: PlanBase['lookups'],
) {
  const committed = [...open.flatMap(({ deliverable, loads }) => (deliverable ? loads : [])), ...done]
  const picked = (is: (load: Load) => boolean) => sum(committed.filter(is).map(({ weight }) => weight))
  const room = (key: string, name: string, all: number, taken: number): Room => ({
    key,
    name,
    capacity: all,
    picked: taken,
    left: sum([all, -taken]),
  })
  const persons = [...new Set(capacity.rows.map(({ person }) => person))]
  const all = picked(() => true)
  return {
    teams: teams.map(({ slug, name }) => {
      const own = capacity.teams.find(({ team }) => team === slug)?.weight ?? 0
      return room(
        slug,
        name,
        own,
        picked(({ team }) => team === slug),
      )
    }),
    people: persons.map((handle) => {
      const own = sum(capacity.rows.flatMap(({ person, weight }) => (person === handle ? weight : [])))
      const name = people.find((one) => one.handle === handle)?.name ?? handle
      return room(
        handle,
        name,
        own,
        picked(({ person }) => person === handle),
      )
    }),
    total: { capacity: capacity.weight, picked: all, left: sum([capacity.weight, -all]) },
  }
}
