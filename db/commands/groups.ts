import type { Shelf } from '#lib/domain/milestones.ts'
import { whyNotChannels } from '#lib/domain/groups.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { USUAL_SYNC } from '#lib/domain/syncs/turn.ts'
import { USUAL_UPDATE_DAY } from '#lib/domain/updates/owed.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Actor, type Ctx, type Db, type GroupKey } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { insistOnZone } from '../zone.ts'

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

/** @throws forbidden for anybody but an administrator of the installation */
export function insistMayFound(actor: Actor): void {
  const refusal = whyNotAllowed(actor, 'group.found')
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

/**
 * Founds a group with its counters, channels and cadence.
 * @throws forbidden for anybody but an administrator of the installation
 */
export async function insertGroup({ actor, now, db, inside }: Founding, input: NewGroup): Promise<GroupKey> {
  insistMayFound(actor)
  await insistOnZone(db, input.zone)
  insist(whyNotChannels(input.channels))
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
  await writeChannels(db, group.id, input.channels)
  await writeCadence(db, group.id, input.cadence)
  const { slug: _, channels, cadence, ...rest } = input
  const facts = {
    ...rest,
    daysPerWeight: 2,
    focusFactor: 1,
    ...NOWHERE,
    channels: [...channels],
    cadence: [...cadence],
  }
  await record(
    { actor, group, now, db, inside },
    { type: 'group.created', data: { name: input.name, facts } },
  )
  return group
}

/**
 * Without a country a group has no public holidays, until it says where it is; half of each day goes to triage in a week of
 * duty; refinement begins on Monday morning.
 */
const NOWHERE = {
  country: '',
  region: '',
  triageShare: 50,
  refinementDay: 1,
  refinementHour: 9,
  updateDay: USUAL_UPDATE_DAY,
  ...USUAL_SYNC,
  mix: null,
}

export async function writeChannels(
  db: Db,
  group: number,
  channels: readonly { name: string; purpose: string }[],
): Promise<void> {
  await db.query('delete from group_channels where group_id = $1', [group])
  await db.query(
    `insert into group_channels (group_id, name, purpose)
      select $1, c->>'name', c->>'purpose' from jsonb_array_elements($2) c`,
    [group, JSON.stringify(channels)],
  )
}

export async function writeCadence(
  db: Db,
  group: number,
  cadence: readonly { activity: string; frequency: string; owner: string }[],
): Promise<void> {
  await db.query('delete from group_cadence where group_id = $1', [group])
  await db.query(
    `insert into group_cadence (group_id, position, activity, frequency, owner)
      select $1, place, c->>'activity', c->>'frequency', c->>'owner'
      from jsonb_array_elements($2) with ordinality list(c, place)`,
    [group, JSON.stringify(cadence)],
  )
}

/** Lays out a milestone without days, where work waits that is planned for no timebox. */
export const createShelf = (ctx: Ctx, { shelf, title }: { shelf: Shelf; title: string }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    const { rows } = await ctx.db.query<{ id: number }>(
      'insert into milestones (group_id, title, slug, shelf, created_at) values ($1, $2, $3, $3, $4) returning id',
      [ctx.group.id, title, shelf, ctx.now],
    )
    await record(ctx, {
      type: 'milestone.created',
      data: { id: rows[0]?.id ?? 0, slug: shelf, title, kind: 'shelf', shelf, startOn: null, dueOn: null },
    })
  })
