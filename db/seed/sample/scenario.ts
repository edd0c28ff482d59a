import { say } from './acts.ts'
import { calendarAround } from './calendar.ts'
import { chanceOf } from './random.ts'
import { type Fate, LANES, REFINEMENTS } from './outcome.ts'
import { epicActs, milestoneActs, orderActs } from './frame.ts'
import { done, dropped, late } from './past.ts'
import { carried, now as nowIn } from './present.ts'
import { type Act, inOrder, type Setting, type Story, withComments } from './timeline.ts'
import { drivers } from './team.ts'
import type { Line, Topic } from './topic.ts'
import { ended, next, parked, refined } from './waiting.ts'

export type Plot = {
  /** When the handbook's group is entered: the morning on which the history begins. */
  first: Date
  acts: Act[]
}

/** Everything that happens, in the order of time. */
export function actsOf(topics: readonly Topic[], now: Date): Plot {
  const setting: Setting = { calendar: calendarAround(now.toISOString().slice(0, 10)), now }
  const numbers = new Map<string, number>()
  const stories = topics.flatMap((topic) =>
    topic.issues.map((line) => told(setting, topic, line, () => numbers.get(topic.name) ?? null)),
  )
  const begun = new Map<string, Date>()
  for (const { topic, acts } of stories) {
    const [known, birth] = [begun.get(topic.name), acts[0]?.at]
    if (birth && (!known || birth < known)) begun.set(topic.name, birth)
  }
  const acts = [
    ...milestoneActs(setting),
    ...epicActs(topics, begun, numbers),
    ...stories.flatMap((story) => withComments(story, story.acts, say(story))),
    ...orderActs(
      setting,
      stories.filter((story) => story.line.fate === 'next'),
    ),
  ]
  return { first: setting.calendar.first, acts: acts.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }
}

function told(setting: Setting, topic: Topic, line: Line, epic: () => number | null): Story {
  const chance = chanceOf(line.title)
  const story: Story = {
    ...setting,
    line,
    topic,
    chance,
    ...drivers(topic, line, chance),
    ref: 0,
    acts: [],
    add: (at, by, run) => story.acts.push({ at, by, run }),
  }
  unfold(story, line.fate, epic)
  story.acts = inOrder(story.acts, setting.now)
  return story
}

function unfold(story: Story, fate: Fate, epic: () => number | null): void {
  const [kind = '', rest = ''] = [fate.split(' ', 1)[0], fate.slice(fate.indexOf(' ') + 1)]
  const lane = LANES.find((one) => one === rest)
  const step = REFINEMENTS.find((one) => one === rest)
  if (kind === 'done') return done(story, Number(rest), epic)
  if (kind === 'late') return late(story, Number(rest), epic)
  if (kind === 'dropped') return dropped(story, Number(rest), epic)
  if (kind === 'now' && lane) return nowIn(story, lane, epic)
  if (kind === 'carried' && lane) return carried(story, lane, epic)
  if (kind === 'near' && step) return refined(story, 'next-1-3', step, epic)
  if (kind === 'far' && step) return refined(story, 'next-4-6', step, epic)
  if (kind === 'next') return next(story, epic)
  if (kind === 'backlog') return parked(story, 'backlog')
  if (kind === 'feedback') return parked(story, 'awaiting-feedback')
  if (kind === 'inbox') return parked(story, null)
  return ended(story, kind === 'duplicate' ? 'duplicate' : 'wont_do')
}
