import type { PlainDate } from '#lib/kit/plain-date.ts'
import { clockIn, dayIn } from '#lib/kit/zone.ts'
import type { Wall } from '#lib/domain/turns.ts'
import type { Ctx } from '../context.ts'

/** What a group says of when things come round. */
export type Turns = {
  /** 1 = Monday … 7 = Sunday; null where the group wants no refinement issues. */
  refinementDay: number | null
  refinementHour: number
  /** When status updates are due: 1 = Monday … 7 = Sunday. */
  updateDay: number
}

/** What the clock does by itself in each group, at most once for each of its periods. */
export type Job = {
  name: string
  /** When its turn comes, in the five fields of cron on the group's wall clock; null where it never does. */
  cron: (turns: Turns) => string | null
  /** For which periods it is owed by now; those that were done are left out by who asks. */
  owed: (ctx: Ctx, turns: Turns) => Promise<readonly string[]>
  /** Does it, in the transaction that has claimed the period, and records an event, whatever it finds. */
  run: (ctx: Ctx, period: string) => Promise<void>
}

export const wallOf = ({ group, now }: Pick<Ctx, 'group' | 'now'>): Wall => ({
  today: dayIn(group.zone, now),
  time: clockIn(group.zone, now),
})

/** A list with the period in it, or an empty one. */
export const oneOrNone = (period: PlainDate | null): PlainDate[] => (period === null ? [] : [period])
