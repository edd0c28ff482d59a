import type { Shelf } from '#lib/domain/milestones.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { isZone } from '#lib/kit/zone.ts'
import { authorise, inTransaction, type Ctx, type GroupKey } from '../context.ts'
import { record } from '../events/record.ts'

export type NewGroup = {
  slug: string
  name: string
  /** What the group is, in the words with which its page begins. */
  summary: string
  vision: string
  mission: string
  namespace: string
  channel: string
  /** IANA name. */
  zone: string
  channels: readonly { name: string; purpose: string }[]
  cadence: readonly { activity: string; frequency: string; owner: string }[]
}

/** Before there is a group, there is nothing to lock: the caller has begun the transaction. */
export type Founding = Omit<Ctx, 'group' | 'attempt'> & { inside: true }

/**
 * Founds a group with its counters, channels and cadence.
 * @throws forbidden for anybody but an administrator of the installation
 */
export async function createGroup({ actor, now, db, inside }: Founding, input: NewGroup): Promise<GroupKey> {
  if (!actor.admin) throw new Failure('forbidden', 'Only an administrator creates groups.')
  insist(isZone(input.zone) ? null : { code: 'zone', because: `“${input.zone}” is not a time zone.` })
  const { rows } = await db.query<{ id: number }>(
    `with made as (
        insert into groups (slug, name, summary, vision, mission, channel, namespace, zone, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
      ) insert into group_counters (group_id) select id from made returning group_id as id`,
    [
      input.slug,
      input.name,
      input.summary,
      input.vision,
      input.mission,
      input.channel,
      input.namespace,
      input.zone,
      now,
    ],
  )
  const group = { id: rows[0]?.id ?? 0, slug: input.slug, name: input.name, zone: input.zone }
  await db.query(
    `insert into group_channels (group_id, name, purpose)
      select $1, c->>'name', c->>'purpose' from jsonb_array_elements($2) c`,
    [group.id, JSON.stringify(input.channels)],
  )
  await db.query(
    `insert into group_cadence (group_id, position, activity, frequency, owner)
      select $1, place, c->>'activity', c->>'frequency', c->>'owner'
      from jsonb_array_elements($2) with ordinality list(c, place)`,
    [group.id, JSON.stringify(input.cadence)],
  )
  await record({ actor, group, now, db, inside }, { type: 'group.created', data: { name: input.name } })
  return group
}

/** Lays out a milestone without days, where work waits that is planned for no timebox. */
export const createShelf = (ctx: Ctx, { shelf, title }: { shelf: Shelf; title: string }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    await ctx.db.query(
      'insert into milestones (group_id, title, slug, shelf, created_at) values ($1, $2, $3, $3, $4)',
      [ctx.group.id, title, shelf, ctx.now],
    )
    await record(ctx, {
      type: 'milestone.created',
      data: { title, kind: 'shelf', startOn: null, dueOn: null },
    })
  })
