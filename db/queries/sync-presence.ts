import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { readPresence as endpoint } from '#lib/contract/syncs.ts'
import { isHere } from '#lib/domain/syncs/next.ts'
import type { Ctx } from '../context.ts'
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
