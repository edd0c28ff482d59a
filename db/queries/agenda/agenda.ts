import { type AgendaEntry, agendaOf } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'
import { driftLines } from '../drift.ts'
import { todayOf } from '../milestones.ts'
import { blockedLines } from './blocked.ts'
import { confidenceLines } from './confidence.ts'
import { driftingLines, unownedLines } from './drift.ts'
import { handOverLines } from './hand-overs.ts'
import { handLines } from './hands.ts'
import { pointLines } from './points.ts'
import { pushBackLines } from './push-backs.ts'
import { unclaimedLines } from './unclaimed.ts'

/**
 * All that is to be talked about now, as far as the reader may see it, in the order of the law; what was put off waits for
 * its day. A further source joins here.
 * @param sync the one that runs, whose own outcomes put off nothing
 */
export async function agendaNow(ctx: Ctx, sync: number | null): Promise<AgendaEntry[]> {
  const [drifting, putOff, ...lines] = await Promise.all([
    driftLines(ctx),
    putOffKeys(ctx, sync),
    handLines(ctx),
    blockedLines(ctx),
    handOverLines(ctx),
    unclaimedLines(ctx),
    confidenceLines(ctx),
    pushBackLines(ctx),
    pointLines(ctx),
  ])
  const all = [...lines.flat(), ...unownedLines(drifting), ...driftingLines(drifting)]
  return agendaOf(all).filter(({ key }) => !putOff.has(key))
}

/** Items of which an earlier sync said to look at them on a day that lies ahead, by the last that it said. */
async function putOffKeys(ctx: Ctx, sync: number | null): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.query<{ item: string }>({
    name: 'agenda-put-off',
    text: `select item from (select distinct on (item) item, kind, day, sync_id from sync_outcomes
        where group_id = $1 and sync_id is not null and kind <> 'note'
          and item in (select item from sync_outcomes where group_id = $1 and kind = 'revisit' and day > $2)
        order by item, id desc) last
      where kind = 'revisit' and day > $2 and sync_id is distinct from $3`,
    values: [ctx.group.id, todayOf(ctx), sync],
  })
  return new Set(rows.map(({ item }) => item))
}
