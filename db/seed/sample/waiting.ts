import { bring, close, create, move, plan, weigh } from './acts.ts'
import { before, during } from './calendar.ts'
import { NEXT, type Refinement } from './outcome.ts'
import type { Ending, Story } from './timeline.ts'

type Epic = () => number | null

/** A candidate on the Planning Board of the next milestone: some are weighed and ready, some wait for breakdown. */
export function next(story: Story, epic: Epic): void {
  const { calendar, chance, dri, line, now } = story
  const ago = (most: number, least: number) => before(now, chance.between(least, most))
  story.add(
    during(calendar, NEXT - 2, chance.between(-0.9, 0.4)),
    author(story),
    create(story, { milestone: 'next-1-3', state: 'problem validation', epic }),
  )
  story.add(ago(11, 8), 'jordan', plan(story, calendar.box(NEXT).title))
  if (chance.percent(85)) story.add(ago(8, 6), 'jordan', bring(story, 'planning breakdown'))
  if (line.weight === null) return
  story.add(ago(6, 2), dri, weigh(story, line.weight))
  const ready = line.weight <= 3 && line.type !== null
  if (ready && chance.percent(70)) story.add(ago(2, 0.3), dri, bring(story, 'ready for development'))
}

const STEPS: readonly Refinement[] = [
  'problem validation',
  'design',
  'solution validation',
  'planning breakdown',
  'ready',
]

/** Waits on a shelf with a board, and has come as far as that column. */
export function refined(story: Story, shelf: 'next-1-3' | 'next-4-6', to: Refinement, epic: Epic): void {
  const { calendar, chance, dri, line } = story
  const born = chance.between(1.2, 5.4)
  const at = (part: number) => during(calendar, Math.floor(born), (born % 1) * 0.9 + part * 0.4)
  const goal = STEPS.indexOf(to)
  const first = goal < 0 ? null : (STEPS[Math.max(goal - chance.pick([0, 1, 2]), 0)] ?? to)
  story.add(
    at(0),
    author(story),
    create(story, { milestone: shelf, state: first === 'ready' ? null : first, epic }),
  )
  for (let step = first === null ? 0 : STEPS.indexOf(first) + 1; step <= goal; step += 1) {
    const reached = STEPS[step]
    if (reached && reached !== 'ready') story.add(at(step / 5), dri, move(story, shelf, reached))
  }
  if (line.weight !== null) story.add(at(0.85), dri, weigh(story, line.weight))
  if (to === 'ready') story.add(at(0.95), dri, move(story, shelf, 'ready for development'))
  if (to === 'declined') story.add(before(story.now, 4), 'jordan', close(story, 'wont_do'))
}

/** Handbook: "%Backlog is assigned if issues are not intended to be worked on"; or nobody has planned it yet. */
export function parked(story: Story, milestone: string | null): void {
  const { calendar, chance, line } = story
  const at =
    milestone === null
      ? before(story.now, chance.between(0.2, 4))
      : during(calendar, 1, chance.between(0, 4.5))
  const state = milestone === null ? null : 'validation backlog'
  story.add(at, author(story), create(story, { milestone, state, epic: () => null }))
  if (line.weight !== null) story.add(at, story.dri, weigh(story, line.weight))
}

/** Closed without having been promised. */
export function ended(story: Story, reason: Ending): void {
  const { calendar, chance, dri } = story
  const born = chance.between(0.2, 4)
  const at = (part: number) => during(calendar, Math.floor(born), (born % 1) + part)
  story.add(at(0), author(story), create(story, { milestone: null, state: null, epic: () => null }))
  story.add(at(0.3), reason === 'duplicate' ? dri : 'jordan', close(story, reason))
}

const author = ({ chance, dri }: Story) => (chance.percent(50) ? 'jordan' : dri)
