import { CLOSED } from '#lib/domain/boards.ts'
import { accept, bring, close, move, offer, plan, reopen, unlabel } from './acts.ts'
import { atTheEnd, during } from './calendar.ts'
import type { Box } from './outcome.ts'
import { say } from './comments.ts'
import type { Story } from './timeline.ts'
import { whatTheyNeed } from './team.ts'

type Epic = () => number | null

/** Said for a timebox and done in it. */
export function done(story: Story, box: Box, epic: Epic): void {
  const { chance } = story
  say(story, { box, epic, midway: chance.percent(14) })
  const begin = chance.between(0.36, 0.62)
  work(story, box, begin, Math.min(begin + chance.between(0.14, 0.33), 0.92))
}

/** Said for a timebox, not done in it, planned for the next by the EM on the last day, and done there. */
export function late(story: Story, box: Box, epic: Epic): void {
  const { calendar, chance, dri } = story
  say(story, { box, epic })
  story.add(during(calendar, box, chance.between(0.25, 0.7)), dri, move(story, 'build', 'in dev'))
  passOn(story, during(calendar, box, 0.9))
  slip(story, box)
  finish(story, box + 1, chance.between(0.06, 0.2), chance.between(0.22, 0.5))
}

/** The EM finds a place for what is not done, before the milestone closes on the evening of its last working day. */
export function slip(story: Story, box: Box): void {
  const { calendar, chance } = story
  story.add(
    atTheEnd(calendar, box, chance.between(15, 17)),
    'mohamed',
    plan(story, calendar.box(box + 1).title),
  )
}

/** Taken off the Build Board: the promise is not kept, and the record says so. */
export function dropped(story: Story, box: Box, epic: Epic): void {
  const { calendar, chance } = story
  say(story, { box, epic })
  const at = () => during(calendar, box, chance.between(0.55, 0.6))
  story.add(at(), 'mohamed', unlabel(story, 'Deliverable'))
  story.add(at(), 'mohamed', plan(story, 'next-4-6'))
  story.add(at(), 'mohamed', bring(story, 'solution validation'))
}

/** Where the line tells of a hand-over: the DRI asks, and the new DRI takes over within the hour. */
export function passOn(story: Story, at: Date): void {
  const { dri, newDri, line } = story
  if (!line.handOver) return
  story.add(at, dri, offer(story, { from: dri, ...line.handOver }))
  story.add(new Date(at.getTime() + 40 * 60_000), newDri, accept(story))
}

/** In dev, perhaps blocked, in review, perhaps in verification or waiting for a security release, closed. */
function work(story: Story, box: Box, begin: number, end: number): void {
  const { calendar, chance, dri, topic } = story
  const at = (part: number) => during(calendar, box, begin + (end - begin) * part)
  story.add(at(0), dri, move(story, 'build', 'in dev'))
  if (chance.percent(14)) {
    story.add(
      at(chance.between(0.1, 0.2)),
      dri,
      move(story, 'build', 'blocked', whatTheyNeed(topic.team, chance)),
    )
    story.add(at(chance.between(0.3, 0.5)), dri, move(story, 'build', 'in dev'))
  }
  passOn(story, at(0.55))
  finish(story, box, begin + (end - begin) * 0.6, end)
}

function finish(story: Story, box: Box, review: number, end: number): void {
  const { calendar, chance, newDri: dri, line } = story
  const at = (part: number) => during(calendar, box, review + (end - review) * part)
  story.add(at(0), dri, move(story, 'build', 'in review'))
  if (line.confidential) story.add(at(0.4), dri, move(story, 'build', 'awaiting security release'))
  if (chance.percent(30)) story.add(at(0.7), dri, bring(story, 'verification'))
  story.add(at(1), dri, chance.percent(60) ? move(story, 'build', CLOSED) : close(story, 'done'))
  if (!line.reopened) return
  story.add(during(calendar, box, end + 0.04), dri, reopen(story))
  story.add(during(calendar, box, end + 0.06), dri, close(story, 'done'))
}
