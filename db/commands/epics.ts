import { epicSubject } from '#lib/domain/subjects.ts'
import { whyClose } from '#lib/domain/epics.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { engineerByHandle } from './epics-edit.ts'
import { beginDri } from './issues/dri.ts'

export type NewEpic = {
  title: string
  description?: string | undefined
  techLead?: string | null | undefined
  sample?: boolean
}

/** Handbook: "Epics are the primary definition of scope for any work item larger than a single issue". */
export const createEpic = (ctx: Ctx, input: NewEpic) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.edit')
    const lead = input.techLead ? await engineerByHandle(ctx, input.techLead) : null
    const { rows } = await ctx.db.query<{ number: number }>(
      'update group_counters set last_epic = last_epic + 1 where group_id = $1 returning last_epic as number',
      [ctx.group.id],
    )
    const number = rows[0]?.number ?? 0
    await ctx.db.query(
      `insert into epics (group_id, number, title, description, tech_lead_id, sample, created_at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ctx.group.id,
        number,
        input.title,
        input.description ?? '',
        lead?.id ?? null,
        input.sample ?? false,
        ctx.now,
      ],
    )
    const why = lead?.id === ctx.actor.id ? 'took' : 'assigned'
    if (lead) await beginDri(ctx, epicSubject(number), { person: lead.id, why })
    const techLead = lead && { id: lead.id, name: lead.name }
    const data = { number, title: input.title, description: input.description ?? '', techLead }
    const event = await record(ctx, { type: 'epic.created', data })
    return { number, event }
  })

/** The issue over which an epic closes or opens by itself, and the event that told of the issue. */
type Over = { issue: number; cause: number }

/** Handbook: "when they are all closed the work is complete and the epic is closed." Called after the closing event. */
export async function closeEpicIfDone(
  ctx: Ctx,
  number: number | null,
  { issue, cause }: Over,
): Promise<void> {
  if (number === null) return
  const { rows } = await ctx.db.query<{ state: 'open' | 'closed'; confidential: boolean }>({
    name: 'states-in-epic',
    text: 'select state, confidential from issues where group_id = $1 and epic_number = $2',
    values: [ctx.group.id, number],
  })
  const because = whyClose(rows)
  if (!because) return
  const closed = await ctx.db.query<{ title: string }>({
    name: 'close-epic',
    text: 'update epics set closed_at = $3 where group_id = $1 and number = $2 and closed_at is null returning title',
    values: [ctx.group.id, number, ctx.now],
  })
  const title = closed.rows[0]?.title
  if (title === undefined) return
  // To whom all of its issues are hidden it has none, and nothing can have become of them.
  const over = rows.every(({ confidential }) => confidential) ? {} : { issue }
  await record(ctx, { type: 'epic.closed', cause, data: { number, title, because, ...over } })
}

/** Open work in a closed epic opens it again; the issue was added, or reopened. */
export async function reopenEpic(
  ctx: Ctx,
  number: number | null,
  { issue, cause }: Over,
  how: 'added' | 'reopened',
): Promise<void> {
  if (number === null) return
  const opened = await ctx.db.query<{ title: string }>({
    name: 'reopen-epic',
    text: 'update epics set closed_at = null where group_id = $1 and number = $2 and closed_at is not null returning title',
    values: [ctx.group.id, number],
  })
  const title = opened.rows[0]?.title
  if (title === undefined) return
  const because = `#${issue} was ${how}`
  await record(ctx, { type: 'epic.reopened', cause, data: { number, title, because, issue } })
}
