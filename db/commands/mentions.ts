import type { PersonRef } from '#lib/domain/event-refs.ts'
import { may, type Role } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'

/** `named`: the handles that a text names, read before the group is locked, for a long text is read slowly. */
type Mentioned = { issue: { number: number; confidential: boolean }; comment: number | null; named: string[] }

/**
 * Asks the people a text names for an acknowledgement, once for each text, and asks those no longer who were taken out of
 * it. Only people who may see the issue are asked, and no person by themselves. Returns the handles that are new there.
 */
export async function mention(ctx: Ctx, { issue, comment, named }: Mentioned): Promise<string[]> {
  const people = await whoIsNamed(ctx, named, issue.confidential)
  const ids = people.map(({ id }) => id)
  const where = `group_id = $1 and issue_number = $2 and comment_id is not distinct from $3`
  await ctx.db.query(
    `delete from mentions where ${where} and acknowledged_at is null and not person_id = any($4::text[])`,
    [ctx.group.id, issue.number, comment, ids],
  )
  const { rows } = await ctx.db.query<{ person: string }>(
    `insert into mentions (group_id, subject_kind, subject_number, comment_id, person_id, by_id, created_at)
      select $1, 'issue', $2, $3, one.id, $5, $6 from unnest($4::text[]) as one(id)
      where not exists (select from mentions where ${where} and person_id = one.id)
      returning person_id as person`,
    [ctx.group.id, issue.number, comment, ids, ctx.actor.id, ctx.now],
  )
  return people.filter(({ id }) => rows.some(({ person }) => person === id)).map(({ handle }) => handle)
}

type Named = { id: string; handle: string; admin: boolean; roles: Role[] }

async function whoIsNamed(ctx: Ctx, handles: string[], confidential: boolean): Promise<Named[]> {
  if (handles.length === 0) return []
  const { rows } = await ctx.db.query<Named>(
    `select p.id, p.handle, p.admin, array_agg(r.role) as roles
      from people p join group_roles r on r.person_id = p.id and r.group_id = $1
      where lower(p.handle) = any($2) group by p.id, p.handle, p.admin order by p.handle`,
    [ctx.group.id, handles],
  )
  return rows.filter((one) => one.id !== ctx.actor.id && (!confidential || may(one, 'see.confidential')))
}

/** `cause` is the event of the comment or the reaction. */
type Answer = { issue: number; comment: number; how: 'reply' | 'reaction'; cause: number }

/**
 * Handbook › Acknowledgement of Pings: "please acknowledge it with either a threaded comment or an emoji." A comment
 * answers all that waits for its author on the issue, a reaction the comment that it stands on.
 */
export async function acknowledge(ctx: Ctx, { issue, comment, how, cause }: Answer): Promise<void> {
  const { rows: by } = await ctx.db.query<PersonRef>(
    `with answered as (update mentions set acknowledged_at = $4, acknowledged_by = $5
        where group_id = $1 and issue_number = $2 and person_id = $3 and acknowledged_at is null
          and ($6::int is null or comment_id = $6) returning by_id)
      select distinct p.id, p.name from answered a join people p on p.id = a.by_id order by p.name`,
    [ctx.group.id, issue, ctx.actor.id, ctx.now, how, how === 'reaction' ? comment : null],
  )
  if (by.length === 0) return
  await settleReminders(ctx, issue, how === 'reaction' ? comment : null)
  const data = { by, how, comment: String(comment) }
  await record(ctx, { type: 'issue.mention_acknowledged', issue, cause, data })
}

/** What was answered asks no second time: of a reaction, the comment that it stands on. */
async function settleReminders(ctx: Ctx, issue: number, comment: number | null): Promise<void> {
  await ctx.db.query({
    name: 'settle-mention-reminders',
    text: `update inbox_items b set done_at = $3 from events e
      where b.group_id = $1 and b.issue_number = $2 and b.person_id = $4 and b.done_at is null
        and e.group_id = b.group_id and e.number = b.event_number and e.type = 'issue.mention_reminded'
        and ($5::int is null or (e.data->>'comment')::int = $5)`,
    values: [ctx.group.id, issue, ctx.now, ctx.actor.id, comment],
  })
}
