import type { EventNoun } from './event-nouns.ts'
import type { AnyEvent } from './events.ts'

/**
 * Nouns of events that are about something else: weighings and who drives about their issue; roles, memberships, time off and working
 * times about their person; days off, reports, the questions of readiness and steps of planning about their group; capacity, plan and what-ifs about their
 * milestone, triage duty about its team; planning issues about the issue, their template about its group;
 * status updates about the issue or epic, and what asks for one about its person; push-backs about the work;
 * hands about their issue, their epic or the person who raised them; retrospectives about the person who runs them, and their actions
 * about the owner, otherwise about their group; calls about their issue or epic; what comes of an item of a sync about its issue or epic, or
 * about the group.
 */
type Belonging =
  | 'weighing'
  | 'dri'
  | 'hand'
  | 'call'
  | 'agenda'
  | 'planning_issue'
  | 'planning_template'
  | 'push_back'
  | 'role'
  | 'membership'
  | 'time_off'
  | 'working_time'
  | 'day_off'
  | 'capacity'
  | 'plan'
  | 'plan_step'
  | 'duty'
  | 'refinement'
  | 'report'
  | 'readiness'
  | 'retrospective'
  | 'sandbox'
  | 'update'
  | 'sample'
/** What an event is about. */
export type SubjectKind = Exclude<EventNoun, Belonging>
export type Subject = { kind: SubjectKind; key: string }

const OF_GROUP = [
  'group',
  'agenda',
  'sample',
  'day_off',
  'refinement',
  'report',
  'readiness',
  'planning_template',
  'plan_step',
] as const

const isOfGroup = (noun: EventNoun): noun is (typeof OF_GROUP)[number] => OF_GROUP.some((one) => one === noun)

/** The one thing that an event changed, by the key by which its group knows it. */
export function subjectOf({ type, data, issue }: AnyEvent & { issue?: number }, group: number): Subject {
  if (issue !== undefined) return { kind: 'issue', key: String(issue) }
  if ('subject' in data) {
    const { subject } = data
    return { kind: subject.kind, key: 'key' in subject ? subject.key : String(subject.number) }
  }
  if ('about' in data && data.about) return { kind: data.about.kind, key: String(data.about.number) }
  // safe because the types of events are made of a noun, a dot and a verb
  const noun = type.split('.', 1)[0] as Exclude<
    EventNoun,
    'weighing' | 'dri' | 'planning_issue' | 'push_back' | 'call'
  >
  if (noun === 'retrospective') {
    const one = 'owner' in data ? data.owner : 'by' in data ? data.by : null
    const isPerson = typeof one === 'object' && one !== null && 'id' in one
    return isPerson ? { kind: 'person', key: one.id } : { kind: 'group', key: String(group) }
  }
  if (isOfGroup(noun)) return { kind: 'group', key: String(group) }
  if (
    noun === 'role' ||
    noun === 'person' ||
    noun === 'hand' ||
    noun === 'membership' ||
    noun === 'time_off' ||
    noun === 'working_time' ||
    noun === 'update'
  ) {
    return { kind: 'person', key: 'person' in data ? (data.person?.id ?? '') : '' }
  }
  if (noun === 'capacity' || noun === 'plan' || noun === 'sandbox')
    return { kind: 'milestone', key: 'milestone' in data ? (data.milestone?.id ?? '') : '' }
  if (noun === 'duty') return { kind: 'team', key: 'team' in data ? (data.team?.id ?? '') : '' }
  if ('board' in data) return { kind: 'board', key: data.board.id }
  if (noun === 'epic') return { kind: 'epic', key: 'number' in data ? String(data.number) : '' }
  return { kind: noun, key: 'id' in data ? String(data.id) : '' }
}
