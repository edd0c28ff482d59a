import type { Ctx } from '../context.ts'

const DAY = 86_400_000
/** The usual changes slowly: it is asked for once in ten minutes for each group and set of columns. */
const FRESH_FOR = 600_000
const WINDOW_DAYS = 120

type CachedDays = { at: number; usual: Map<string, number> }
const cache = new Map<string, CachedDays>()

/** Median days that issues carried each label, over the stays that ended in the last 120 days; five at least. */
export async function usualDays(ctx: Ctx, labelIds: readonly string[]): Promise<Map<string, number>> {
  const place = `${ctx.group.id}|${labelIds.join(',')}`
  const cached = cache.get(place)
  const now = ctx.now.getTime()
  // A transaction may see what no other does: rows that are not committed, or the past.
  if (!ctx.inside && cached && Math.abs(now - cached.at) < FRESH_FOR) return cached.usual
  const { rows } = await ctx.db.query<{ id: string; days: number }>({
    name: 'usual-days',
    text: `select label_id::text as id,
        percentile_cont(0.5) within group (order by extract(epoch from to_at - from_at) / 86400)::float as days
      from label_spans where group_id = $1 and label_id = any($2::int[]) and to_at >= $3
      group by label_id having count(*) >= 5`,
    values: [ctx.group.id, labelIds.map(Number), new Date(now - WINDOW_DAYS * DAY)],
  })
  const usual = new Map(rows.map((row) => [row.id, Math.round(row.days * 10) / 10]))
  if (!ctx.inside) cache.set(place, { at: now, usual })
  return usual
}
