import type { AnyEvent, Recorded } from '../../events.ts'
import { replay } from '../../replay.ts'
import { withBoards } from '../build-spans.ts'
import { type Step, stepsOf } from '../steps.ts'

export const GROUP = { id: '1', title: 'group::custom models', meaning: 'group' }
export const DELIVERABLE = { id: '2', title: 'Deliverable', meaning: 'deliverable' }

const look = { description: '', hue: 260, sample: false }
const days = { kind: 'timebox' as const, shelf: null, startOn: null, dueOn: null }
const BEGUN: AnyEvent[] = [
  { type: 'label.created', data: { ...GROUP, ...look, id: 1 } },
  { type: 'label.created', data: { ...DELIVERABLE, ...look, id: 2 } },
  { type: 'milestone.created', data: { ...days, id: 7, slug: '7', title: '7' } },
  { type: 'milestone.created', data: { ...days, id: 8, slug: '8', title: '8' } },
]

/** A group with the labels that its Build Board asks for and two milestones, from before anything else happened. */
export const begun: Recorded[] = BEGUN.map((event, at) => ({
  ...event,
  number: at - BEGUN.length,
  happenedAt: new Date('2026-01-01T00:00:00Z'),
  actorId: null,
  issue: null,
}))

/** The steps of a history in such a group, with the boards that its issues were on by the replay. */
export const stepsIn = (events: readonly Recorded[]): Step[] =>
  withBoards(stepsOf(events), [...replay([...begun, ...events]).build.spans.values()].flat())
