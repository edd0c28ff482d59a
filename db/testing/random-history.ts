import * as fc from 'fast-check'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import { createEpic } from '../commands/epics.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import type { Ctx } from '../context.ts'
import { milestonesOf } from '../queries/milestones.ts'
import { actAtRandom } from './random-acts.ts'
import { makeHeirs } from './random-acts-commitments.ts'
import { group, type Step } from './random-given.ts'
import { anIssue, type World } from './world.ts'

/** An act and when it comes: so long after the one before, or beside the next moment at which a milestone starts or ends. */
type Timed = Step & { pause: number; edge: number | null }
export type History = { zone: string; steps: readonly Timed[] }

const MINUTE = 60_000
/** From eleven hours behind to fourteen ahead, with half and quarter hours, and days of 23, 24½ and 25 hours. */
const ZONES = [
  'UTC',
  'Pacific/Niue',
  'America/St_Johns',
  'America/Santiago',
  'Europe/Lisbon',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]

/** `most`: how many milliseconds lie between two acts at most, where none of them waits for a start or an end. */
export const histories = (most = 90 * MINUTE, size = { minLength: 30, maxLength: 60 }) =>
  fc.record({
    zone: fc.constantFrom(...ZONES),
    // as often great as small: a bias would choose the same few acts again and again
    steps: fc.array(
      fc.noBias(
        fc.record({
          act: fc.nat(9999),
          who: fc.nat(99),
          ref: fc.nat(99),
          what: fc.nat(999),
          pause: fc.oneof(
            { arbitrary: fc.constant(0), weight: 2 },
            { arbitrary: fc.nat(1000), weight: 1 },
            { arbitrary: fc.nat(most), weight: 5 },
          ),
          edge: fc.oneof(
            { arbitrary: fc.constant(null), weight: 9 },
            { arbitrary: fc.constantFrom(-1000, -999, -1, 0, 1, 999, 1000), weight: 1 },
          ),
        }),
      ),
      size,
    ),
  })

/** Where a history begins: the group in its zone, two epics, five issues and labels that may come to mean something. */
export async function beginHistory(begun: Ctx, { zone }: Pick<History, 'zone'>): Promise<Ctx> {
  const ctx = { ...begun, group: { ...begun.group, zone } }
  await changeGroup(ctx, { group, zone })
  for (const title of ['One', 'Two']) await createEpic(ctx, { title })
  for (const epic of [1, 1, 2, null, null]) await anIssue(ctx, { epic, dri: 'julie' })
  await makeHeirs(ctx)
  return ctx
}

/**
 * Lets a history happen from `begun` on, and tells after each act of it what was done, null where it was refused.
 *
 * @returns the group at its last moment
 */
export async function live(
  begun: Ctx,
  { as }: World,
  { steps }: History,
  {
    kinds,
    after = async () => {},
  }: {
    kinds?: Parameters<typeof actAtRandom>[3]
    after?: (ctx: Ctx, done: string | null, at: number) => Promise<void>
  } = {},
): Promise<Ctx> {
  let ctx = begun
  for (const [at, step] of steps.entries()) {
    ctx = { ...ctx, now: await momentOf(ctx, step) }
    await after(ctx, await actAtRandom(ctx, as, step, kinds), at)
  }
  return ctx
}

async function momentOf(ctx: Ctx, { pause, edge }: Timed): Promise<Date> {
  const later = new Date(ctx.now.getTime() + pause)
  if (edge === null) return later
  const { zone } = ctx.group
  const turns = (await milestonesOf(ctx))
    .flatMap(({ startOn, dueOn }) =>
      startOn !== null && dueOn !== null ? [startOfDay(zone, startOn), endOfDay(zone, dueOn)] : [],
    )
    .map((turn) => turn.getTime() + edge)
    .filter((turn) => turn > ctx.now.getTime())
  return turns.length === 0 ? later : new Date(Math.min(...turns))
}
