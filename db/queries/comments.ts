import type { Issue } from '#lib/contract/issues.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

/** What was said about an issue, in order. Whether the reader may see the issue is asked before. */
export async function commentsOf(ctx: Ctx, ref: number): Promise<Issue['comments']> {
  const { rows } = await ctx.db.query<Issue['comments'][number] & { at: Date; editedAt: Date | null }>({
    name: 'comments-of',
    text: `select c.id, p.handle as author, c.body, c.created_at as at, c.edited_at as "editedAt", c.version,
        coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'people', r.people) order by r.first, r.emoji)
          from (select x.emoji, min(x.created_at) as first, jsonb_agg(q.handle order by x.created_at, q.handle) as people
            from comment_reactions x join people q on q.id = x.person_id
            where x.group_id = c.group_id and x.comment_id = c.id group by x.emoji) r), '[]') as reactions
      from comments c join people p on p.id = c.author_id
      where c.group_id = $1 and c.issue_number = $2 order by c.created_at, c.id`,
    values: [ctx.group.id, ref],
  })
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  }))
}

/** Who was asked for an acknowledgement on an issue, and whether they gave it. */
export async function mentionsOf(ctx: Ctx, ref: number): Promise<Issue['mentions']> {
  const { rows } = await ctx.db.query<Issue['mentions'][number] & { acknowledgedAt: Date | null }>({
    name: 'mentions-of',
    text: `select m.comment_id as comment, p.handle as person, b.handle as by,
        m.acknowledged_at as "acknowledgedAt", m.acknowledged_by as "acknowledgedBy"
      from mentions m join people p on p.id = m.person_id left join people b on b.id = m.by_id
      where m.group_id = $1 and m.issue_number = $2 order by m.id`,
    values: [ctx.group.id, ref],
  })
  return rows.map((row) => ({ ...row, acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null }))
}

export type CommentFacts = { id: number; authorId: string; body: string; version: number }

/** @throws not_found for a comment of another issue as for one that never was */
export async function commentFacts(ctx: Ctx, ref: number, id: number): Promise<CommentFacts> {
  const { rows } = await ctx.db.query<CommentFacts>({
    name: 'comment-facts',
    text: `select id, author_id as "authorId", body, version from comments
      where group_id = $1 and issue_number = $2 and id = $3`,
    values: [ctx.group.id, ref, id],
  })
  if (!rows[0]) throw notFound('The comment')
  return rows[0]
}
