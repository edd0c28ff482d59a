import type * as contract from '#lib/contract/activities.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { rhythmOf, sameRhythm, whyNotActivity } from '#lib/domain/cadence/activities.ts'
import type { EventData } from '#lib/domain/events.ts'
import type { ActivityData } from '#lib/domain/events/activities.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { currentRhythm, shownActivity } from '../../queries/activities.ts'
import { activityById, type ActivityRow, activityRows } from '../../queries/activity-rows.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { inTransaction } from '../../transaction.ts'
import { dataOf, deleteActivity, insertActivity, personOf, updateFacts, wholeOf } from './rows.ts'
import { inBoth } from './shared.ts'

type Changed = OutputOf<typeof contract.createActivity>

/** @param input with `sample`, it goes with the sample world */
export const createActivity = (
  ctx: Ctx,
  input: InputOf<typeof contract.createActivity> & { sample?: boolean },
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'activity.edit')
    const handle = input.owner ?? null
    const owner = handle === null ? null : personOf(await memberByHandle(ctx, handle))
    const rhythms = [{ from: input.from ?? todayOf(ctx), ...rhythmOf(input) }]
    const { name, kind, sample = false } = input
    const event = await addActivity(ctx, { name: name.trim(), kind, owner, rhythms, sample })
    return { activity: await shownActivity(ctx, event.id), event: event.number }
  })

type Added = Omit<EventData<'activity.added'>, 'id' | 'occurrences' | 'share'> &
  Partial<Pick<EventData<'activity.added'>, 'id' | 'occurrences'>> & { sample?: boolean }

/** With an id, one that was removed comes back as it was, with what was recorded of it. */
export async function addActivity(
  ctx: Ctx,
  { sample = false, ...facts }: Added,
): Promise<{ id: number; number: number }> {
  insist(whyNotActivity(facts, await othersOf(ctx)))
  const whole = { occurrences: [], ...facts, share: null }
  const id = await insertActivity(ctx, { ...whole, sample })
  return { id, number: await record(ctx, { type: 'activity.added', data: { ...whole, id } }) }
}

export async function othersOf(ctx: Ctx, except = 0): Promise<ActivityRow[]> {
  return (await activityRows(ctx, todayOf(ctx))).filter(
    ({ id, share }) => id !== except && share?.state !== 'offered',
  )
}

export const editActivity = (
  ctx: Ctx,
  { activity: id, name, owner, rhythm }: InputOf<typeof contract.editActivity>,
): Promise<Changed> =>
  inBoth(ctx, id, 'activity.edit', async (ctx, partner) => {
    const row = await activityById(ctx, id)
    if (row.share?.state === 'offered')
      insist({ code: 'offered', because: 'Accept to share this activity first.' })
    const given = owner === undefined || owner === null ? null : await memberByHandle(ctx, owner)
    const to: ActivityData = {
      name: name?.trim() ?? row.name,
      owner: owner === undefined ? row.owner && personOf(row.owner) : given && personOf(given),
      rhythms: rhythm === undefined ? row.rhythms : rhythmsWith(ctx, row, rhythmOf(rhythm)),
    }
    const { event } = await writeFacts(ctx, partner, row, to)
    return { activity: await shownActivity(ctx, id), event }
  })

/** Another rhythm holds from today on: what was due before stays as it was. */
function rhythmsWith(
  ctx: Ctx,
  row: ActivityRow,
  rhythm: ReturnType<typeof rhythmOf>,
): ActivityData['rhythms'] {
  if (sameRhythm(currentRhythm(row), rhythm)) return row.rhythms
  const today = todayOf(ctx)
  return [...row.rhythms.filter(({ from }) => from < today), { from: today, ...rhythm }]
}

/** Name and rhythm of a shared activity are the same in both groups; the owner is each group’s own. */
export async function writeFacts(ctx: Ctx, partner: Ctx | null, row: ActivityRow, to: ActivityData) {
  const from = dataOf(row)
  if (JSON.stringify(from) === JSON.stringify(to))
    insist({ code: 'unchanged', because: 'The activity is so already.' })
  if (to.name !== from.name)
    insist(whyNotActivity({ name: to.name, kind: 'own' }, await othersOf(ctx, row.id)))
  await updateFacts(ctx, row.id, to)
  const event = await record(ctx, { type: 'activity.edited', data: { id: row.id, from, to } })
  const isOwnersAlone = from.name === to.name && JSON.stringify(from.rhythms) === JSON.stringify(to.rhythms)
  if (partner && row.share?.theirs && !isOwnersAlone) {
    const theirs = await activityById(partner, row.share.theirs)
    const was = dataOf(theirs)
    const data = { id: theirs.id, from: was, to: { ...to, owner: was.owner } }
    await updateFacts(partner, theirs.id, data.to)
    await record(partner, { type: 'activity.edited', data })
  }
  return { event }
}

export const removeActivity = (
  ctx: Ctx,
  { activity: id }: Pick<InputOf<typeof contract.removeActivity>, 'activity'>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'activity.edit')
    const row = await activityById(ctx, id)
    if (row.share && row.share.state !== 'declined')
      insist({
        code: 'shared',
        because: `It is shared with ${row.share.group.name}. End the sharing first.`,
      })
    await deleteActivity(ctx, id)
    return { event: await record(ctx, { type: 'activity.removed', data: { ...wholeOf(row), share: null } }) }
  })
