import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editGoals as endpoint } from '#lib/contract/milestone-overview.ts'
import { whyNotGoals } from '#lib/domain/milestones.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { inTransaction } from '../transaction.ts'

type Goals = {
  id: number
  title: string
  goals: string
  version: number
  shelf: string | null
  closed: boolean
}

/** @throws not_found */
export async function goalsOf(ctx: Ctx, slug: string): Promise<Goals> {
  const { rows } = await ctx.db.query<Goals>({
    name: 'goals',
    text: `select id, title, goals, goals_version as version, shelf, closed_at is not null as closed
      from milestones where group_id = $1 and slug = $2`,
    values: [ctx.group.id, slug],
  })
  if (!rows[0]) throw notFound(`The milestone “${slug}”`)
  return rows[0]
}

/** Handbook › Team Milestone Planning Process: "to coordinate upcoming work between the PM, EM, and stable counterparts." */
export const editGoals = (ctx: Ctx, { milestone, goals, version }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    const now = await goalsOf(ctx, milestone)
    insist(whyNotGoals(now))
    if (goals === now.goals) return { version: now.version, event: await lastEvent(ctx) }
    if (version !== now.version) throw await stale(ctx, now, goals)
    await ctx.db.query(
      'update milestones set goals = $3, goals_version = goals_version + 1 where group_id = $1 and id = $2',
      [ctx.group.id, now.id, goals],
    )
    const { id, title } = now
    const data = { id, title, goals: { from: now.goals, to: goals }, version: now.version + 1 }
    return { version: data.version, event: await record(ctx, { type: 'milestone.goals_edited', data }) }
  })

/** Both texts, for an editor who had not seen the newer one. */
async function stale(ctx: Ctx, now: Goals, yours: string): Promise<Failure> {
  const { rows } = await ctx.db.query<{ by: string }>(
    `select coalesce(p.name, 'The clock') as by from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.subject_kind = 'milestone' and e.subject_key = $2
        and e.type = 'milestone.goals_edited' order by e.number desc limit 1`,
    [ctx.group.id, String(now.id)],
  )
  const by = rows[0]?.by ?? 'Another person'
  return new Failure('stale', `${by} edited the goals while you were editing. Choose a version.`, {
    rule: 'stale',
    yours: { goals: yours },
    theirs: { goals: now.goals },
    version: now.version,
    by,
  })
}
