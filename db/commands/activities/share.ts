import type * as contract from '#lib/contract/activities.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { isShared } from '#lib/domain/cadence/activities.ts'
import type { ShareData } from '#lib/domain/events/activities.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { zoneOrUtc } from '#lib/kit/zone.ts'
import { groupById, inBothGroups } from '../../both-groups.ts'
import { authorise, type Ctx, type GroupKey } from '../../context.ts'
import { record } from '../../events/record.ts'
import { shownActivity } from '../../queries/activities.ts'
import { activityById, type ActivityRow, activityRows } from '../../queries/activity-rows.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { inTransaction } from '../../transaction.ts'
import {
  addOccurrences,
  deleteActivity,
  insertActivity,
  personOf,
  updateFacts,
  updateShare,
  wholeOf,
} from './rows.ts'
import { othersOf } from './activities.ts'

const kept = ({ id, name }: GroupKey) => ({ id, name })

/** Asks a counterpart group. It gets a row of its own at once, which counts once it accepts. */
export async function shareActivity(
  ctx: Ctx,
  { activity: id, counterpart }: InputOf<typeof contract.shareActivity>,
) {
  const group = await seenGroup(ctx, counterpart)
  if (!group)
    return inTransaction(ctx, async (ctx): Promise<never> => {
      authorise(ctx, 'activity.edit')
      await activityById(ctx, id)
      throw notFound(`The group “${counterpart}”`)
    })
  if (group.id === ctx.group.id)
    return inTransaction(ctx, async (ctx): Promise<never> => {
      authorise(ctx, 'activity.edit')
      throw new Failure('refused', 'Choose another group: this is the group itself.', { rule: 'own_group' })
    })
  return inBothGroups(ctx, group, async (ctx, partner) => {
    authorise(ctx, 'activity.edit')
    const row = await activityById(ctx, id)
    insist(whyNotShare(row))
    const offered = { ...wholeOf(row), owner: null, occurrences: [] }
    const back: ShareData = { state: 'offered', group: kept(ctx.group), theirs: id }
    const { id: _, ...facts } = offered
    const theirs = await insertActivity(partner, { ...facts, share: back, sample: false })
    const to: ShareData = { state: 'asked', group: kept(group), theirs }
    await updateShare(ctx, id, to)
    await record(partner, { type: 'activity.offered', data: { ...facts, id: theirs, share: back } })
    const data = { id, name: row.name, from: row.share, to }
    const event = await record(ctx, { type: 'activity.share_set', data })
    return { activity: await shownActivity(ctx, id), event }
  })
}

function whyNotShare({ kind, share }: ActivityRow) {
  if (kind !== 'shared_review' && kind !== 'own')
    return { code: 'not_shareable', because: 'Only shared reviews and other activities can be shared.' }
  return share && share.state !== 'declined'
    ? { code: 'shared', because: `It is shared with ${share.group.name} already.` }
    : null
}

/** Null for a group that the actor may not see, or that is none */
async function seenGroup(ctx: Ctx, slug: string): Promise<GroupKey | null> {
  const { rows } = await ctx.db.query<GroupKey>({
    name: 'group-to-share-with',
    text: `select g.id, g.slug, g.name, g.zone from groups g where g.slug = $1
      and ($2 or exists (select from group_roles r where r.group_id = g.id and r.person_id = $3))`,
    values: [slug, ctx.actor.admin, ctx.actor.id],
  })
  const [group] = rows
  if (!group) return null
  return { ...group, zone: zoneOrUtc(group.zone) }
}

/** The counterpart group accepts, and then has what was recorded by now; or declines, and has nothing of it. */
export async function answerShare(
  ctx: Ctx,
  { activity: id, accept, owner }: InputOf<typeof contract.answerShare>,
) {
  const group = await otherGroup(ctx, id)
  if (!group)
    return inTransaction(ctx, async (ctx): Promise<never> => {
      authorise(ctx, 'activity.edit')
      await activityById(ctx, id)
      throw answeredBefore()
    })
  return inBothGroups(ctx, group, async (ctx, partner) => {
    authorise(ctx, 'activity.edit')
    const row = await activityById(ctx, id)
    if (row.share?.state !== 'offered') throw answeredBefore()
    const theirs = await activityById(partner, row.share.theirs ?? 0)
    return {
      event: await (accept
        ? join(ctx, row, { partner, theirs, owner })
        : decline(ctx, row, { partner, theirs })),
    }
  })
}

type Other = { partner: Ctx; theirs: ActivityRow }

async function join(
  ctx: Ctx,
  row: ActivityRow,
  { partner, theirs, owner }: Other & { owner: string | null | undefined },
): Promise<number> {
  const others = await othersOf(ctx, row.id)
  const taken = others.find(({ name }) => name.toLowerCase() === row.name.toLowerCase())
  insist(
    taken
      ? { code: 'name_taken', because: `You have an activity called “${taken.name}”. Rename it first.` }
      : null,
  )
  const handle = owner === undefined ? ctx.actor.handle : owner
  const named = handle === null ? null : personOf(await memberByHandle(ctx, handle))
  const share: ShareData = { state: 'joined', group: kept(partner.group), theirs: theirs.id }
  const { occurrences } = wholeOf(theirs)
  await updateFacts(ctx, row.id, { name: row.name, owner: named, rhythms: theirs.rhythms })
  await updateShare(ctx, row.id, share)
  await addOccurrences(ctx, row.id, occurrences)
  await answered(partner, theirs, { state: 'hosts', group: kept(ctx.group), theirs: row.id })
  return record(ctx, {
    type: 'activity.joined',
    data: { id: row.id, name: row.name, owner: named, share, occurrences },
  })
}

async function decline(ctx: Ctx, row: ActivityRow, { partner, theirs }: Other): Promise<number> {
  await deleteActivity(ctx, row.id)
  await answered(partner, theirs, { state: 'declined', group: kept(ctx.group), theirs: null })
  const data = { id: row.id, name: row.name, share: row.share }
  return record(ctx, { type: 'activity.withdrawn', data })
}

async function answered(partner: Ctx, { id, name, share: from }: ActivityRow, to: ShareData): Promise<void> {
  await updateShare(partner, id, to)
  await record(partner, { type: 'activity.share_set', data: { id, name, from, to } })
}

/** What was asked is taken back; what is shared is each group’s own from then on, with what was recorded by then. */
export async function endShare(ctx: Ctx, { activity: id }: InputOf<typeof contract.endShare>) {
  const group = await otherGroup(ctx, id)
  if (!group) return inTransaction(ctx, (ctx) => forgetDecline(ctx, id))
  return inBothGroups(ctx, group, async (ctx, partner) => {
    authorise(ctx, 'activity.edit')
    const row = await activityById(ctx, id)
    if (!row.share || row.share.state === 'offered' || row.share.state === 'declined') throw notShared()
    const theirs = await activityById(partner, row.share.theirs ?? 0)
    if (isShared(row.share.state)) await unshare(partner, theirs)
    else {
      await deleteActivity(partner, theirs.id)
      const data = { id: theirs.id, name: theirs.name, share: theirs.share }
      await record(partner, { type: 'activity.withdrawn', data })
    }
    return { event: await unshare(ctx, row) }
  })
}

/** What was declined is the group’s own again. */
async function forgetDecline(ctx: Ctx, id: number): Promise<{ event: number }> {
  authorise(ctx, 'activity.edit')
  const row = await activityById(ctx, id)
  if (row.share?.state !== 'declined') throw notShared()
  return { event: await unshare(ctx, row) }
}

const notShared = () => new Failure('conflict', 'This activity is not shared.', { rule: 'not_shared' })
const answeredBefore = () => new Failure('conflict', 'This offer was answered already.', { rule: 'answered' })

async function unshare(ctx: Ctx, { id, name, share: from }: ActivityRow): Promise<number> {
  await updateShare(ctx, id, null)
  return record(ctx, { type: 'activity.share_set', data: { id, name, from, to: null } })
}

/** With which group it is shared, or offered; null for none, and for what is not there. */
async function otherGroup(ctx: Ctx, id: number): Promise<GroupKey | null> {
  const [row] = await activityRows(ctx, todayOf(ctx), id)
  return row?.share && row.share.state !== 'declined' ? groupById(ctx, row.share.group.id) : null
}
