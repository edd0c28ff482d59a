import { mondaysBetween } from '#lib/domain/plan/due-days.ts'
import { NOBODY } from '#lib/domain/plan/selection.ts'
import type { StepFacts } from '#lib/domain/plan/step-states.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { clockIn, dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import type { PlanBase } from './plan-base.ts'
import { sum } from './plan-facts.ts'
import type { SessionRow } from './plan-session.ts'

type Record = {
  /** When the first step is due: refinement begins the week after. */
  begun: PlainDate
  session: SessionRow | null
  planningIssue: StepFacts['planningIssue']
  postedAt: string | null
  refined: readonly PlainDate[]
  confirmed: readonly { person: string }[]
}

/** What the steps of a plan are derived from. */
export function stepFacts(ctx: Ctx, base: PlanBase, record: Record): StepFacts {
  const { candidates, cut, boards, people, total } = base
  const unweighted = candidates.filter((one) => one.unweighted)
  const open = candidates.filter(({ deliverable }) => !deliverable)
  const confirmed = new Set(record.confirmed.map(({ person }) => person))
  return {
    planningIssue: record.planningIssue,
    boards: { planning: boards.planning !== null, build: boards.build !== null },
    refinement: refinementFacts(base, record),
    candidates: {
      count: candidates.length,
      weight: sum(candidates.map(({ weight }) => weight ?? 0)),
      unweighted: unweighted.length,
      toWeigh: unweighted.filter(({ shown }) => shown).map(({ ref, card }) => ({ ref, title: card.title })),
    },
    capacity: people.length > 0 ? total.capacity : null,
    people: people.map(({ key, name }) => ({ person: key, name, confirmed: confirmed.has(key) })),
    session: record.session && sessionState(ctx, record.session),
    selection: {
      deliverables: candidates.length - open.length,
      selectable: open.filter(
        ({ ref, refusal }) => !cut.over.has(ref) && (refusal === null || refusal.code === NOBODY),
      ).length,
      posted: record.postedAt !== null,
    },
  }
}

/** The weeks behind the first step, up to today and before the start. */
function refinementFacts(
  { milestone, today, candidates }: PlanBase,
  { begun, refined }: Record,
): StepFacts['refinement'] {
  const last = addDays(milestone.startOn, -1)
  const [begins = null] = mondaysBetween(begun, last)
  return {
    begins,
    weeks: mondaysBetween(begun, today < last ? today : last),
    opened: refined,
    left: candidates.filter(({ state, unweighted }) => state === 'planning-breakdown' && unweighted).length,
  }
}

function sessionState(ctx: Ctx, { at, startedAt, endedAt, invited }: SessionRow): StepFacts['session'] {
  return {
    day: dayIn(ctx.group.zone, at),
    time: clockIn(ctx.group.zone, at),
    invited: invited.length,
    accepted: invited.filter(({ accepted }) => accepted).length,
    waiting: invited
      .filter(({ accepted }) => accepted === null)
      .map(({ person, name }) => ({ person, name })),
    started: startedAt !== null,
    heldOn: endedAt === null ? null : dayIn(ctx.group.zone, endedAt),
  }
}
