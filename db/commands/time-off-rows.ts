import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { Reopened, TimeOffData } from '#lib/domain/events/time-off.ts'
import { alreadyAway, overlaps, type TimeOffDays, type TimeOffKind } from '#lib/domain/time-off.ts'
import { newlyUncovered } from '#lib/domain/uncovered.ts'
import { insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { entriesAround, type KeptEntry } from '../queries/time-off.ts'
import { uncoveredBy } from '../queries/uncovered.ts'
import { reopenedBy } from './capacity/reopened.ts'
import { withdrawTimeOffNotices } from './inbox-settled.ts'

/** Why a person is away: kept apart from the entry, a row for each version. */
export type Details = { kind: TimeOffKind; note: string }

const OVERLAP = '23P01'
const isOverlap = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === OVERLAP

/** The database has the last word on overlaps: what it refuses is refused in words. */
async function within<T>(person: PersonRef, days: TimeOffDays, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isOverlap(error)) insist(alreadyAway(person.name, days))
    throw error
  }
}

type New = TimeOffDays & { sample?: boolean | undefined; splitOff?: number }

/**
 * @param splitOff the entry of which it is a part: it is as old, and sample data as well if that is
 * @returns the id of the entry
 */
export async function insertEntry(
  ctx: Ctx,
  person: PersonRef,
  { sample = false, splitOff = 0, ...days }: New,
): Promise<number> {
  const { rows } = await within(person, days, () =>
    ctx.db.query<{ id: number }>(
      `insert into time_off (group_id, person_id, from_on, to_on, from_noon, until_noon, created_at, sample)
        select $1, $2, $3, $4, $5, $6, coalesce(w.created_at, $7), coalesce(w.sample, $8)
        from (select) n left join time_off w on w.group_id = $1 and w.id = $9 returning id`,
      [
        ctx.group.id,
        person.id,
        days.fromOn,
        days.toOn,
        days.fromNoon,
        days.untilNoon,
        ctx.now,
        sample,
        splitOff,
      ],
    ),
  )
  const [row] = rows
  if (!row) throw new Error('The time off was not written.')
  return row.id
}

/** The days of an entry and the version of its details; it is there again if it was removed. */
export async function putEntry(
  ctx: Ctx,
  { id, person }: Pick<KeptEntry, 'id' | 'person'>,
  kept: TimeOffData,
): Promise<void> {
  await within(person, kept, () =>
    ctx.db.query(
      `update time_off set from_on = $3, to_on = $4, from_noon = $5, until_noon = $6, details = $7, removed_at = null
        where group_id = $1 and id = $2`,
      [ctx.group.id, id, kept.fromOn, kept.toOn, kept.fromNoon, kept.untilNoon, kept.details],
    ),
  )
}

/** @returns the number of the new version, with which no entry is written yet */
export async function addDetails(ctx: Ctx, id: number, { kind, note }: Details): Promise<number> {
  const { rows } = await ctx.db.query<{ version: number }>(
    `insert into time_off_details (group_id, entry_id, version, kind, note)
      select $1, $2, coalesce(max(version), 0) + 1, $3, $4 from time_off_details where group_id = $1 and entry_id = $2
      returning version`,
    [ctx.group.id, id, kind, note],
  )
  return rows[0]?.version ?? 1
}

/** Refused where the person has become away otherwise since, in words. */
export async function insistFree(
  ctx: Ctx,
  { id, person }: Pick<KeptEntry, 'id' | 'person'>,
  days: TimeOffDays,
) {
  const others = await entriesAround(ctx, person.id, days)
  const other = others.find((one) => one.id !== id && overlaps(one, days))
  insist(other ? alreadyAway(person.name, other) : null)
}

export const timeOffData = ({ fromOn, toOn, fromNoon, untilNoon, details }: TimeOffData): TimeOffData => ({
  fromOn,
  toOn,
  fromNoon,
  untilNoon,
  details,
})

type Back = { back?: readonly Reopened[] }

/** Changes what is kept of an entry, and records it. */
export async function changeEntry(
  ctx: Ctx,
  entry: KeptEntry,
  to: TimeOffData,
  { back }: Back = {},
): Promise<number> {
  const { id, person } = entry
  await putEntry(ctx, entry, to)
  const from = timeOffData(entry)
  const moved = from.fromOn !== to.fromOn || from.toOn !== to.toOn || from.fromNoon !== to.fromNoon
  const touched = moved || from.untilNoon !== to.untilNoon ? [from, to] : []
  const reopened = await reopenedBy(ctx, person, touched, back)
  const own = person.id === ctx.actor.id
  const moves = touched.length > 0
  if (moves) await withdrawTimeOffNotices(ctx, id)
  const uncovered = moves
    ? newlyUncovered(await uncoveredBy(ctx, person, to), await uncoveredBy(ctx, person, from))
    : null
  return record(ctx, { type: 'time_off.edited', data: { id, person, own, from, to, reopened, uncovered } })
}

/** Keeps the row, so that the entry can come back as what it was. */
export async function dropEntry(ctx: Ctx, entry: KeptEntry, { back }: Back = {}): Promise<number> {
  const { id, person } = entry
  await ctx.db.query('update time_off set removed_at = $3 where group_id = $1 and id = $2', [
    ctx.group.id,
    id,
    ctx.now,
  ])
  await withdrawTimeOffNotices(ctx, id)
  const kept = timeOffData(entry)
  const reopened = await reopenedBy(ctx, person, [kept], back)
  const own = person.id === ctx.actor.id
  return record(ctx, { type: 'time_off.removed', data: { id, person, own, ...kept, reopened } })
}

/** Records an entry that is there, new or again. @param was the days of the person of which it is a part */
export async function recordAdded(
  ctx: Ctx,
  { id, person }: Pick<KeptEntry, 'id' | 'person'>,
  kept: TimeOffData,
  { back, was }: Back & { was?: TimeOffDays } = {},
): Promise<number> {
  const reopened = await reopenedBy(ctx, person, [kept], back)
  const own = person.id === ctx.actor.id
  const before = was ? await uncoveredBy(ctx, person, was) : null
  const uncovered = newlyUncovered(await uncoveredBy(ctx, person, kept), before)
  return record(ctx, { type: 'time_off.added', data: { id, person, own, ...kept, reopened, uncovered } })
}
