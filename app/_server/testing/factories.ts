import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { addMember } from '#db/commands/people.ts'
import { THE_CLOCK } from '#db/context.ts'
import { type Role } from '#lib/domain/permissions.ts'
import { OURS, type Means } from './means.ts'

export const say = async (means: Means, ref: number) =>
  commentOnIssue(await means.as(means.by === 'outsider' ? 'em' : means.by), {
    group: OURS,
    ref,
    body: 'As it was.',
  })

/** Somebody of the group, with these roles in it; of the installation alone without any. */
export async function somebody(means: Means, roles: Role[] = ['engineer']): Promise<string> {
  const [em, handle] = [await means.as('em'), means.word()]
  const ctx = { ...em, actor: THE_CLOCK }
  const facts = { handle, name: handle, email: `${handle}@saydo.invalid` }
  await addMember(ctx, { ...facts, roles: roles.map((role) => ({ role })) })
  return handle
}

/** What was made last in a table. */
export async function newest(means: Means, table: string): Promise<number> {
  const { db } = await means.as('em')
  const { rows } = await db.query<{ id: number }>(`select max(id) as id from ${table} where group_id = 1`)
  return rows[0]?.id ?? 0
}
