import type { Absence } from '#lib/contract/facts.ts'
import { soon } from '#lib/domain/time-off.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

/**
 * Who of the group is away today or within the coming week, each with what begins first. Days alone: why is not asked for.
 * @param person by id; without one, everybody
 */
export async function absencesSoon(ctx: Ctx, person: string | null = null): Promise<Absence[]> {
  const { from, to } = soon(todayOf(ctx))
  const { rows } = await ctx.db.query<Absence>({
    name: 'absences-soon',
    text: `select distinct on (p.handle) p.handle as person, t.from_on as "from", t.to_on as "to"
      from time_off t join people p on p.id = t.person_id
      where t.group_id = $1 and t.removed_at is null and t.to_on >= $2 and t.from_on <= $3
        and ($4::text is null or t.person_id = $4)
      order by p.handle, t.from_on`,
    values: [ctx.group.id, from, to, person],
  })
  return rows
}
