import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { beHere as endpoint } from '#lib/contract/syncs.ts'
import { isHere } from '#lib/domain/syncs/next.ts'
import { authorise, type Ctx } from '../../context.ts'
import { tellRoom } from '../../events/listen.ts'
import { ownAct } from '../../own-act.ts'
import { presentIn } from '../../queries/sync-presence.ts'
import { syncById } from '../../queries/syncs.ts'
import { meOf } from '../issues/dri.ts'

type Seen = { before: Date | null; itemBefore: string | null }

/**
 * A sign of life of a page of the room. It leaves no event: who is there is told to the others when it changes, and kept with
 * the minutes once the sync ends. Afterwards it says when the minutes were read last.
 */
export const beHere = (
  ctx: Ctx,
  { sync: id, item }: Pick<InputOf<typeof endpoint>, 'sync' | 'item'>,
): Promise<OutputOf<typeof endpoint>> =>
  ownAct(ctx, async (ctx) => {
    authorise(ctx, 'see.boards')
    const [me, sync] = [meOf(ctx), await syncById(ctx, id)]
    const { rows } = await ctx.db.query<Seen>({
      name: 'be-here',
      text: `with old as (select seen_at, item from sync_visits where group_id = $1 and sync_id = $2 and person_id = $3),
          new as (insert into sync_visits (group_id, sync_id, person_id, seen_at, item) values ($1, $2, $3, $4, $5)
            on conflict (group_id, sync_id, person_id) do update set seen_at = excluded.seen_at, item = excluded.item returning 1)
        select (select seen_at from old) as before, (select item from old) as "itemBefore" from new`,
      values: [ctx.group.id, id, me.id, ctx.now, item],
    })
    const [seen] = rows
    const came = !seen?.before || !isHere(seen.before, ctx.now)
    if (sync.state === 'running' && (came || seen?.itemBefore !== item)) await tellRoom(ctx.db, ctx.group.id)
    return presentIn(ctx, sync)
  })
