import type { CapacityView } from '#lib/contract/capacity.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { indexIssues as index, IssueIndex } from '#lib/contract/issue-lists.ts'
import type { listTeams as teams } from '#lib/contract/teams.ts'
import { grounded } from '#lib/domain/condition-names.ts'
import type { ConditionField } from '#lib/domain/condition-fields.ts'
import { asksFor, type Condition } from '#lib/domain/conditions.ts'
import type { Ctx } from '../context.ts'
import { boxesFor, readCapacity } from '../queries/capacity.ts'
import { askerOf, indexIssues, readFilter, rowsOfIssues } from '../queries/issue-lists.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { listTeams } from '../queries/teams.ts'
import { asOf } from './as-of.ts'
import type { Some } from './changed.ts'
import { momentIn } from './moment.ts'

type Then = { at: string }

/** Ask for what stands in descriptions. */
const TEXTUAL: readonly ConditionField[] = ['text', 'title', 'description', 'finding']

export async function pastIndex(
  ctx: Ctx,
  { at, ...input }: Omit<InputOf<typeof index>, 'at'> & Then,
): Promise<IssueIndex> {
  const condition = readFilter(input.filter)
  const scope = {
    issues: async (past: Ctx) => someOf(past, grounded(condition, await askerOf(past))),
    texts: TEXTUAL.some((field) => asksFor(condition, field)),
  }
  return asOf(ctx, await momentIn(ctx, at), scope, (past) => indexIssues(past, input))
}

/** Ask for issues beside those that are listed. */
const BEYOND: readonly ConditionField[] = ['blocked', 'link']

/** A list of the issues of one milestone needs no others. */
async function someOf(past: Ctx, condition: Condition): Promise<Some> {
  if (BEYOND.some((field) => asksFor(condition, field))) return null
  const parts = condition.kind === 'all' ? condition.of : [condition]
  const asked = parts.flatMap((part) =>
    part.kind === 'test' && part.field === 'milestone' ? [part.value] : [],
  )
  const known = (await milestonesOf(past)).filter(({ slug }) => asked.includes(slug))
  return known.length > 0 ? { milestones: known.map(({ id }) => id) } : null
}

export async function pastRows(ctx: Ctx, { at, refs }: { refs: string } & Then) {
  const scope = { issues: async () => ({ refs: refs.split('.').map(Number) }), texts: false }
  return asOf(ctx, await momentIn(ctx, at), scope, (past) => rowsOfIssues(past, { refs }))
}

/** The ownership map as it was; it asks for no issues. */
export async function pastTeams(ctx: Ctx, at: string): Promise<OutputOf<typeof teams>> {
  const scope = { issues: async () => ({ refs: [] }), texts: false }
  return asOf(ctx, await momentIn(ctx, at), scope, listTeams)
}

export async function pastCapacity(
  ctx: Ctx,
  { at, milestone }: { milestone: string } & Then,
): Promise<CapacityView> {
  const issues = async (past: Ctx): Promise<Some> => {
    const { box, earlier } = await boxesFor(past, milestone)
    return { milestones: [box, ...earlier.slice(0, 1)].map(({ id }) => id) }
  }
  return asOf(ctx, await momentIn(ctx, at), { issues, texts: false }, (past) =>
    readCapacity(past, { milestone }),
  )
}
