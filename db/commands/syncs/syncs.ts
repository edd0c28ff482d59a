import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/syncs.ts'
import { whyNotIn, whyNotSkip, whyNotStart } from '#lib/domain/syncs/next.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { agendaNow } from '../../queries/agenda/agenda.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { outcomesOfSync } from '../../queries/sync-outcomes.ts'
import { takingPart, visitorsOf } from '../../queries/sync-presence.ts'
import { agendaOfSync, entriesOf } from '../../queries/sync-room.ts'
import { lastAndNextSync, runningSync, shownSync, syncById } from '../../queries/syncs.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'

type Changed = OutputOf<typeof contract.startSync>
type Sampled = { sample?: boolean }

/** Two who start it at once: the second is told who did, and joins. */
function insistAgainstOther(refusal: Refusal | null, sync: number | undefined): void {
  if (refusal?.code === 'running')
    throw new Failure('conflict', refusal.because, { rule: refusal.code, sync: sync ?? null })
  insist(refusal)
}

/** Handbook › Cadence: the weekly sync. It begins with the agenda of now, and takes up what was settled before it. */
export const startSync = (
  ctx: Ctx,
  { skip = false, sample = false }: Partial<InputOf<typeof contract.startSync>> & Sampled = {},
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sync.record')
    const me = meOf(ctx)
    const [running, { next }] = await Promise.all([runningSync(ctx), lastAndNextSync(ctx)])
    const facts = { running: running && { lead: running.lead?.name ?? null } }
    if (skip) {
      const day = next && next.day
      insistAgainstOther(whyNotSkip({ ...facts, day }), running?.id)
      const id = await insertSync(ctx, { day: day ?? todayOf(ctx), state: 'skipped', agenda: [], sample })
      return answer(
        ctx,
        id,
        await record(ctx, { type: 'sync.skipped', data: { id, day: day ?? todayOf(ctx) } }),
      )
    }
    insistAgainstOther(whyNotStart(facts), running?.id)
    const day = todayOf(ctx)
    const [now, settled] = await Promise.all([agendaNow(ctx, null), outcomesOfSync(ctx, null)])
    const agenda = entriesOf({ now, began: null, over: [] }, settled)
    const id = await insertSync(ctx, { day, state: 'running', agenda, sample })
    return answer(ctx, id, await record(ctx, { type: 'sync.started', data: { id, day, lead: me, agenda } }))
  })

type New = Required<Sampled> & { day: string; state: 'running' | 'skipped'; agenda: readonly unknown[] }

/** And takes up what was settled since the last one. */
async function insertSync(ctx: Ctx, { day, state, agenda, sample }: New): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-sync',
    text: `insert into syncs (group_id, day, state, lead_id, started_at, ended_at, agenda, over, attended, sample)
      values ($1, $2, $3, $4, case when $3 = 'running' then $5::timestamptz end,
        case when $3 = 'skipped' then $5::timestamptz end, $6, '{}', '{}', $7) returning id`,
    values: [ctx.group.id, day, state, ctx.actor.id, ctx.now, JSON.stringify(agenda), sample],
  })
  const id = rows[0]?.id ?? 0
  await ctx.db.query({
    name: 'take-up-outcomes',
    text: 'update sync_outcomes set sync_id = $2 where group_id = $1 and sync_id is null',
    values: [ctx.group.id, id],
  })
  return id
}

const answer = async (ctx: Ctx, id: number, event: number): Promise<Changed> => ({
  sync: shownSync(await syncById(ctx, id)),
  event,
})

/** It becomes the minutes, in the transaction that tells those who were absent: once, or not at all. */
export const endSync = (
  ctx: Ctx,
  { sync: id }: Pick<InputOf<typeof contract.endSync>, 'sync'>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sync.record')
    const sync = await syncById(ctx, id)
    insist(whyNotIn(sync))
    const [{ agenda, over }, visitors, members] = await Promise.all([
      agendaOfSync(ctx, sync),
      visitorsOf(ctx, id),
      takingPart(ctx),
    ])
    const attended = visitors.map(({ id, name }) => ({ id, name }))
    const there = new Set(attended.map(({ id }) => id))
    const absent = members.flatMap(({ id, name }) => (there.has(id) ? [] : [{ id, name }]))
    await ctx.db.query({
      name: 'end-sync',
      text: `update syncs set state = 'ended', ended_at = $3, agenda = $4, over = $5, attended = $6 where group_id = $1 and id = $2`,
      values: [ctx.group.id, id, ctx.now, JSON.stringify(agenda), over, [...there]],
    })
    const data = { id, day: sync.day, agenda, over, attended, absent }
    return answer(ctx, id, await record(ctx, { type: 'sync.ended', data }))
  })

/** One person leads, and the others follow. */
export const leadSync = (
  ctx: Ctx,
  { sync: id, to }: Pick<InputOf<typeof contract.leadSync>, 'sync' | 'to'>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sync.record')
    const [sync, lead] = await Promise.all([syncById(ctx, id), memberByHandle(ctx, to)])
    insist(whyNotIn(sync))
    if (sync.lead?.id === lead.id) return answer(ctx, id, await lastEvent(ctx))
    await ctx.db.query({
      name: 'lead-sync',
      text: 'update syncs set lead_id = $3 where group_id = $1 and id = $2',
      values: [ctx.group.id, id, lead.id],
    })
    const from = sync.lead && { id: sync.lead.id, name: sync.lead.name }
    const data = { id, day: sync.day, from, to: { id: lead.id, name: lead.name } }
    return answer(ctx, id, await record(ctx, { type: 'sync.led', data }))
  })
