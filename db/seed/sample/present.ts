import { CLOSED } from '#lib/domain/boards.ts'
import { bring, forget, move, offer } from './acts.ts'
import { before, during } from './calendar.ts'
import { CURRENT, type Lane } from './outcome.ts'
import { passOn, slip } from './past.ts'
import { commit } from './commitment.ts'
import type { Timeline } from './timeline.ts'

type Epic = () => number | null

/** Committed for the current timebox, and today in that lane. */
export function now(timeline: Timeline, lane: Lane, epic: Epic): void {
  const ready = lane === 'ready'
  // a few came onto the Build Board while the timebox was running: the scope grows
  const midway = ready && timeline.line.title.length % 3 === 0
  commit(timeline, { box: CURRENT, epic, undriven: ready && timeline.random.percent(45), midway })
  arrive(timeline, lane)
}

/** Committed for the last of the closed timeboxes, slipped, and today in that lane of the current one. */
export function carried(timeline: Timeline, lane: Lane, epic: Epic): void {
  const { calendar, random, dri } = timeline
  commit(timeline, { box: CURRENT - 1, epic })
  if (lane !== 'ready') {
    timeline.add(
      during(calendar, CURRENT - 1, random.between(0.5, 0.8)),
      dri,
      move(timeline, 'build', 'in dev'),
    )
  }
  slip(timeline, CURRENT - 1)
  arrive(timeline, lane)
}

/** The way to the lane, told backwards from now in working days. */
function arrive(timeline: Timeline, lane: Lane): void {
  const { random, line } = timeline
  const begun = line.outcome.startsWith('carried')
  let driver = timeline.dri
  const ago = (most: number, least: number) => before(timeline.now, random.between(least, most))
  const build = (to: string, most: number, least: number) =>
    timeline.add(ago(most, least), driver, move(timeline, 'build', to))

  if (lane !== 'ready' && lane !== 'unlabelled' && !begun)
    build('in dev', lane === 'dev' ? 8 : 10, lane === 'dev' ? 0.5 : 6.5)
  if (line.handOver) {
    passOn(timeline, ago(5, 4))
    driver = timeline.newDri
  }
  if (['review', 'security', 'verification', 'done'].includes(lane)) {
    const [most, least] = lane === 'review' ? [3, 0.3] : [6, 4]
    build('in review', most, least)
  }
  if (lane === 'security') build('awaiting security release', 3, 0.5)
  if (lane === 'verification') timeline.add(ago(2.5, 0.5), driver, bring(timeline, 'verification'))
  if (lane === 'unlabelled') timeline.add(ago(3, 1), driver, forget(timeline, 'ready for development'))
  if (lane === 'done') build(CLOSED, 3.5, 0.2)
  if (lane === 'blocked') {
    timeline.add(
      ago(5, 1.5),
      driver,
      move(timeline, 'build', 'blocked', line.needs ?? { need: '', from: '' }),
    )
  }
  if (line.asks) timeline.add(ago(0.9, 0.3), driver, offer(timeline, { from: driver, ...line.asks }))
}
