import { spanText } from '#lib/kit/day-text.ts'
import { retrospectiveLink } from '#lib/kit/links.ts'
import { monthOf } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { CadenceSource } from './cadence-source.ts'

/** A retrospective happened when that of its month was closed. */
export const cadenceOfRetrospectives: CadenceSource = {
  kind: 'retrospective',
  seen: async (ctx, planned) => {
    const { rows } = await ctx.db.query<{ month: string; closedAt: Date | null }>({
      name: 'retrospectives-closed',
      text: `select month, closed_at as "closedAt" from retrospectives
        where group_id = $1 and month = any($2::text[]) and closed_at is not null`,
      values: [ctx.group.id, planned.map(({ day }) => monthOf(day))],
    })
    const byMonth = new Map(rows.map(({ month, closedAt }) => [month, closedAt]))
    return new Map(
      planned.flatMap(({ day }) => {
        const at = byMonth.get(monthOf(day))
        if (!at) return []
        const on = dayIn(ctx.group.zone, at)
        const page = retrospectiveLink(ctx.group.slug, monthOf(day))
        return [[day, { text: `Closed on ${spanText(on, on)}`, page }] as const]
      }),
    )
  },
}
