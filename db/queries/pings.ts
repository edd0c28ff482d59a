import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listPings as list, Ping } from '#lib/contract/pings.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { namingLine } from './inbox.ts'

/** More than a person reads; the oldest come first. */
const MOST = 200

type Row = Omit<Ping, 'at'> & { at: Date }

/** Mentions without an answer: those that wait for the reader, and the reader's own that wait for others. */
export async function listPings(ctx: Ctx): Promise<OutputOf<typeof list>> {
  const [forMe, fromMe] = await Promise.all([pingsWhere(ctx, 'person_id'), pingsWhere(ctx, 'by_id')])
  return { forMe, fromMe }
}

async function pingsWhere(ctx: Ctx, side: 'person_id' | 'by_id'): Promise<Ping[]> {
  const { rows } = await ctx.db.query<Row>({
    name: `pings-by-${side}`,
    text: `select m.id, i.number as ref, i.title, i.state = 'open' as open, m.comment_id as comment,
        p.handle as person, p.name as "personName", b.handle as by, b.name as "byName", m.created_at as at,
        coalesce(left(c.body, 240), ${namingLine('i.description', 'p.handle')}) as words
      from mentions m join people p on p.id = m.person_id left join people b on b.id = m.by_id
        join issues i on i.group_id = m.group_id and i.number = m.issue_number
        left join comments c on c.group_id = m.group_id and c.id = m.comment_id
      where m.group_id = $1 and m.${side} = $2 and m.acknowledged_at is null and ($3 or not i.confidential)
      order by m.created_at, m.id limit ${MOST}`,
    values: [ctx.group.id, ctx.actor.id, may(ctx.actor, 'see.confidential')],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
