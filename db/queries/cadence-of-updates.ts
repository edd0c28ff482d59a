import { isoWeek } from '#lib/kit/plain-date.ts'
import { statusLink } from '#lib/kit/links.ts'
import type { CadenceSource } from './cadence-source.ts'

type Row = { week: string; updates: number; people: number }

/** Weekly status updates happened in the weeks for which some were posted. */
export const cadenceOfUpdates: CadenceSource = {
  kind: 'status_updates',
  seen: async (ctx, planned) => {
    const { rows } = await ctx.db.query<Row>({
      name: 'updates-by-week',
      text: `select week, count(*)::int as updates, count(distinct author_id)::int as people from status_updates
        where group_id = $1 and week = any($2::text[]) group by week`,
      values: [ctx.group.id, planned.map(({ day }) => isoWeek(day))],
    })
    const byWeek = new Map(rows.map((row) => [row.week, row]))
    return new Map(
      planned.flatMap(({ day }) => {
        const week = isoWeek(day)
        const row = byWeek.get(week)
        return row ? [[day, { text: textOf(row), page: statusLink(ctx.group.slug, { week }) }] as const] : []
      }),
    )
  },
}

const textOf = ({ updates, people }: Row): string =>
  `${updates === 1 ? 'One update' : `${updates} updates`} from ${people === 1 ? 'one person' : `${people} people`}`
