import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listTimeOff as endpoint, TimeOffEntry } from '#lib/contract/time-off.ts'
import { may } from '#lib/domain/permissions.ts'
import { actOfChange, isShortNotice, type TimeOffDays, type TimeOffKind } from '#lib/domain/time-off.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { milestonesOf, todayOf } from './milestones.ts'
import { roleHolder } from './people.ts'

const A_YEAR = 366

type Row = Omit<TimeOffEntry, 'shortNotice' | 'editable'> & { createdAt: Date }

/** Kind and note leave the database for the person whose time off it is, and for an EM who may see those of others. */
export async function listTimeOff(
  ctx: Ctx,
  { from = todayOf(ctx), to = addDays(from, A_YEAR), person }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const [milestones, of] = await Promise.all([
    milestonesOf(ctx),
    person === undefined || person === ctx.actor.handle ? null : roleHolder(ctx, person),
  ])
  const { rows } = await ctx.db.query<Row>({
    name: 'time-off',
    text: `select t.id, p.handle as person, p.name, t.from_on as "from", t.to_on as "to", t.from_noon as "fromNoon",
        t.until_noon as "untilNoon", d.kind, d.note, t.person_id is not distinct from $2 as mine, t.created_at as "createdAt"
      from time_off t join people p on p.id = t.person_id
        left join time_off_details d on (t.person_id = $2 or $3) and d.group_id = t.group_id and d.entry_id = t.id
          and d.version = t.details
      where t.group_id = $1 and t.removed_at is null and t.to_on >= $4 and t.from_on <= $5
        and ($6::text is null or t.person_id = $6)
      order by t.from_on, p.name collate by_language, t.id`,
    values: [
      ctx.group.id,
      ctx.actor.id,
      may(ctx.actor, 'pto.kind'),
      from,
      to,
      person === ctx.actor.handle ? ctx.actor.id : (of?.id ?? null),
    ],
  })
  return {
    items: rows.map(({ createdAt, ...row }) => ({
      ...row,
      shortNotice: isShortNotice(dayIn(ctx.group.zone, createdAt), { fromOn: row.from }, milestones),
      editable: may(ctx.actor, actOfChange(row.mine)),
    })),
  }
}

export type KeptEntry = TimeOffDays & {
  id: number
  person: { id: string; name: string }
  kind: TimeOffKind
  note: string
  /** The version of kind and note that holds. */
  details: number
  removed: boolean
}

const KEPT = `select t.id, jsonb_build_object('id', p.id, 'name', p.name) as person, t.from_on as "fromOn", t.to_on as "toOn",
    t.from_noon as "fromNoon", t.until_noon as "untilNoon", d.kind, d.note, t.details, t.removed_at is not null as removed
  from time_off t join people p on p.id = t.person_id
    join time_off_details d on d.group_id = t.group_id and d.entry_id = t.id and d.version = t.details
  where t.group_id = $1`

/** With kind and note, for commands alone: the caller answers nothing of them. */
export async function entryById(ctx: Ctx, id: number): Promise<KeptEntry | undefined> {
  const { rows } = await ctx.db.query<KeptEntry>({
    name: 'time-off-entry',
    text: `${KEPT} and t.id = $2`,
    values: [ctx.group.id, id],
  })
  return rows[0]
}

/** What a person has around some days, for commands alone. */
export async function entriesAround(
  ctx: Ctx,
  person: string,
  { fromOn, toOn }: Pick<TimeOffDays, 'fromOn' | 'toOn'>,
): Promise<KeptEntry[]> {
  const { rows } = await ctx.db.query<KeptEntry>({
    name: 'time-off-around',
    text: `${KEPT} and t.person_id = $2 and t.removed_at is null and t.to_on >= $3 and t.from_on <= $4 order by t.from_on, t.id`,
    values: [ctx.group.id, person, fromOn, toOn],
  })
  return rows
}
