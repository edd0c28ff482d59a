import type {
  Activity,
  listActivities as list,
  listOccurrences as endpoint,
} from '#lib/contract/activities.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { ACTIVITY_KINDS, rhythmOf, rhythmText } from '#lib/domain/cadence/activities.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { addDays, daysBetween } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { activityById, type ActivityRow, activityRows } from './activity-rows.ts'
import { regularityWithText, occurrencesIn } from './cadence.ts'
import { todayOf } from './milestones.ts'

/** Weeks of which the cadence is told, and days ahead in which each rhythm comes round. */
export const CADENCE_WEEKS = 12
const AHEAD = 75
/** A list of occurrences goes over so many days at most. */
const MOST_DAYS = 400
/** Who owns it records it; what has no owner, each member. */
export const isMine = (ctx: Ctx, { owner }: Pick<ActivityRow, 'owner'>): boolean =>
  owner === null || owner.id === ctx.actor.id

async function shown(ctx: Ctx, rows: readonly ActivityRow[]): Promise<Activity[]> {
  const today = todayOf(ctx)
  const span = { from: addDays(today, 1 - CADENCE_WEEKS * 7), to: addDays(today, AHEAD) }
  const all = await occurrencesIn(ctx, rows, span)
  return rows.map((row) => {
    const { derived, items } = all.get(row.id) ?? { derived: false, items: [] }
    const next = items.find(({ day, state }) => state === 'coming' || (state === 'open' && day >= today))
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      owner: row.owner && { handle: row.owner.handle, name: row.owner.name },
      rhythm: currentRhythm(row),
      rhythmText: rhythmText(currentRhythm(row)),
      derived,
      regularity: regularityWithText(items),
      occurrences: items.filter(({ day, recorded }) => day <= (next?.day ?? today) || recorded !== null),
      next: next?.day ?? null,
      share: row.share && { state: row.share.state, group: row.share.group.name },
      mayRecord: may(ctx.actor, 'activity.record') && (isMine(ctx, row) || may(ctx.actor, 'activity.edit')),
    }
  })
}

export function currentRhythm({ rhythms }: Pick<ActivityRow, 'rhythms'>) {
  const { every, day, nth, at } = rhythms.at(-1) ?? { every: 'week' as const, day: 1, nth: null, at: null }
  return rhythmOf({ every, day: day ?? undefined, nth: nth ?? undefined, at: at ?? undefined })
}

export async function shownActivity(ctx: Ctx, id: number): Promise<Activity> {
  const [activity] = await shown(ctx, [await activityById(ctx, id)])
  if (!activity) throw notFound('This activity')
  return activity
}

const orderOf = ({ kind }: Activity) => ACTIVITY_KINDS.indexOf(kind)

export async function listActivities(ctx: Ctx): Promise<OutputOf<typeof list>> {
  const today = todayOf(ctx)
  const [rows, usual] = await Promise.all([
    activityRows(ctx, addDays(today, 1 - CADENCE_WEEKS * 7)),
    usualDays(ctx),
  ])
  const all = (await shown(ctx, rows)).toSorted((a, b) => orderOf(a) - orderOf(b))
  const isOffer = ({ share }: Activity) => share?.state === 'offered'
  return { today, usual, items: all.filter((one) => !isOffer(one)), offers: all.filter(isOffer) }
}

async function usualDays(ctx: Ctx): Promise<OutputOf<typeof list>['usual']> {
  const { rows } = await ctx.db.query<OutputOf<typeof list>['usual']>({
    name: 'usual-cadence-days',
    text: 'select update_day as "updateDay", sync_day as "syncDay" from groups where id = $1',
    values: [ctx.group.id],
  })
  return rows[0] ?? { updateDay: 5, syncDay: null }
}

export async function listOccurrences(
  ctx: Ctx,
  { activity, from: first, to: last }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const to = last ?? first ?? todayOf(ctx)
  const from = first ?? addDays(to, -364)
  if (from > to) throw new Failure('invalid', 'to: Cannot be before the first day.')
  if (daysBetween(from, to) > MOST_DAYS)
    throw new Failure('invalid', `to: At most ${MOST_DAYS} days at once.`)
  const row = await activityById(ctx, activity)
  const items = (await occurrencesIn(ctx, [row], { from, to })).get(row.id)?.items ?? []
  return { from, to, regularity: regularityWithText(items), items }
}
