import type { Plan, PlanStep } from '#lib/contract/plan.ts'
import { dayBefore } from '#lib/domain/plan/due-days.ts'
import { mixOf } from '#lib/domain/plan/mix.ts'
import { stepStates } from '#lib/domain/plan/step-states.ts'
import { settingsOf, STEP_TEXTS, whoDoes } from '#lib/domain/plan/steps.ts'
import { placesForExcess } from '#lib/domain/waterline.ts'
import type { Ctx } from '../context.ts'
import { absencesSoon } from './absences.ts'
import { capacityRecord } from './capacity-record.ts'
import { lastEvent } from './events.ts'
import { milestoneFacts } from './milestones.ts'
import { type PlanBase, planBase } from './plan-base.ts'
import { candidateFacts, personRoom, sessionFacts, sum, teamRoom, weightIn } from './plan-facts.ts'
import { mixTarget, offBefore, planBesides, planNotesOf } from './plan-record.ts'
import { type SessionRow, sessionOf } from './plan-session.ts'
import { stepFacts } from './plan-step-facts.ts'
import { ownSteps } from './plan-steps.ts'

/** The plan of a milestone: sums are the group's, the candidates those that the reader may see. */
export async function readPlan(ctx: Ctx, { milestone: slug }: { milestone: string }): Promise<Plan> {
  const event = await lastEvent(ctx)
  const base = await planBase(ctx, slug)
  const { milestone, milestones, lookups, candidates, cut } = base
  const [{ session, ...steps }, away, target] = await Promise.all([
    stepsOf(ctx, base),
    absencesSoon(ctx),
    mixTarget(ctx),
  ])
  const shown = candidates.filter((one) => one.shown)
  const { labels, people, teams, epics } = lookups
  const facts = milestoneFacts(milestone)
  return {
    milestone: facts,
    before: base.before?.title ?? null,
    today: base.today,
    steps: steps.list,
    next: steps.list.find(({ state }) => state !== 'done')?.key ?? null,
    candidates: shown.map((one) => candidateFacts(one, cut)),
    cut: {
      below: shown.filter(({ ref }) => cut.below.has(ref)).length,
      places: placesForExcess(milestones.map(milestoneFacts), facts).map((one) => ({
        slug: one.slug,
        title: one.title,
      })),
    },
    teams: base.teams.map((room) => ({ ...teamRoom(room), candidates: weightIn(candidates, room.key) })),
    people: base.people.map(personRoom),
    total: {
      ...base.total,
      candidates: candidates.length,
      weight: sum(candidates.map((one) => one.weight ?? 0)),
      unweighted: candidates.filter(({ unweighted }) => unweighted).length,
      deliverables: candidates.filter(({ deliverable }) => deliverable).length,
    },
    mix: {
      target,
      picked: mixOf(candidates.filter(({ deliverable }) => deliverable)),
      candidates: mixOf(candidates),
    },
    planningIssue: steps.planningIssue,
    boards: base.boards,
    postedAt: steps.postedAt,
    session: session && sessionFacts(ctx, session),
    labels,
    names: { people, teams, epics },
    away,
    notShown: candidates.length - shown.length,
    event,
  }
}

type StepsRead = {
  list: PlanStep[]
  session: SessionRow | null
  planningIssue: number | null
  postedAt: string | null
}

/** The seven steps, each with its owner, due day and note, as far as the plan has come today. */
async function stepsOf(ctx: Ctx, base: PlanBase): Promise<StepsRead> {
  const { milestone, lookups, today } = base
  const [own, off] = await Promise.all([ownSteps(ctx), offBefore(ctx, milestone.startOn)])
  const settings = settingsOf(own)
  const dueOn = new Map(
    settings.map(({ key, dueBefore }) => [key, dayBefore(milestone.startOn, dueBefore, off)]),
  )
  const begun = dueOn.get('planning-issue') ?? milestone.startOn
  const [record, notes, session, issues] = await Promise.all([
    capacityRecord(ctx, milestone),
    planNotesOf(ctx, milestone.id),
    sessionOf(ctx, milestone.id),
    planBesides(ctx, milestone.id, begun),
  ])
  const facts = stepFacts(ctx, base, { begun, session, ...issues, confirmed: record.confirmed })
  const states = new Map(stepStates(facts, dueOn, today).map((state) => [state.key, state]))
  const list = settings.flatMap(({ key, owner: role }): PlanStep[] => {
    const state = states.get(key)
    if (!state) return []
    const { title, sentence } = STEP_TEXTS[key]
    const people = lookups.people.filter(({ roles }) => roles.includes(role)).map(({ handle }) => handle)
    const who = whoDoes(key, role)
    return [{ ...state, title, sentence, owner: { role, people }, who, note: notes.get(key) ?? null }]
  })
  const { planningIssue, postedAt } = issues
  return { list, session, planningIssue: planningIssue?.ref ?? null, postedAt }
}
