import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listPeople as promise } from '#lib/contract/people.ts'
import type { Ctx } from '../context.ts'

type Answer = OutputOf<typeof promise>

export async function listPeople(ctx: Ctx): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'people',
    text: `select p.handle, p.name, array_agg(r.role order by r.role) as roles,
        array_remove(array_agg(nullif(r.title, '') order by r.role), null) as titles, bool_or(r.acting) as acting
      from group_roles r join people p on p.id = r.person_id
      where r.group_id = $1 group by p.handle, p.name order by p.name`,
    values: [ctx.group.id],
  })
  return { items: rows }
}
