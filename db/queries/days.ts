import type { InputOf } from '#lib/contract/endpoint.ts'
import type { Days, listDays as endpoint } from '#lib/contract/events.ts'
import { FIRST_DAY } from '#lib/domain/days.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure } from '#lib/kit/failure.ts'
import { addDays, daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'
import { dayIn, endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { beganAt, momentOf } from '../past/since.ts'
import { keptUntilChange } from './kept.ts'
import { todayOf } from './milestones.ts'
import { seenBy } from './event-rows.ts'

/** How many days are counted unless they are stated, and how many at most. */
const [USUAL, MOST] = [92, 1100]

type Asked = { from: PlainDate; to: PlainDate }

/** @throws invalid where the days are in the wrong order, or too many */
export function daysAsked(
  ctx: Ctx,
  { from: first, to: last }: Omit<InputOf<typeof endpoint>, 'group'>,
): Asked {
  const to = last ?? todayOf(ctx)
  const from = first ?? addDays(to, -USUAL + 1)
  const days = daysBetween(from, to) + 1
  if (days < 1) throw wrong('from', 'From is after to.')
  if (days > MOST) throw wrong('from', `At most ${MOST} days at once.`)
  return { from: from < FIRST_DAY ? FIRST_DAY : from, to }
}

const wrong = (field: string, because: string) =>
  new Failure('invalid', `${field}: ${because}`, { fields: [{ field, because }] })

/** Kept until something happens. */
export const keptDays = keptUntilChange(listDays)

/** The days of the group on which something happened that the reader may see, with how much. */
export async function listDays(ctx: Ctx, { from, to }: Asked): Promise<Days> {
  const { db, group } = ctx
  const [start, end] = [startOfDay(group.zone, from), endOfDay(group.zone, to)]
  const { newest } = await momentOf(db, group.id, new Date(start.getTime() - 1))
  const seesAll = may(ctx.actor, 'see.confidential')
  const [{ rows: items }, began] = await Promise.all([
    db.query<Days['items'][number]>({
      name: `days-${seesAll}`,
      text: `select (e.happened_at at time zone $5)::date as day, count(*) as events
        from events e left join issues i on i.group_id = e.group_id and i.number = e.issue_number
        where e.group_id = $1 and e.number > $2 and e.happened_at >= $3 and e.happened_at < $4 and ${seenBy(String(seesAll))}
        group by 1 order by 1`,
      values: [group.id, newest, start, end, group.zone],
    }),
    beganAt(db, group.id),
  ])
  const today = todayOf(ctx)
  return { from, to, began: dayIn(group.zone, began ?? ctx.now), today, items }
}
