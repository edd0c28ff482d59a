import { planLink } from '#lib/kit/links.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { spanText } from '#lib/kit/day-text.ts'
import type { CadenceSource } from './cadence-source.ts'

type Row = { milestone: string; startedAt: Date | null; posts: number }

/** A milestone is planned when its joint session was held, or its capacity and DRIs were posted on the planning issue. */
export const cadenceOfPlanning: CadenceSource = {
  kind: 'planning',
  seen: async (ctx, planned) => {
    const { rows } = await ctx.db.query<Row>({
      name: 'milestones-planned',
      text: `select m.id::text as milestone, s.started_at as "startedAt",
          (select count(*)::int from planning_posts p where p.group_id = m.group_id and p.milestone_id = m.id) as posts
        from milestones m left join plan_sessions s on s.group_id = m.group_id and s.milestone_id = m.id
        where m.group_id = $1 and m.id = any($2::int[])`,
      values: [ctx.group.id, planned.flatMap(({ milestone }) => (milestone ? [Number(milestone.id)] : []))],
    })
    const byId = new Map(rows.map((row) => [row.milestone, row]))
    return new Map(
      planned.flatMap(({ day, milestone }) => {
        const row = byId.get(milestone?.id ?? '')
        if (!milestone || !row || (row.startedAt === null && row.posts === 0)) return []
        const text =
          row.startedAt === null
            ? 'Posted on the planning issue'
            : `Session on ${on(dayIn(ctx.group.zone, row.startedAt))}`
        return [[day, { text, page: planLink(ctx.group.slug, milestone.slug) }] as const]
      }),
    )
  },
}

const on = (day: string): string => spanText(day, day)
