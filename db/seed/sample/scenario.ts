import { say } from './acts.ts'
import { cadenceActs } from './cadence.ts'
import { calendarActs } from './calendars.ts'
import { capacityActs } from './capacity.ts'
import { calendarAround } from './calendar.ts'
import { planningIssueActs } from './planning-issues.ts'
import { randomFrom } from '#lib/kit/random.ts'
import { type Outcome, LANES, REFINEMENTS } from './outcome.ts'
import { epicActs, milestoneActs, orderActs } from './frame.ts'
import { goalActs } from './goals.ts'
import { handActs } from './hands.ts'
import { jobActs } from './jobs.ts'
import { done, dropped, late } from './past.ts'
import { modelActs } from './models.ts'
import { planActs } from './plan.ts'
import { pushBackActs } from './push-backs.ts'
import { carried, now as nowIn } from './present.ts'
import { type Act, inOrder, type Setting, type Timeline, withComments } from './timeline.ts'
import { retrospectiveActs } from './retrospectives.ts'
import { sandboxActs } from './sandboxes.ts'
import { syncActs } from './syncs.ts'
import { drivers } from './team.ts'
import { timeOffActs } from './time-off.ts'
import type { Line, Topic } from './topic.ts'
import { unsettledActs } from './unsettled.ts'
import { updateActs } from './updates.ts'
import { ended, next, parked, refined } from './waiting.ts'

export type Scenario = {
  /** When the handbook's group is entered: the morning on which the history begins. */
  first: Date
  acts: Act[]
}

/** Everything that happens, in the order of time. */
export function actsOf(topics: readonly Topic[], now: Date): Scenario {
  const setting: Setting = { calendar: calendarAround(now.toISOString().slice(0, 10)), now }
  const numbers = new Map<string, number>()
  const timelines = topics.flatMap((topic) =>
    topic.issues.map((line) => timelineOf(setting, topic, line, () => numbers.get(topic.name) ?? null)),
  )
  const begun = new Map<string, Date>()
  for (const { topic, acts } of timelines) {
    const [known, birth] = [begun.get(topic.name), acts[0]?.at]
    if (birth && (!known || birth < known)) begun.set(topic.name, birth)
  }
  const acts = [
    ...milestoneActs(setting, timelines),
    ...goalActs(setting),
    ...calendarActs(setting),
    ...timeOffActs(setting),
    ...capacityActs(setting),
    ...jobActs(setting),
    ...sandboxActs(setting),
    ...updateActs(setting),
    ...planActs(setting, timelines),
    ...pushBackActs(setting, timelines, () => numbers.get('model-lifecycle') ?? null),
    ...modelActs(setting, timelines),
    ...handActs(setting, timelines),
    ...cadenceActs(setting, timelines),
    ...retrospectiveActs(setting),
    ...syncActs(setting),
    ...unsettledActs(setting, timelines, (topic) => numbers.get(topic) ?? null),
    ...epicActs(topics, begun, numbers),
    ...planningIssueActs(setting, (topic) => numbers.get(topic) ?? null),
    ...timelines.flatMap((timeline) => withComments(timeline, timeline.acts, say(timeline))),
    ...orderActs(
      setting,
      timelines.filter((timeline) => timeline.line.outcome === 'next'),
    ),
  ]
  return { first: setting.calendar.first, acts: acts.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }
}

function timelineOf(setting: Setting, topic: Topic, line: Line, epic: () => number | null): Timeline {
  const random = randomFrom(line.title)
  const timeline: Timeline = {
    ...setting,
    line,
    topic,
    random,
    ...drivers(topic, line, random),
    ref: 0,
    acts: [],
    add: (at, by, run) => timeline.acts.push({ at, by, run }),
  }
  unfold(timeline, line.outcome, epic)
  timeline.acts = inOrder(timeline.acts, setting.now)
  return timeline
}

function unfold(timeline: Timeline, outcome: Outcome, epic: () => number | null): void {
  const [kind = '', rest = ''] = [outcome.split(' ', 1)[0], outcome.slice(outcome.indexOf(' ') + 1)]
  const lane = LANES.find((one) => one === rest)
  const step = REFINEMENTS.find((one) => one === rest)
  if (kind === 'done') return done(timeline, Number(rest), epic)
  if (kind === 'late') return late(timeline, Number(rest), epic)
  if (kind === 'dropped') return dropped(timeline, Number(rest), epic)
  if (kind === 'now' && lane) return nowIn(timeline, lane, epic)
  if (kind === 'carried' && lane) return carried(timeline, lane, epic)
  if (kind === 'near' && step) return refined(timeline, 'next-1-3', step, epic)
  if (kind === 'far' && step) return refined(timeline, 'next-4-6', step, epic)
  if (kind === 'next') return next(timeline, epic)
  if (kind === 'backlog') return parked(timeline, 'backlog')
  if (kind === 'feedback') return parked(timeline, 'awaiting-feedback')
  if (kind === 'inbox') return parked(timeline, null)
  return ended(timeline, kind === 'duplicate' ? 'duplicate' : 'wont_do')
}
