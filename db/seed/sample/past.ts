import { CLOSED } from '#lib/domain/boards.ts'
import { accept, arrived, bring, close, move, offer, plan, reopen, unlabel } from './acts.ts'
import { atTheEnd, during } from './calendar.ts'
import type { Box } from './outcome.ts'
import { commit } from './commitment.ts'
import type { Timeline } from './timeline.ts'
import { whatTheyNeed } from './team.ts'

type Epic = () => number | null

/** Committed for a timebox and done in it. */
export function done(timeline: Timeline, box: Box, epic: Epic): void {
  const { random } = timeline
  commit(timeline, { box, epic, midway: random.percent(14) })
  const begin = random.between(0.36, 0.62)
  work(timeline, box, begin, Math.min(begin + random.between(0.14, 0.33), 0.92))
}

/** Committed for a timebox, not done in it, planned for the next by the EM on the last day, and done there. */
export function late(timeline: Timeline, box: Box, epic: Epic): void {
  const { calendar, random, dri } = timeline
  commit(timeline, { box, epic })
  timeline.add(during(calendar, box, random.between(0.25, 0.7)), dri, move(timeline, 'build', 'in dev'))
  passOn(timeline, during(calendar, box, 0.9))
  slip(timeline, box)
  finish(timeline, box + 1, random.between(0.06, 0.2), random.between(0.22, 0.5))
}

/** Not done when the EM closes the milestone on the evening of its last working day, and goes on in the next one. */
export function slip(timeline: Timeline, box: Box): void {
  const { calendar, random } = timeline
  timeline.slip = random.pick(['bigger', 'scope', 'rfh'])
  timeline.add(atTheEnd(calendar, box, 17.6), 'mohamed', arrived(timeline, calendar.box(box + 1).title))
}

/** Taken off the Build Board, perhaps by an accepted push-back: the commitment is not kept, and the record says so. */
export function dropped(timeline: Timeline, box: Box, epic: Epic): void {
  const { calendar, random, line } = timeline
  commit(timeline, { box, epic })
  const at = () => during(calendar, box, random.between(0.55, 0.6))
  timeline.add(at(), 'mohamed', unlabel(timeline, 'Deliverable', line.pushedBack))
  timeline.add(at(), 'mohamed', plan(timeline, 'next-4-6'))
  timeline.add(at(), 'mohamed', bring(timeline, 'solution validation'))
}

/** Where the line tells of a hand-over: the DRI asks, and the new DRI takes over within the hour. */
export function passOn(timeline: Timeline, at: Date): void {
  const { dri, newDri, line } = timeline
  if (!line.handOver) return
  timeline.add(at, dri, offer(timeline, { from: dri, ...line.handOver }))
  timeline.add(new Date(at.getTime() + 40 * 60_000), newDri, accept(timeline))
}

/** In dev, perhaps blocked, in review, perhaps in verification or waiting for a security release, closed. */
function work(timeline: Timeline, box: Box, begin: number, end: number): void {
  const { calendar, random, dri, topic } = timeline
  const at = (part: number) => during(calendar, box, begin + (end - begin) * part)
  timeline.add(at(0), dri, move(timeline, 'build', 'in dev'))
  if (random.percent(14)) {
    timeline.add(
      at(random.between(0.1, 0.2)),
      dri,
      move(timeline, 'build', 'blocked', whatTheyNeed(topic.team, random)),
    )
    timeline.add(at(random.between(0.3, 0.5)), dri, move(timeline, 'build', 'in dev'))
  }
  passOn(timeline, at(0.55))
  finish(timeline, box, begin + (end - begin) * 0.6, end)
}

function finish(timeline: Timeline, box: Box, review: number, end: number): void {
  const { calendar, random, newDri: dri, line } = timeline
  const at = (part: number) => during(calendar, box, review + (end - review) * part)
  timeline.add(at(0), dri, move(timeline, 'build', 'in review'))
  if (line.confidential) timeline.add(at(0.4), dri, move(timeline, 'build', 'awaiting security release'))
  if (random.percent(30)) timeline.add(at(0.7), dri, bring(timeline, 'verification'))
  timeline.add(at(1), dri, random.percent(60) ? move(timeline, 'build', CLOSED) : close(timeline, 'done'))
  if (!line.reopened) return
  timeline.add(during(calendar, box, end + 0.04), dri, reopen(timeline))
  timeline.add(during(calendar, box, end + 0.06), dri, close(timeline, 'done'))
}
