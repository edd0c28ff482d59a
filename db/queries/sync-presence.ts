import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { readPresence as endpoint, SyncMember } from '#lib/contract/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import { isHere } from '#lib/domain/syncs/next.ts'
import { isAwayOn } from '#lib/domain/updates/owed.ts'
import { isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { weekOfPeople } from './away-in-week.ts'
import { syncById, type SyncFacts } from './syncs.ts'

type Row = { id: string; handle: string; name: string; item: string | null; seenAt: Date }

/** Everyone who looked at a sync, by name. */
export async function visitorsOf(ctx: Ctx, sync: number): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'sync-visitors',
    text: `select p.id, p.handle, p.name, v.item, v.seen_at as "seenAt" from sync_visits v join people p on p.id = v.person_id
      where v.group_id = $1 and v.sync_id = $2 and exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)
      order by p.name, p.id`,
    values: [ctx.group.id, sync],
  })
  return rows
}

/** Who is in the room now; the one who leads first. */
export async function presentIn(
  ctx: Ctx,
  { id, lead, state }: SyncFacts,
): Promise<OutputOf<typeof endpoint>> {
  if (state !== 'running') return { people: [] }
  const here = (await visitorsOf(ctx, id)).filter(({ seenAt }) => isHere(seenAt, ctx.now))
  const people = here.map(({ handle, name, item, id: person }) => ({
    handle,
    name,
    item,
    leads: person === lead?.id,
  }))
  return { people: people.toSorted((a, b) => Number(b.leads) - Number(a.leads)) }
}

export const readPresence = async (ctx: Ctx, { sync }: { sync: number }) =>
  presentIn(ctx, await syncById(ctx, sync))

type Member = { id: string; handle: string; name: string }

/** Those who take part in syncs, by name: who records in them. */
export async function takingPart(ctx: Ctx): Promise<Member[]> {
  const { rows } = await ctx.db.query<Member & { roles: Ctx['actor']['roles'] }>({
    name: 'sync-members',
    text: `select p.id, p.handle, p.name, array_agg(r.role) as roles from group_roles r join people p on p.id = r.person_id
      where r.group_id = $1 group by p.id, p.handle, p.name order by p.name, p.id`,
    values: [ctx.group.id],
  })
  return rows
    .filter(({ roles }) => may({ roles, admin: false }, 'sync.record'))
    .map(({ id, handle, name }) => ({ id, handle, name }))
}

/** And whether each of them is away on that day; why is not asked for. */
export async function membersOn(ctx: Ctx, day: PlainDate): Promise<SyncMember[]> {
  const [members, weeks] = await Promise.all([takingPart(ctx), weekOfPeople(ctx, isoWeek(day))])
  return members.map(({ id, handle, name }) => {
    const week = weeks.get(id)
    return { handle, name, away: week !== undefined && isAwayOn(week, day) }
  })
}
