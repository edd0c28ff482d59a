import type { EventType } from './events.ts'

type NounOf<T> = T extends `${infer N}.${string}` ? N : never

/** What an event is about by the word before its dot: of some of them, what they belong to. */
export type EventNoun = NounOf<EventType>

/** What a reader of the audit log may ask for. */
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
  dri: { kind: 'issues', topics: ['dris'] },
  hand: { kind: 'issues', topics: ['hands'] },
  retrospective: { kind: 'group', topics: ['retrospectives'] },
  call: { kind: 'issues', topics: ['calls'] },
  planning_issue: { kind: 'issues', topics: ['planning_issues'] },
  update: { kind: 'issues', topics: ['updates'] },
  // what is decided may move the work, which events of its own tell
  push_back: { kind: 'issues', topics: ['push_backs'] },
  agenda: { kind: 'issues', topics: ['syncs'] },
  refinement: { kind: 'issues', topics: ['issues'] },
  report: { kind: 'issues', topics: ['issues'] },
  epic: { kind: 'epics', topics: ['epics'] },
  milestone: { kind: 'milestones', topics: ['milestones'] },
  board: { kind: 'boards', topics: ['boards', 'views'] },
  view: { kind: 'boards', topics: ['views'] },
  // a view asks for a label by its title, and goes with its board
  label: { kind: 'labels', topics: ['labels', 'views'] },
  // an issue says whether the model that it adds is ready
  model: { kind: 'group', topics: ['models'] },
  readiness: { kind: 'group', topics: ['models'] },
  template: { kind: 'labels', topics: ['templates'] },
  planning_template: { kind: 'labels', topics: ['planning_issues'] },
  person: { kind: 'people', topics: ['people'] },
  role: { kind: 'people', topics: ['people', 'groups'] },
  invitation: { kind: 'people', topics: ['invitations', 'people'] },
  time_off: { kind: 'people', topics: ['time_off'] },
  team: { kind: 'teams', topics: ['teams'] },
  membership: { kind: 'teams', topics: ['teams', 'people'] },
  capacity: { kind: 'milestones', topics: ['capacity'] },
  plan: { kind: 'milestones', topics: ['plan'] },
  plan_step: { kind: 'group', topics: ['plan'] },
  sandbox: { kind: 'milestones', topics: ['sandboxes'] },
  share: { kind: 'group', topics: ['shares'] },
  activity: { kind: 'group', topics: ['activities'] },
  // who leads is seen where it is seen who is there
  sync: { kind: 'group', topics: ['syncs', 'sync_presence'] },
  duty: { kind: 'teams', topics: ['capacity'] },
  scope_area: { kind: 'teams', topics: ['teams'] },
  boundary: { kind: 'teams', topics: ['teams'] },
  working_time: { kind: 'people', topics: ['working_times'] },
  day_off: { kind: 'group', topics: ['working_times'] },
  group: { kind: 'group', topics: ['groups', 'boards', 'milestones'] },
  sample: {
    kind: 'group',
    topics: [
      'issues',
      'epics',
      'milestones',
      'boards',
      'groups',
      'people',
      'teams',
      'labels',
      'time_off',
      'working_times',
      'plan',
      'models',
      'sandboxes',
      'shares',
      'updates',
      'push_backs',
      'hands',
      'retrospectives',
      'activities',
      'calls',
      'syncs',
    ],
  },
} as const satisfies Record<EventNoun, Facts>

/** What the event of some noun touches. */
export type EventTopic = (typeof EVENT_NOUNS)[EventNoun]['topics'][number]

/** The nouns whose events belong to a kind. */
export const nounsOf = (kind: EventKind): string[] =>
  Object.entries(EVENT_NOUNS).flatMap(([noun, facts]) => (facts.kind === kind ? [noun] : []))
