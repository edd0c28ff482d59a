import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  addDayOff as adding,
  removeDayOff as takingOff,
  removeWorkingTime as removing,
  setWorkingTime as setting,
} from '#lib/contract/working-times.ts'
import { LAST_DAY } from '#lib/domain/days.ts'
import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { Reopened } from '#lib/domain/events/time-off.ts'
import type { WorkingTimeData } from '#lib/domain/events/working-times.ts'
import { may } from '#lib/domain/permissions.ts'
import { whyNotDayOff, whyNotWorkingTime } from '#lib/domain/working-times.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { whyNotPlace } from '../calendar/holidays.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { memberByHandle } from '../queries/facts.ts'
import { reopenedBy } from './capacity/reopened.ts'

/** `back`: confirmations of capacity that the change took back which is now undone. */
type Back = { back?: readonly Reopened[] }
type Setting = InputOf<typeof setting> & { sample?: boolean } & Back

/** From a day on, a person works like that, until the next day from which they work otherwise. */
export async function setWorkingTime(ctx: Ctx, input: Setting): Promise<{ event: number }> {
  const { person, from, country = '', region = '', week, sample = false, back } = input
  // The list of countries takes its time when it is read first, which no other change waits for.
  const unknown = await whyNotPlace({ country, region })
  return inTransaction(ctx, async (ctx) => {
    insistOnRight(ctx, person)
    const { id, name } = await memberByHandle(ctx, person)
    const next = { country, region, week: [...week] }
    insist(whyNotWorkingTime(next) ?? unknown)
    const was = await known(ctx, id, from)
    if (was && JSON.stringify(was) === JSON.stringify(next)) return { event: await lastEvent(ctx) }
    await ctx.db.query(
      `insert into working_times (group_id, person_id, from_on, country, region, week, sample, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (group_id, person_id, from_on) do update set country = $4, region = $5, week = $6, sample = $7`,
      [ctx.group.id, id, from, country, region, next.week, sample, ctx.now],
    )
    const reopened = await reopenedFrom(ctx, { id, name }, from, back)
    const data = { person: { id, name }, from, ...next, was, reopened }
    return { event: await record(ctx, { type: 'working_time.set', data }) }
  })
}

export const removeWorkingTime = (ctx: Ctx, { person, from, back }: InputOf<typeof removing> & Back) =>
  inTransaction(ctx, async (ctx) => {
    insistOnRight(ctx, person)
    const { id, name } = await memberByHandle(ctx, person)
    const was = await known(ctx, id, from)
    if (!was) throw notFound('This working week')
    await ctx.db.query('delete from working_times where group_id = $1 and person_id = $2 and from_on = $3', [
      ctx.group.id,
      id,
      from,
    ])
    const reopened = await reopenedFrom(ctx, { id, name }, from, back)
    const data = { person: { id, name }, from, ...was, reopened }
    return { event: await record(ctx, { type: 'working_time.removed', data }) }
  })

/** Handbook › Time Off: "the proper number of days off during capacity planning". Days that changed are confirmed anew. */
async function reopenedFrom(
  ctx: Ctx,
  person: PersonRef,
  from: PlainDate,
  back?: readonly Reopened[],
): Promise<Reopened[]> {
  const { rows } = await ctx.db.query<{ next: PlainDate | null }>(
    'select min(from_on) as next from working_times where group_id = $1 and person_id = $2 and from_on > $3',
    [ctx.group.id, person.id, from],
  )
  const next = rows[0]?.next ?? null
  return reopenedBy(ctx, person, [{ fromOn: from, toOn: next === null ? LAST_DAY : addDays(next, -1) }], back)
}

/** Each person who works in the group sets their own; those who set the weeks of others set theirs as well. */
function insistOnRight(ctx: Ctx, person: string): void {
  const others = person !== ctx.actor.handle || may(ctx.actor, 'working_time.others')
  authorise(ctx, others ? 'working_time.others' : 'working_time.own')
}

async function known(ctx: Ctx, person: string, from: PlainDate): Promise<WorkingTimeData | null> {
  const { rows } = await ctx.db.query<WorkingTimeData>(
    'select country, region, week from working_times where group_id = $1 and person_id = $2 and from_on = $3',
    [ctx.group.id, person, from],
  )
  return rows[0] ?? null
}

export const addDayOff = (
  ctx: Ctx,
  { day, name, sample = false }: InputOf<typeof adding> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    insist(whyNotDayOff(await nameOfDay(ctx, day)))
    await ctx.db.query(
      'insert into days_off (group_id, day, name, sample, created_at) values ($1, $2, $3, $4, $5)',
      [ctx.group.id, day, name, sample, ctx.now],
    )
    return { event: await record(ctx, { type: 'day_off.added', data: { day, name } }) }
  })

export const removeDayOff = (ctx: Ctx, { day }: InputOf<typeof takingOff>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const name = await nameOfDay(ctx, day)
    if (name === undefined) throw notFound('This day off')
    await ctx.db.query('delete from days_off where group_id = $1 and day = $2', [ctx.group.id, day])
    return { event: await record(ctx, { type: 'day_off.removed', data: { day, name } }) }
  })

async function nameOfDay(ctx: Ctx, day: PlainDate): Promise<string | undefined> {
  const { rows } = await ctx.db.query<{ name: string }>(
    'select name from days_off where group_id = $1 and day = $2',
    [ctx.group.id, day],
  )
  return rows[0]?.name
}
