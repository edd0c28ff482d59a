import { nextVisit } from '#lib/domain/briefs.ts'
import type { Ctx } from '../context.ts'
import { visitOf } from '../queries/brief-facts.ts'

/** Notes that the actor looked at the brief of a milestone. It is theirs alone. @param milestone its id */
export async function noteVisit(ctx: Ctx, milestone: string): Promise<void> {
  if (ctx.actor.id === null) return
  const { since, at } = nextVisit(await visitOf(ctx, milestone), ctx.now.getTime())
  await ctx.db.query({
    name: 'note-brief-visit',
    text: `insert into brief_visits (group_id, milestone_id, person_id, since, at) values ($1, $2, $3, $4, $5)
      on conflict (group_id, milestone_id, person_id) do update set since = excluded.since, at = excluded.at
        where excluded.at > brief_visits.at`,
    values: [
      ctx.group.id,
      Number(milestone),
      ctx.actor.id,
      since === null ? null : new Date(since),
      new Date(at),
    ],
  })
}
