import { assignedIn, type Assigned, type Condition } from '#lib/domain/closing/assigned.ts'
import { withBoards } from '#lib/domain/closing/build-spans.ts'
import { conditionOf } from '#lib/domain/closing/span.ts'
import { type Step, type StepEvent, STEP_TYPES, stepsOf } from '#lib/domain/closing/steps.ts'
import { type Committed, commitmentsOf, type Outcome } from '#lib/domain/commitments.ts'
import { isOver } from '#lib/domain/milestones.ts'
import type { Ctx } from '../context.ts'
import { spansIn } from './build-spans.ts'
import { frozenIn } from './frozen.ts'
import { milestoneFacts, type MilestoneRow, todayOf } from './milestones.ts'

/** What no step asks for: most of what the events of thousands of issues hold. */
export const UNASKED = [
  'description',
  'title',
  'ranks',
  'dri',
  'team',
  'epic',
  'assignees',
  'author',
  'board',
  'from',
  'spread',
]

export type StepRow = StepEvent & { undoes: number | null; cause: number | null }

/**
 * What was said and done in a milestone that is over: as it was frozen, and until that is done as its events tell it; null
 * while it runs.
 */
export async function commitmentsFor(ctx: Ctx, milestone: MilestoneRow): Promise<Outcome | null> {
  if (milestone.frozenAt !== null) return commitmentsOf(await frozenIn(ctx, milestone.id))
  if (!isOver(milestoneFacts(milestone), todayOf(ctx))) return null
  return commitmentsOf(await assignedFor(ctx, milestone))
}

/**
 * The issues that are assigned in a milestone as it is now, or as it was at its end or its closing, by the events of every
 * issue that was ever on its Build Board; none of a shelf.
 */
export async function assignedFor(ctx: Ctx, milestone: MilestoneRow): Promise<Assigned[]> {
  const condition = conditionFor(ctx, milestone)
  return condition ? assignedIn(await stepsIn(ctx, milestone), condition) : []
}

/** The same for all that reads the outcome of a milestone that is over: frozen, or about to be. */
export async function committedIn(ctx: Ctx, milestone: MilestoneRow): Promise<Committed[]> {
  return milestone.frozenAt === null ? assignedFor(ctx, milestone) : frozenIn(ctx, milestone.id)
}

/** Once a milestone is frozen nothing that was learned later changes it: events are read as far as that. */
export async function stepsIn(ctx: Ctx, { id, frozenAt }: MilestoneRow): Promise<Step[]> {
  const [{ rows }, spans] = await Promise.all([
    ctx.db.query<StepRow>({
      name: 'commitment-steps',
      text: `select e.number, e.type, e.issue_number as issue, e.happened_at as "happenedAt", e.data - $6::text[] as data,
          (e.data->>'undoes')::int as undoes, (e.data->>'cause')::int as cause
        from events e where e.group_id = $1 and (e.type = any($4) or e.data ? 'undoes')
          and ($5::boolean or e.number < (select max(c.number) from events c where c.group_id = $1 and c.subject_kind = 'milestone'
            and c.subject_key = $3 and c.type = 'milestone.frozen'))
          and e.issue_number in (
            select s.issue_number from build_spans s where $5 and s.group_id = $1 and s.milestone_id = $2
            union select o.issue_number from milestone_outcomes o where not $5 and o.group_id = $1 and o.milestone_id = $2)`,
      values: [ctx.group.id, Number(id), id, [...STEP_TYPES], frozenAt === null, UNASKED],
    }),
    spansIn(ctx, { id, frozenAt }),
  ])
  return withBoards(stepsOf(rows.map(asEvent)), spans)
}

export const asEvent = ({ undoes, cause, ...event }: StepRow): StepEvent =>
  // safe because it is the row without what it does not say, and no step asks for what is left out
  ({
    ...event,
    ...(undoes === null ? {} : { undoes }),
    ...(cause === null ? {} : { cause }),
  }) as StepEvent

/** The days of a milestone, as far as they have come: its end, its closing, or now. Null of a shelf. */
export function conditionFor(
  { group, now }: Pick<Ctx, 'group' | 'now'>,
  { id, startOn, dueOn, closedAt }: MilestoneRow,
): Condition | null {
  if (startOn === null || dueOn === null) return null
  return conditionOf(
    { id, startOn, dueOn },
    { zone: group.zone, closedAt: closedAt === null ? now : new Date(closedAt) },
  )
}
