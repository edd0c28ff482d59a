import type * as contract from '#lib/contract/activities.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { OccurrenceData } from '#lib/domain/events/activities.ts'
import { type RecordedState, whyNotRecord } from '#lib/domain/cadence/occurrences.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { isMine, shownActivity } from '../../queries/activities.ts'
import { activityById, type ActivityRow } from '../../queries/activity-rows.ts'
import { occurrencesIn } from '../../queries/cadence.ts'
import { sourceOf } from '../../queries/cadence-sources.ts'
import { todayOf } from '../../queries/milestones.ts'
import { settleKey } from '../inbox-settled.ts'
import { meOf } from '../issues/dri.ts'
import { occurrenceOf, setOccurrence } from './rows.ts'
import { inBoth } from './shared.ts'

/** Records an occurrence for both groups that share it; the first record stands unless the next one says to replace it. */
export const recordOccurrence = (
  ctx: Ctx,
  { activity: id, day, state, note = '', link = '', replace }: InputOf<typeof contract.recordOccurrence>,
) =>
  inBoth(ctx, id, 'activity.record', async (ctx, partner) => {
    const row = await activityById(ctx, id)
    await insistOnRecord(ctx, row, { day, state, note })
    const known = row.occurrences.find((one) => one.day === day)
    if (known && !replace) {
      const who = known.by.id === ctx.actor.id ? 'You' : known.by.name
      const what = known.state === 'happened' ? 'recorded that it happened' : 'skipped it'
      throw new Failure('conflict', `${who} already ${what}.`, { rule: 'recorded', winner: known.by.handle })
    }
    const { id: me, name } = meOf(ctx)
    const at = ctx.now.toISOString()
    const to = { state, note: note.trim(), link: link.trim(), by: { id: me, name }, at }
    const event = await writeRecord(ctx, partner, row, { day, to })
    return { activity: await shownActivity(ctx, id), event }
  })

export const withdrawOccurrence = (
  ctx: Ctx,
  { activity: id, occurrence: day }: InputOf<typeof contract.withdrawOccurrence>,
) =>
  inBoth(ctx, id, 'activity.record', async (ctx, partner) => {
    const row = await activityById(ctx, id)
    if (!row.occurrences.some((one) => one.day === day)) throw notFound('A record of that day')
    insist(
      isMine(ctx, row) || may(ctx.actor, 'activity.edit')
        ? null
        : {
            code: 'not_yours',
            because: 'Only the owner of the activity and the engineering manager can withdraw this.',
          },
    )
    const event = await writeRecord(ctx, partner, row, { day, to: null })
    return { activity: await shownActivity(ctx, id), event }
  })

type Recording = { day: PlainDate; state: RecordedState; note: string }

async function insistOnRecord(ctx: Ctx, row: ActivityRow, { day, state, note }: Recording): Promise<void> {
  const all = await occurrencesIn(ctx, [row], { from: day, to: day })
  const planned = (all.get(row.id)?.items.length ?? 0) > 0
  const who = { mine: isMine(ctx, row), leads: may(ctx.actor, 'activity.edit') }
  const derived = sourceOf(row.kind) !== null
  if (row.share?.state === 'offered')
    insist({ code: 'offered', because: 'Accept to share this activity first.' })
  insist(whyNotRecord({ state, note, day, today: todayOf(ctx), planned, derived, ...who }))
}

type Written = { day: PlainDate; to: OccurrenceData | null }

/** In both groups where it is shared. What was asked about the day is answered with it. */
export async function writeRecord(
  ctx: Ctx,
  partner: Ctx | null,
  row: ActivityRow,
  { day, to }: Written,
): Promise<number> {
  const event = await write(ctx, row, { day, to })
  if (partner && row.share?.theirs)
    await write(partner, await activityById(partner, row.share.theirs), { day, to })
  return event
}

async function write(ctx: Ctx, row: ActivityRow, { day, to }: Written): Promise<number> {
  const known = row.occurrences.find((one) => one.day === day)
  await setOccurrence(ctx, row.id, day, to)
  if (to !== null) await settleKey(ctx, 'activity.reminded', String(row.id), day)
  const from = known ? occurrenceOf(known) : null
  return record(ctx, { type: 'activity.recorded', data: { id: row.id, name: row.name, day, from, to } })
}
