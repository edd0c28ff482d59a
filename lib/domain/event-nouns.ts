import type { EventType } from './events.ts'

type NounOf<T> = T extends `${infer N}.${string}` ? N : never

/** What an event is about by the word before its dot: of some of them, what they belong to. */
export type EventNoun = NounOf<EventType>

/** What somebody who reads the record may ask for. */
export const EVENT_KINDS = [
  'issues',
  'epics',
  'milestones',
  'boards',
  'labels',
  'people',
  'teams',
  'group',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

type Facts = { kind: EventKind; topics: readonly string[] }

/**
 * By noun, the kind to which its events belong in the record, and the topics of the views that they touch. It stands
 * apart from what else is said of events because each page carries it.
 */
export const EVENT_NOUNS = {
  issue: { kind: 'issues', topics: ['issues'] },
  weighing: { kind: 'issues', topics: ['weighings'] },
  epic: { kind: 'epics', topics: ['epics'] },
  milestone: { kind: 'milestones', topics: ['milestones'] },
  board: { kind: 'boards', topics: ['boards', 'views'] },
  view: { kind: 'boards', topics: ['views'] },
  // a view asks for a label by its title, and goes with its board
  label: { kind: 'labels', topics: ['labels', 'views'] },
  template: { kind: 'labels', topics: ['templates'] },
  person: { kind: 'people', topics: ['people'] },
  role: { kind: 'people', topics: ['people', 'groups'] },
  invitation: { kind: 'people', topics: ['invitations', 'people'] },
  team: { kind: 'teams', topics: ['teams'] },
  membership: { kind: 'teams', topics: ['teams', 'people'] },
  scope_area: { kind: 'teams', topics: ['teams'] },
  boundary: { kind: 'teams', topics: ['teams'] },
  group: { kind: 'group', topics: ['groups', 'boards', 'milestones'] },
  sample: {
    kind: 'group',
    topics: ['issues', 'epics', 'milestones', 'boards', 'groups', 'people', 'teams', 'labels'],
  },
} as const satisfies Record<EventNoun, Facts>

/** What the event of some noun touches. */
export type EventTopic = (typeof EVENT_NOUNS)[EventNoun]['topics'][number]

/** The nouns whose events belong to a kind. */
export const nounsOf = (kind: EventKind): string[] =>
  Object.entries(EVENT_NOUNS).flatMap(([noun, facts]) => (facts.kind === kind ? [noun] : []))
