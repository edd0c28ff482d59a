import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { readWatching as endpoint } from '#lib/contract/inbox.ts'
import type { Ctx } from '../context.ts'
import { issueFacts } from './facts.ts'

type Answer = OutputOf<typeof endpoint>
type Row = { muted: boolean | null; author: boolean; dri: boolean; assignee: boolean; commenter: boolean }

/** The same for the issue `i` of a statement, in which `me` is the place of a person's id; the clock follows nothing. */
export const watchedSql = (me: string | null): string =>
  me === null
    ? 'false'
    : `coalesce(
    (select not muted from watches w where w.group_id = i.group_id and w.issue_number = i.number and w.person_id = ${me}),
    i.author_id is not distinct from ${me} or i.dri_id is not distinct from ${me}
      or exists (select from issue_assignees a where a.group_id = i.group_id and a.issue_number = i.number and a.person_id = ${me})
      or exists (select from comments c where c.group_id = i.group_id and c.issue_number = i.number and c.author_id = ${me}))`

/** @throws not_found also for a confidential issue that the reader may not see */
export async function readWatching(ctx: Ctx, ref: number): Promise<Answer> {
  await issueFacts(ctx, ref)
  const { rows } = await ctx.db.query<Row>({
    name: 'watching',
    text: `select (select muted from watches where group_id = $1 and issue_number = $2 and person_id = $3) as muted,
        i.author_id is not distinct from $3 as author, i.dri_id is not distinct from $3 as dri,
        exists (select from issue_assignees where group_id = $1 and issue_number = $2 and person_id = $3) as assignee,
        exists (select from comments where group_id = $1 and issue_number = $2 and author_id = $3) as commenter
      from issues i where i.group_id = $1 and i.number = $2`,
    values: [ctx.group.id, ref, ctx.actor.id],
  })
  const [row] = rows
  if (!row || row.muted === true) return { watching: false, because: null }
  const because = (['dri', 'assignee', 'author', 'commenter'] as const).find((why) => row[why])
  return {
    watching: because !== undefined || row.muted === false,
    because: because ?? (row.muted === false ? 'asked' : null),
  }
}
