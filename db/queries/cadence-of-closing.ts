import { spanText } from '#lib/kit/day-text.ts'
import { sayDoLink } from '#lib/kit/links.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { CadenceSource } from './cadence-source.ts'

/** A milestone that was closed. */
export const cadenceOfClosing: CadenceSource = {
  kind: 'milestone_close',
  seen: async (ctx, planned) => {
    const { rows } = await ctx.db.query<{ milestone: string; closedAt: Date | null }>({
      name: 'milestones-closed',
      text: `select id::text as milestone, closed_at as "closedAt" from milestones
        where group_id = $1 and id = any($2::int[]) and closed_at is not null`,
      values: [ctx.group.id, planned.flatMap(({ milestone }) => (milestone ? [Number(milestone.id)] : []))],
    })
    const byId = new Map(rows.map(({ milestone, closedAt }) => [milestone, closedAt]))
    return new Map(
      planned.flatMap(({ day, milestone }) => {
        const at = byId.get(milestone?.id ?? '')
        if (!milestone || !at) return []
        const text = `Closed on ${on(dayIn(ctx.group.zone, at))}`
        return [[day, { text, page: sayDoLink(ctx.group.slug, milestone.slug) }] as const]
      }),
    )
  },
}

const on = (day: string): string => spanText(day, day)
