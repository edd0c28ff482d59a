import { bring, close, create, move, plan, weigh } from './acts.ts'
import { before, during } from './calendar.ts'
import { NEXT, type Refinement } from './outcome.ts'
import type { Ending, Timeline } from './timeline.ts'

type Epic = () => number | null

/** A candidate on the Planning Board of the next milestone: some are weighed and ready, some wait for breakdown. */
export function next(timeline: Timeline, epic: Epic): void {
  const { calendar, random, dri, line, now } = timeline
  const ago = (most: number, least: number) => before(now, random.between(least, most))
  timeline.add(
    during(calendar, NEXT - 2, random.between(-0.9, 0.4)),
    author(timeline),
    create(timeline, { milestone: 'next-1-3', state: 'problem validation', epic }),
  )
  timeline.add(ago(11, 8), 'jordan', plan(timeline, calendar.box(NEXT).title))
  if (random.percent(85)) timeline.add(ago(8, 6), 'jordan', bring(timeline, 'planning breakdown'))
  if (line.weight === null) return
  timeline.add(ago(6, 2), dri, weigh(timeline, line.weight))
  const ready = line.weight <= 3 && line.type !== null
  if (ready && random.percent(70)) timeline.add(ago(2, 0.3), dri, bring(timeline, 'ready for development'))
}

const STEPS: readonly Refinement[] = [
  'problem validation',
  'design',
  'solution validation',
  'planning breakdown',
  'ready',
]

/** Waits on a shelf with a board, and has come as far as that column. */
export function refined(
  timeline: Timeline,
  shelf: 'next-1-3' | 'next-4-6',
  to: Refinement,
  epic: Epic,
): void {
  const { calendar, random, dri, line } = timeline
  const born = random.between(1.2, 5.4)
  const at = (part: number) => during(calendar, Math.floor(born), (born % 1) * 0.9 + part * 0.4)
  const goal = STEPS.indexOf(to)
  const first = goal < 0 ? null : (STEPS[Math.max(goal - random.pick([0, 1, 2]), 0)] ?? to)
  timeline.add(
    at(0),
    author(timeline),
    create(timeline, { milestone: shelf, state: first === 'ready' ? null : first, epic }),
  )
  for (let step = first === null ? 0 : STEPS.indexOf(first) + 1; step <= goal; step += 1) {
    const reached = STEPS[step]
    if (reached && reached !== 'ready') timeline.add(at(step / 5), dri, move(timeline, shelf, reached))
  }
  if (line.weight !== null) timeline.add(at(0.85), dri, weigh(timeline, line.weight))
  if (to === 'ready') timeline.add(at(0.95), dri, move(timeline, shelf, 'ready for development'))
  if (to === 'declined') timeline.add(before(timeline.now, 4), 'jordan', close(timeline, 'wont_do'))
}

/** Handbook: "%Backlog is assigned if issues are not intended to be worked on"; or nobody has planned it yet. */
export function parked(timeline: Timeline, milestone: string | null): void {
  const { calendar, random, line } = timeline
  const at =
    milestone === null
      ? before(timeline.now, random.between(0.2, 4))
      : during(calendar, 1, random.between(0, 4.5))
  const state = milestone === null ? null : 'validation backlog'
  timeline.add(at, author(timeline), create(timeline, { milestone, state, epic: () => null }))
  if (line.weight !== null) timeline.add(at, timeline.dri, weigh(timeline, line.weight))
}

/** Closed without having been committed. */
export function ended(timeline: Timeline, reason: Ending): void {
  const { calendar, random, dri } = timeline
  const born = random.between(0.2, 4)
  const at = (part: number) => during(calendar, Math.floor(born), (born % 1) + part)
  timeline.add(at(0), author(timeline), create(timeline, { milestone: null, state: null, epic: () => null }))
  timeline.add(at(0.3), reason === 'duplicate' ? dri : 'jordan', close(timeline, reason))
}

const author = ({ random, dri }: Timeline) => (random.percent(50) ? 'jordan' : dri)
