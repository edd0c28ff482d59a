import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeGroup as changing } from '#lib/contract/groups.ts'
import type { ReopenedOf } from '#lib/domain/events/time-off.ts'
import { whyNotChannels } from '#lib/domain/groups.ts'
import { whyNotMix } from '#lib/domain/plan/mix.ts'
import { insist } from '#lib/kit/failure.ts'
import { listCountries, whyNotPlace } from '../calendar/holidays.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lookAgain } from '../jobs/ask.ts'
import { lastEvent } from '../queries/events.ts'
import { readGroup } from '../queries/groups.ts'
import { insistOnZone } from '../zone.ts'
import { reopenedInGroup } from './capacity/reopened.ts'
import { writeCadence, writeChannels } from './groups.ts'

type Input = Omit<InputOf<typeof changing>, 'group'>
/** `back`: confirmations of capacity that the change took back which is now undone. */
type Changing = InputOf<typeof changing> & { back?: readonly ReopenedOf[] }

/** What each field is called in the sentence that tells of the change. */
const NAMES: Record<keyof Input, string> = {
  name: 'name',
  summary: 'summary',
  vision: 'vision',
  mission: 'mission',
  channel: 'main channel',
  namespace: 'namespace',
  zone: 'time zone',
  daysPerWeight: 'days per weight',
  focusFactor: 'focus factor',
  country: 'country',
  region: 'region',
  triageShare: 'share of triage',
  refinementDay: 'day of refinement issues',
  refinementHour: 'hour of refinement issues',
  updateDay: 'day of status updates',
  syncDay: 'day of the weekly sync',
  syncTime: 'time of the weekly sync',
  syncMinutes: 'length of the weekly sync',
  mix: 'mix of work',
  channels: 'channels',
  cadence: 'cadence',
}
// safe because these are the keys of the very table
const FIELDS = Object.keys(NAMES) as (keyof Input)[]

/** What decides when jobs come round. */
const TURNS = ['zone', 'refinementDay', 'refinementHour', 'updateDay'] as const

/** Changes what is named; what is sent as it was is no change. The address of a group stays, so that links do. */
export async function changeGroup(ctx: Ctx, { back, ...input }: Changing): Promise<{ event: number }> {
  // Read before the group is locked: the list takes its time when it is read first.
  if (input.country !== undefined || input.region !== undefined) await listCountries()
  return inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const group = await readGroup(ctx)
    // As it is kept, so that a zone that is none can be changed to the one that counts in its place.
    const known = { ...group, zone: group.lostZone ?? group.zone }
    // The region of one country is none of another.
    const moved = input.country !== undefined && input.country !== known.country
    const next = { ...known, ...(moved && { region: '' }), ...input }
    const changed = FIELDS.filter((field) => JSON.stringify(known[field]) !== JSON.stringify(next[field]))
    if (changed.length === 0) return { event: await lastEvent(ctx) }
    if (changed.includes('zone')) await insistOnZone(ctx.db, next.zone)
    insist(whyNotChannels(next.channels))
    insist(whyNotMix(next.mix))
    const movesDays = changed.includes('country') || changed.includes('region')
    if (movesDays) insist(await whyNotPlace(next))
    await ctx.db.query(
      `update groups set name = $2, summary = $3, vision = $4, mission = $5, channel = $6, namespace = $7, zone = $8,
          days_per_weight = $9, focus_factor = $10, country = $11, region = $12, triage_share = $13,
          refinement_day = $14, refinement_hour = $15,
          mix_bug = $16, mix_maintenance = $17, mix_feature = $18,
          sync_day = $19, sync_time = $20, sync_minutes = $21, update_day = $22 where id = $1`,
      [
        ctx.group.id,
        next.name,
        next.summary,
        next.vision,
        next.mission,
        next.channel,
        next.namespace,
        next.zone,
        next.daysPerWeight,
        next.focusFactor,
        next.country,
        next.region,
        next.triageShare,
        next.refinementDay,
        next.refinementHour,
        next.mix?.bug,
        next.mix?.maintenance,
        next.mix?.feature,
        next.syncDay,
        next.syncTime,
        next.syncMinutes,
        next.updateDay,
      ],
    )
    if (changed.includes('channels')) await writeChannels(ctx.db, ctx.group.id, next.channels)
    if (changed.includes('cadence')) await writeCadence(ctx.db, ctx.group.id, next.cadence)
    if (TURNS.some((field) => changed.includes(field))) await lookAgain(ctx.db)
    const names = changed.map((field) => NAMES[field])
    const of = (facts: Required<Input>) => Object.fromEntries(changed.map((field) => [field, facts[field]]))
    const reopened = movesDays ? await reopenedInGroup(ctx, back) : []
    const data = { changed: names, from: of(known), to: of(next), reopened }
    return { event: await record(ctx, { type: 'group.changed', data }) }
  })
}
