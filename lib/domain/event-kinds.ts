import type { EventType } from './events.ts'

type Noun<T> = T extends `${infer N}.${string}` ? N : never

/** What an event is about, as whoever reads the record asks for it; each noun of an event belongs to one kind. */
const KIND_OF: Record<Noun<EventType>, EventKind> = {
  issue: 'issues',
  weighing: 'issues',
  epic: 'epics',
  milestone: 'milestones',
  board: 'boards',
  view: 'boards',
  label: 'labels',
  template: 'labels',
  person: 'people',
  role: 'people',
  invitation: 'people',
  team: 'teams',
  membership: 'teams',
  scope_area: 'teams',
  boundary: 'teams',
  group: 'group',
  sample: 'group',
}

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

/** The nouns before the dot of an event's type. */
export const nounsOf = (kind: EventKind): string[] =>
  Object.entries(KIND_OF).flatMap(([noun, one]) => (one === kind ? [noun] : []))
