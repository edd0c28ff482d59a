import type { InputOf } from '#lib/contract/endpoint.ts'
import type { changeGroup as changing } from '#lib/contract/groups.ts'
import { whyNotChannels } from '#lib/domain/groups.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { readGroup } from '../queries/groups.ts'
import { insistOnZone } from '../zone.ts'
import { writeCadence, writeChannels } from './groups.ts'

type Wish = Omit<InputOf<typeof changing>, 'group'>

/** What each field is called in the sentence that tells of the change. */
const NAMES: Record<keyof Wish, string> = {
  name: 'name',
  summary: 'summary',
  vision: 'vision',
  mission: 'mission',
  channel: 'main channel',
  namespace: 'namespace',
  zone: 'time zone',
  daysPerWeight: 'days per weight',
  focusFactor: 'focus factor',
  channels: 'channels',
  cadence: 'cadence',
}
// safe because these are the keys of the very table
const FIELDS = Object.keys(NAMES) as (keyof Wish)[]

/** Changes what is named; what is sent as it was is no change. The address of a group stays, so that links do. */
export const changeGroup = (ctx: Ctx, said: InputOf<typeof changing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const group = await readGroup(ctx)
    // As it is kept, so that a zone that is none can be changed to the one that counts in its place.
    const known = { ...group, zone: group.lostZone ?? group.zone }
    const next = { ...known, ...said }
    const changed = FIELDS.filter((field) => JSON.stringify(known[field]) !== JSON.stringify(next[field]))
    if (changed.length === 0) return { event: await lastEvent(ctx) }
    if (changed.includes('zone')) await insistOnZone(ctx.db, next.zone)
    insist(whyNotChannels(next.channels))
    await ctx.db.query(
      `update groups set name = $2, summary = $3, vision = $4, mission = $5, channel = $6, namespace = $7, zone = $8,
          days_per_weight = $9, focus_factor = $10 where id = $1`,
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
      ],
    )
    if (changed.includes('channels')) await writeChannels(ctx.db, ctx.group.id, next.channels)
    if (changed.includes('cadence')) await writeCadence(ctx.db, ctx.group.id, next.cadence)
    const names = changed.map((field) => NAMES[field])
    const of = (facts: Required<Wish>) => Object.fromEntries(changed.map((field) => [field, facts[field]]))
    const data = { changed: names, from: of(known), to: of(next) }
    return { event: await record(ctx, { type: 'group.changed', data }) }
  })
