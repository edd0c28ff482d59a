import { spanText } from '#lib/kit/day-text.ts'
import { syncLink } from '#lib/kit/links.ts'
import { daysOfIsoWeek, lastDayOf } from '#lib/kit/iso-week.ts'
import { isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import type { CadenceSource } from './cadence-source.ts'

type Row = { id: number; day: PlainDate; state: 'ended' | 'skipped' }

/** A weekly sync happened in the weeks in which one ended. A week that was skipped in the room is skipped here too. */
export const cadenceOfSyncs: CadenceSource = {
  kind: 'weekly_sync',
  seen: async (ctx, planned) => {
    const weeks = planned.map(({ day }) => isoWeek(day)).toSorted()
    const [first, last] = [weeks[0], weeks.at(-1)]
    if (!first || !last) return new Map()
    const { rows } = await ctx.db.query<Row>({
      name: 'syncs-over',
      text: `select id, day, state from syncs
        where group_id = $1 and day between $2 and $3 and state <> 'running' order by state desc, day, id`,
      values: [ctx.group.id, daysOfIsoWeek(first)[0], lastDayOf(last)],
    })
    // one that was held counts more than one that was skipped, the later one more than the earlier
    const byWeek = new Map(rows.map((row) => [isoWeek(row.day), row]))
    return new Map(
      planned.flatMap(({ day }) => {
        const row = byWeek.get(isoWeek(day))
        if (!row) return []
        const on = spanText(row.day, row.day)
        const page = syncLink(ctx.group.slug, row.id)
        const skipped = row.state === 'skipped'
        return [
          [day, { text: skipped ? 'Skipped: nothing was waiting' : `Held on ${on}`, page, skipped }] as const,
        ]
      }),
    )
  },
}
