import type {
  askToConfirm as ask,
  confirmCapacity as confirm,
  reopenCapacity as reopen,
} from '#lib/contract/capacity.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotAsk, whyNotConfirm } from '#lib/domain/capacity/rules.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle, type PersonRef } from '../../queries/facts.ts'
import { inTransaction } from '../../transaction.ts'
import { settle } from '../inbox-settled.ts'
import { planned } from './planned.ts'

/** “My days are right”: holds until the person's time off in the milestone changes. */
export const confirmCapacity = (ctx: Ctx, input: InputOf<typeof confirm> & { sample?: boolean }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'pto.own')
    const { data, milestone, person } = await namedIn(ctx, input)
    insist(whyNotConfirm(person.id === ctx.actor.id))
    await settle(ctx, 'capacity.asked', { key: data.milestone.id, person: person.id })
    const { rowCount } = await ctx.db.query(
      `insert into capacity_confirmations (group_id, milestone_id, person_id, confirmed_at, sample) values ($1, $2, $3, $4, $5)
        on conflict do nothing`,
      [ctx.group.id, milestone, person.id, ctx.now, input.sample ?? false],
    )
    if (rowCount === 0) return { event: await lastEvent(ctx) }
    return { event: await record(ctx, { type: 'capacity.confirmed', data }) }
  })

export const reopenCapacity = (ctx: Ctx, input: InputOf<typeof reopen>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'pto.own')
    const { data, milestone, person } = await namedIn(ctx, input)
    insist(whyNotConfirm(person.id === ctx.actor.id))
    const { rowCount } = await ctx.db.query(
      'delete from capacity_confirmations where group_id = $1 and milestone_id = $2 and person_id = $3',
      [ctx.group.id, milestone, person.id],
    )
    if (rowCount === 0) return { event: await lastEvent(ctx) }
    return { event: await record(ctx, { type: 'capacity.reopened', data }) }
  })

export const askToConfirm = (ctx: Ctx, input: InputOf<typeof ask>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'capacity.override')
    const { data, milestone, person } = await namedIn(ctx, input)
    const { rowCount } = await ctx.db.query(
      'select from capacity_confirmations where group_id = $1 and milestone_id = $2 and person_id = $3',
      [ctx.group.id, milestone, person.id],
    )
    insist(whyNotAsk(rowCount !== 0, person.name))
    return { event: await record(ctx, { type: 'capacity.asked', data }) }
  })

async function namedIn(
  ctx: Ctx,
  input: { milestone: string; person: string },
): Promise<{
  milestone: number
  person: PersonRef
  data: { milestone: { id: string; title: string }; person: { id: string; name: string } }
}> {
  const { id, title } = await planned(ctx, input.milestone)
  const person = await memberByHandle(ctx, input.person)
  const data = { milestone: { id, title }, person: { id: person.id, name: person.name } }
  return { milestone: Number(id), person, data }
}
