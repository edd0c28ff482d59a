import type { AnyEvent, EventType } from './events.ts'
import { ALL_FACTS } from './facts/facts.ts'
import { eventOf } from './facts/kept.ts'
import { type GroupEvent, type GroupEventType, isGroupEvent, rowOf } from './group-events.ts'

type Subject = AnyEvent & { number: number; issue: number | null }

/** What an act changed of its issue. */
const OF_ISSUE: Partial<Record<EventType, readonly string[]>> = {
  'issue.moved': ['labels', 'state', 'place'],
  'issue.ranked': ['place'],
  'issue.labels_changed': ['labels'],
  'issue.milestone_set': ['milestone'],
  'issue.weighed': ['weight'],
  'issue.assigned': ['assignees'],
  'issue.dri_taken': ['dri', 'assignees'],
  'issue.dri_released': ['dri', 'assignees'],
  'issue.dri_assigned': ['dri'],
  'issue.handed_over': ['dri'],
  'issue.hand_over_offered': ['dri'],
  'issue.hand_over_accepted': ['dri'],
  'issue.hand_over_declined': ['dri'],
  'issue.hand_over_withdrawn': ['dri'],
  'issue.closed': ['state'],
  'issue.reopened': ['state'],
  'issue.epic_set': ['epic'],
  'issue.team_set': ['team'],
  ...Object.fromEntries(ALL_FACTS.map((fact) => [eventOf(fact), [fact.name]])),
  'issue.spike_scope_set': ['spike_scope'],
  'issue.wait_set': ['wait'],
  'weighing.opened': ['weighing'],
  'weighing.voted': ['weighing vote'],
  'weighing.revealed': ['weighing reveal'],
  'weighing.agreed': ['weighing agreement'],
  'weighing.abandoned': ['weighing end'],
}

/**
 * What an event changed, so that two acts that changed the same thing can be told. A thing is named from the whole to
 * the part, “label 7 title”: who changed the whole changed its parts.
 */
export function affectedFields(event: Subject): string[] {
  if (event.issue !== null) return thingsOfIssue(event, `#${event.issue}`)
  return isGroupEvent(event) ? thingsOfGroup(event) : []
}

function thingsOfGroup<T extends GroupEventType>({ type, data }: GroupEvent<T>): string[] {
  const { things } = rowOf(type)
  if (things) return [...things(data)]
  return 'id' in data ? [`${type.split('.', 1)[0]} ${data.id}`] : []
}

const TEXTS = ['title', 'description'] as const

function thingsOfIssue(event: Subject, issue: string): string[] {
  const { type, data } = event
  switch (type) {
    case 'issue.created':
      return [issue]
    case 'issue.edited':
      return TEXTS.filter((text) => data[text]).map((text) => `${issue} ${text}`)
    case 'issue.commented':
    case 'issue.comment_taken_back':
      return [`${issue} comment ${data.comment}`]
    case 'issue.comment_edited':
      return [`${issue} comment ${data.comment} words`]
    case 'issue.comment_reacted':
      // Of whom is not said: one's own is found by the command itself.
      return [`${issue} comment ${data.comment} reaction ${event.number}`]
    default:
      return (OF_ISSUE[type] ?? [`event ${event.number}`]).map((part) => `${issue} ${part}`)
  }
}
