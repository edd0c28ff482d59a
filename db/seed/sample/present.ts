import { CLOSED } from '#lib/domain/boards.ts'
import { bring, forget, move, offer } from './acts.ts'
import { before, during } from './calendar.ts'
import { CURRENT, type Lane } from './outcome.ts'
import { passOn, slip } from './past.ts'
import { say } from './comments.ts'
import type { Story } from './timeline.ts'

type Epic = () => number | null

/** Said for the current timebox, and today in that lane. */
export function now(story: Story, lane: Lane, epic: Epic): void {
  say(story, { box: CURRENT, epic, undriven: lane === 'ready' && story.chance.percent(45) })
  arrive(story, lane)
}

/** Said for the last of the closed timeboxes, slipped, and today in that lane of the current one. */
export function carried(story: Story, lane: Lane, epic: Epic): void {
  const { calendar, chance, dri } = story
  say(story, { box: CURRENT - 1, epic })
  if (lane !== 'ready') {
    story.add(during(calendar, CURRENT - 1, chance.between(0.5, 0.8)), dri, move(story, 'build', 'in dev'))
  }
  slip(story, CURRENT - 1)
  arrive(story, lane)
}

/** The way to the lane, told backwards from now in working days. */
function arrive(story: Story, lane: Lane): void {
  const { chance, line } = story
  const begun = line.fate.startsWith('carried')
  let driver = story.dri
  const ago = (most: number, least: number) => before(story.now, chance.between(least, most))
  const build = (to: string, most: number, least: number) =>
    story.add(ago(most, least), driver, move(story, 'build', to))

  if (lane !== 'ready' && lane !== 'unlabelled' && !begun)
    build('in dev', lane === 'dev' ? 8 : 10, lane === 'dev' ? 0.5 : 6.5)
  if (line.handOver) {
    passOn(story, ago(5, 4))
    driver = story.newDri
  }
  if (['review', 'security', 'verification', 'done'].includes(lane)) {
    const [most, least] = lane === 'review' ? [3, 0.3] : [6, 4]
    build('in review', most, least)
  }
  if (lane === 'security') build('awaiting security release', 3, 0.5)
  if (lane === 'verification') story.add(ago(2.5, 0.5), driver, bring(story, 'verification'))
  if (lane === 'unlabelled') story.add(ago(3, 1), driver, forget(story, 'ready for development'))
  if (lane === 'done') build(CLOSED, 3.5, 0.2)
  if (lane === 'blocked') {
    story.add(ago(5, 1.5), driver, move(story, 'build', 'blocked', line.needs ?? { need: '', from: '' }))
  }
  if (line.asks) story.add(ago(0.9, 0.3), driver, offer(story, { from: driver, ...line.asks }))
}
