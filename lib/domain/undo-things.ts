import type { AnyEvent, EventType } from './events.ts'

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
  'issue.due_set': ['due'],
  'issue.health_set': ['health'],
  'issue.confidential_set': ['confidential'],
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
  const { type, data } = event
  switch (type) {
    case 'epic.created':
      return [`epic ${data.number}`]
    case 'epic.edited':
      return TEXTS.filter((text) => data[text]).map((text) => `epic ${data.number} ${text}`)
    case 'epic.tech_lead_set':
      return [`epic ${data.number} lead`]
    case 'epic.closed':
    case 'epic.reopened':
      return [`epic ${data.number} state`]
    case 'label.renamed':
      return [`label ${data.id} title`]
    case 'label.changed':
      return data.changed.map((field) => `label ${data.id} ${field}`)
    case 'board.created':
    case 'board.removed':
      return [`board ${data.board.id}`]
    case 'board.edited':
      return [`board ${data.board.id} shape`]
    case 'board.placed':
      return ['order of boards']
    case 'team.created':
      return [`team ${data.slug}`]
    case 'team.removed':
      return [`team ${data.slug}`]
    case 'team.changed':
      return data.changed.map((word) => `team ${data.slug} ${word}`)
    case 'team.placed':
      return ['order of teams']
    case 'scope_area.moved':
      return [`order of scope ${data.team.id}`]
    case 'person.joined':
      return [`person ${data.person.id}`]
    case 'person.left': {
      const { ended, dropped } = data.kept
      return [`person ${data.person.id}`, ...[...ended, ...dropped].map(({ id }) => `membership ${id}`)]
    }
    case 'group.changed':
      return data.changed.map((field) => `group ${field}`)
    case 'role.given':
    case 'role.changed':
    case 'role.taken':
      return [`person ${data.person.id} ${data.role}`]
    case 'invitation.accepted':
      return [`invitation ${data.id}`, `person ${data.person.id}`]
    default:
      return 'id' in data && data.id !== undefined ? [`${type.split('.', 1)[0]} ${data.id}`] : []
  }
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
