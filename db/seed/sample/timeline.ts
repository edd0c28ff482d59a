import type { SlipReason } from '#lib/domain/closing/reasons.ts'
import { type CloseReason } from '#lib/domain/issues.ts'
import type { Ctx } from '../../context.ts'
import { before, type Calendar } from './calendar.ts'
import type { Random } from '#lib/kit/random.ts'
import type { Line, Topic } from './topic.ts'

/** Something that somebody does at an instant, through the command that the button would call. */
export type Act = { at: Date; by: string; run: (ctx: Ctx) => Promise<unknown> }

/** What all timelines share. */
export type Setting = { calendar: Calendar; now: Date }

/** What happens to one issue. Acts are added in their order; the number is known once the first of them has run. */
export type Timeline = Setting & {
  line: Line
  topic: Topic
  random: Random
  /** Who drives it first, and who at the end, once handed over. */
  dri: string
  newDri: string
  ref: number
  /** Why it slipped, where the record alone suggests nothing. */
  slip?: SlipReason
  acts: Act[]
  add: (at: Date, by: string, run: Act['run']) => void
}

export type Ending = Exclude<CloseReason, 'moved'>

const MINUTE = 60_000

/**
 * Acts of one issue keep their order: where random choices put two the wrong way round, the later waits for the earlier; and
 * nothing happens after now.
 */
export function inOrder(acts: readonly Act[], now: Date): Act[] {
  const times = acts.map((act) => act.at.getTime())
  for (let at = 1; at < times.length; at += 1) {
    times[at] = Math.max(times[at] ?? 0, (times[at - 1] ?? 0) + 4 * MINUTE)
  }
  let latest = now.getTime() - 2 * MINUTE
  for (let at = times.length - 1; at >= 0; at -= 1) {
    times[at] = Math.min(times[at] ?? 0, latest)
    latest = (times[at] ?? 0) - MINUTE
  }
  return acts.map((act, at) => ({ ...act, at: new Date(times[at] ?? 0) }))
}

const ENDED = /^(done|late|dropped|duplicate|declined|near declined|now done)/

/** What was said about an issue: towards the end of the work on it, or since it came to where it is. */
export function withComments(
  { line, now }: Timeline,
  acts: readonly Act[],
  say: (body: string) => Act['run'],
): Act[] {
  const [second, last] = [acts[1] ?? acts[0], acts.at(-1)]
  if (!second || !last) return [...acts]
  const ended = ENDED.test(line.outcome)
  const underWay = /^(now|carried)/.test(line.outcome)
  const [from, until] = ended ? [second.at, last.at] : [underWay ? last.at : second.at, now]
  const [early, late] = ended ? [0.75, 0.97] : [0.1, 0.9]
  const ofComments = line.comments.map(({ by, body }, place) => {
    const part = early + ((late - early) * (place + 1)) / (line.comments.length + 1)
    const at = from.getTime() + (until.getTime() - from.getTime()) * part
    return { at: atWork(new Date(at), underWay && !ended ? last.at : second.at), by, run: say(body) }
  })
  return [...acts, ...ofComments]
}

/** Nobody has to write on a Saturday or at night: such a moment becomes one on the working day before. */
function atWork(at: Date, earliest: Date): Date {
  const moved = before(at, (at.getTime() / MINUTE / 540) % 1)
  return moved > earliest ? moved : new Date(earliest.getTime() + MINUTE)
}
