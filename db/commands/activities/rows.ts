import type { PersonRef } from '#lib/domain/event-refs.ts'
import type {
  ActivityData,
  OccurrenceData,
  OccurrenceOn,
  ShareData,
  WholeActivity,
} from '#lib/domain/events/activities.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../../context.ts'
import type { ActivityRow, OccurrenceRow } from '../../queries/activity-rows.ts'
import { idOr } from '../ids.ts'

export const personOf = ({ id, name }: PersonRef): PersonRef => ({ id, name })

export const dataOf = ({ name, owner, rhythms }: ActivityRow): ActivityData => ({
  name,
  owner: owner && personOf(owner),
  rhythms,
})

export const occurrenceOf = ({ state, note, link, by, at }: OccurrenceRow): OccurrenceData => ({
  state,
  note,
  link,
  by: personOf(by),
  at,
})

export const wholeOf = (row: ActivityRow): WholeActivity => ({
  id: row.id,
  kind: row.kind,
  ...dataOf(row),
  occurrences: row.occurrences.map((one) => ({ day: one.day, ...occurrenceOf(one) })),
  share: row.share,
})

type New = Omit<WholeActivity, 'id'> & { id?: number; sample: boolean }

export async function insertActivity(ctx: Ctx, { share, owner, ...row }: New): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-activity',
    text: `insert into activities (group_id, name, kind, owner_id, rhythms, share, partner_group_id, partner_id, sample, created_at, id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${idOr('activities', '$11')}) returning id`,
    values: [
      ctx.group.id,
      row.name,
      row.kind,
      owner?.id ?? null,
      JSON.stringify(row.rhythms),
      share?.state ?? null,
      share?.group.id ?? null,
      share?.theirs ?? null,
      row.sample,
      ctx.now,
      row.id ?? null,
    ],
  })
  const id = rows[0]?.id ?? 0
  await addOccurrences(ctx, id, row.occurrences)
  return id
}

export async function addOccurrences(ctx: Ctx, id: number, all: readonly OccurrenceOn[]): Promise<void> {
  for (const { day, ...one } of all) await setOccurrence(ctx, id, day, one)
}

export async function setOccurrence(
  ctx: Ctx,
  id: number,
  day: PlainDate,
  to: OccurrenceData | null,
): Promise<void> {
  if (to === null) {
    await ctx.db.query({
      name: 'delete-occurrence',
      text: 'delete from occurrences where group_id = $1 and activity_id = $2 and day = $3',
      values: [ctx.group.id, id, day],
    })
    return
  }
  await ctx.db.query({
    name: 'set-occurrence',
    text: `insert into occurrences (group_id, activity_id, day, state, note, link, by_id, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (group_id, activity_id, day) do update set state = excluded.state,
        note = excluded.note, link = excluded.link, by_id = excluded.by_id, at = excluded.at`,
    values: [ctx.group.id, id, day, to.state, to.note, to.link, to.by.id, to.at],
  })
}

export const updateFacts = (ctx: Ctx, id: number, { name, owner, rhythms }: ActivityData) =>
  ctx.db.query({
    name: 'update-activity',
    text: 'update activities set name = $3, owner_id = $4, rhythms = $5 where group_id = $1 and id = $2',
    values: [ctx.group.id, id, name, owner?.id ?? null, JSON.stringify(rhythms)],
  })

export const updateShare = (ctx: Ctx, id: number, share: ShareData | null) =>
  ctx.db.query({
    name: 'update-activity-share',
    text: `update activities set share = $3, partner_group_id = $4, partner_id = $5 where group_id = $1 and id = $2`,
    values: [ctx.group.id, id, share?.state ?? null, share?.group.id ?? null, share?.theirs ?? null],
  })

export const deleteActivity = (ctx: Ctx, id: number) =>
  ctx.db.query({
    name: 'delete-activity',
    text: 'delete from activities where group_id = $1 and id = $2',
    values: [ctx.group.id, id],
  })
