import type { ActivityKind } from '#lib/domain/cadence/activities.ts'
import type { Planned } from '#lib/domain/cadence/occurrences.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'

/** What was seen of an occurrence, in a few words, and the page where that is; of some kinds it is seen that it was skipped. */
export type Seen = { text: string; page: string; skipped?: boolean }

/** From what Saydo knows by itself that an activity of some kind happened: a file for each, `cadence-of-<kind>.ts`. */
export type CadenceSource = {
  kind: ActivityKind
  /** By day, of those that are planned the ones that happened, or were seen to be skipped. */
  seen: (ctx: Ctx, planned: readonly Planned[]) => Promise<ReadonlyMap<PlainDate, Seen>>
}
