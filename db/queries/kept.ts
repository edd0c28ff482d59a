import type { Topic } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import { nounsTouching } from '#lib/http/topics.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'
import { touchedSince } from './touched.ts'

type Rest<T, I> = {
  /** How many answers a process holds; the one that was made first is forgotten. */
  most?: number
  /** Makes of an answer, as it was after the event `from`, what a fresh read gives: where that costs less. */
  mend?: (ctx: Ctx, old: T, from: number, input: I) => Promise<T>
}

/**
 * What is read of a whole group and is the same for all readers with the same sight: read once after each event, on each
 * day of the group. At commit the database refuses a change of a group without an event, so that the number of the newest
 * one tells whether anything changed.
 *
 * @param read may depend on the group, on its day, and on whether the reader sees confidential issues: on nothing else of
 *   the person, on no other clock, and on no table that changes without an event; and on what is asked
 */
export function keptUntilChange<T, I = void>(
  read: (ctx: Ctx, input: I, newest: number | null) => Promise<T>,
  { most = 32, mend }: Rest<T, I> = {},
) {
  const kept = new Map<string, { newest: number; answer: Promise<T> }>()
  /** `newest` is the group's last event, as it was read together with the session; null where nothing may be kept. */
  return (ctx: Ctx, newest: number | null, input: I): Promise<T> => {
    if (newest === null || ctx.inside) return read(ctx, input, null)
    const sight = may(ctx.actor, 'see.confidential')
    const place = JSON.stringify([ctx.group.id, todayOf(ctx), sight, input])
    const known = kept.get(place)
    if (known && known.newest >= newest) return known.answer
    const anew = () => read(ctx, input, newest)
    const answer =
      known && mend ? known.answer.then((old) => mend(ctx, old, known.newest, input), anew) : anew()
    const fresh = { newest, answer }
    kept.delete(place)
    kept.set(place, fresh)
    answer.catch(() => kept.get(place) === fresh && kept.delete(place))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return answer
  }
}

/** As `keptUntilChange`, and kept on while events touch none of those topics: for what no change of an issue alters. */
export function keptUntilTouched<T, I>(topics: readonly Topic[], read: (ctx: Ctx, input: I) => Promise<T>) {
  const nouns = nounsTouching(topics)
  return keptUntilChange<T, I>(read, {
    mend: async (ctx, old, from, input) => ((await touchedSince(ctx, from, nouns)) ? old : read(ctx, input)),
  })
}

/**
 * Rows of issues, of each at most one, in no order: after changes of issues their rows alone are read again; all of them
 * after an event about something else that touches one of those topics.
 *
 * @param read gives the rows of all issues, or of some
 */
export function keptByIssue<Row extends { ref: number }, I>(
  topics: readonly Topic[],
  read: (ctx: Ctx, input: I, refs: readonly number[] | null) => Promise<Row[]>,
) {
  const nouns = nounsTouching(topics)
  return keptUntilChange<Row[], I>((ctx, input) => read(ctx, input, null), {
    mend: async (ctx, old, from, input) => {
      const since = await touchedSince(ctx, from, nouns)
      if (!since) return read(ctx, input, null)
      if (since.refs.length === 0) return old
      const gone = new Set(since.refs)
      return [...old.filter(({ ref }) => !gone.has(ref)), ...(await read(ctx, input, since.refs))]
    },
  })
}
