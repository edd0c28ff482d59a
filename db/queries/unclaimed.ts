import type { listUnclaimed as endpoint, UnclaimedIssue } from '#lib/contract/dris.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'

/** Whether the record `u` stands for the issue `i`: what had a DRI since is settled. */
export const STANDS = `u.group_id = i.group_id and u.issue_number = i.number and u.removed_at is null and i.dri_id is null
  and not exists (select from dri_assignments d where d.group_id = u.group_id and d.issue_number = u.issue_number
    and d.from_at >= u.at)`

type Row = Omit<UnclaimedIssue, 'at'> & { at: Date }

/** Open issues that no one drives and no one volunteered for, each by its newest record. */
export async function listUnclaimed(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await ctx.db.query<Row>({
    name: 'unclaimed',
    text: `select distinct on (u.issue_number) u.issue_number as ref, i.title, u.reason, u.note, p.handle as by, u.at
      from unclaimed u join issues i on ${STANDS} left join people p on p.id = u.by_id
      where u.group_id = $1 and i.state = 'open' and ($2 or not i.confidential) order by u.issue_number, u.id desc`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  const newestFirst = rows.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.ref - a.ref)
  return { items: newestFirst.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) }
}
