import type { RetrospectiveAction } from '#lib/contract/retrospectives.ts'
import { type ActionState, isCarriedInto } from '#lib/domain/retrospectives/actions.ts'
import type { ActionFact } from '#lib/domain/retrospectives/facts.ts'
import type { Month } from '#lib/domain/retrospectives/months.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import type { RetrospectiveRow } from './retrospectives.ts'

export type ActionRow = {
  id: number
  month: Month
  text: string
  owner: { id: string; handle: string; name: string }
  dueOn: PlainDate
  createdAt: Date
  state: ActionState
  endedAt: Date | null
}

const COLUMNS = `select a.id, a.month, a.text, jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) as owner,
    a.due_on as "dueOn", a.created_at as "createdAt", a.state, a.ended_at as "endedAt"
  from retrospective_actions a join people p on p.id = a.owner_id where a.group_id = $1`

/** What a retrospective has before it: what was agreed on in it, and what earlier ones left open; the earliest due first. */
export async function actionsIn(ctx: Ctx, row: RetrospectiveRow): Promise<ActionRow[]> {
  const { rows } = await ctx.db.query<ActionRow>({
    name: 'retrospective-actions',
    text: `${COLUMNS} and (a.month = $2 or a.month < $2 and (a.state = 'open' or a.ended_at >= $3))
      order by a.month, a.due_on, a.id`,
    values: [ctx.group.id, row.month, row.begunAt],
  })
  return rows.filter((one) => isCarriedInto(one, row))
}

/** Open ones of the whole group; of one person with their id. */
export async function openActions(ctx: Ctx, owner: string | null = null): Promise<ActionRow[]> {
  const { rows } = await ctx.db.query<ActionRow>({
    name: 'open-retrospective-actions',
    text: `${COLUMNS} and a.state = 'open' and ($2::text is null or a.owner_id = $2) order by a.due_on, a.id`,
    values: [ctx.group.id, owner],
  })
  return rows
}

/** @throws not_found for what was not agreed on in that month */
export async function actionById(ctx: Ctx, month: Month, id: number): Promise<ActionRow> {
  const { rows } = await ctx.db.query<ActionRow>({
    name: 'retrospective-action',
    text: `${COLUMNS} and a.month = $2 and a.id = $3`,
    values: [ctx.group.id, month, id],
  })
  const [found] = rows
  if (!found) throw notFound('The action')
  return found
}

export const actionFact = ({ id, text, owner, dueOn, state, month }: ActionRow): ActionFact => ({
  id,
  text,
  owner: { handle: owner.handle, name: owner.name },
  dueOn,
  state,
  month,
})

/**
 * As the contract shows them.
 *
 * @param kept as they stood when the retrospective was closed; null while it is not. What became of them since is a note.
 */
export function shownActions(
  rows: readonly ActionRow[],
  kept: readonly ActionFact[] | null,
): RetrospectiveAction[] {
  const ended = ({ endedAt }: Pick<ActionRow, 'endedAt'>) => endedAt?.toISOString() ?? null
  if (kept === null) return rows.map((row) => ({ ...actionFact(row), endedAt: ended(row), later: null }))
  return kept.map((fact) => {
    const now = rows.find(({ id }) => id === fact.id)
    const isSame = !now || now.state === fact.state
    return {
      ...fact,
      endedAt: isSame && now ? ended(now) : null,
      later: isSame ? null : { state: now.state, at: ended(now) },
    }
  })
}
