import { activityEvents } from './events/activities.ts'
import { boardEvents } from './events/boards.ts'
import { callEvents } from './events/calls.ts'
import { capacityEvents } from './events/capacity.ts'
import { epicEvents } from './events/epics.ts'
import { groupEvents } from './events/groups.ts'
import { handsEvents } from './events/hands.ts'
import { invitationEvents } from './events/invitations.ts'
import { labelEvents } from './events/labels.ts'
import { membershipEvents } from './events/memberships.ts'
import { milestoneEvents } from './events/milestones.ts'
import { modelEvents } from './events/models.ts'
import { peopleEvents } from './events/people.ts'
import { planningTemplateEvents } from './events/planning-issue.ts'
import { refinementEvents } from './events/refinements.ts'
import { reminderEvents } from './events/reminders.ts'
import { reportEvents } from './events/reports.ts'
import { planEvents } from './events/plan.ts'
import { pushBackEvents } from './events/push-backs.ts'
import { retrospectiveEvents } from './events/retrospectives.ts'
import type { DataOf } from './events/row.ts'
import { sandboxEvents } from './events/sandboxes.ts'
import { shareEvents } from './events/shares.ts'
import { syncEvents } from './events/syncs.ts'
import { teamEvents } from './events/teams.ts'
import { templateEvents } from './events/templates.ts'
import { timeOffEvents } from './events/time-off.ts'
import { updateEvents } from './events/updates.ts'
import { viewEvents } from './events/views.ts'
import { workingTimeEvents } from './events/working-times.ts'

/** Everything that can happen beside issues, or to them as to other work, noun by noun. What is said elsewhere of these events is collected from here. */
export const GROUP_EVENTS = {
  ...activityEvents,
  ...boardEvents,
  ...callEvents,
  ...capacityEvents,
  ...epicEvents,
  ...groupEvents,
  ...handsEvents,
  ...invitationEvents,
  ...labelEvents,
  ...membershipEvents,
  ...milestoneEvents,
  ...modelEvents,
  ...peopleEvents,
  ...planningTemplateEvents,
  ...refinementEvents,
  ...reminderEvents,
  ...reportEvents,
  ...planEvents,
  ...pushBackEvents,
  ...retrospectiveEvents,
  ...sandboxEvents,
  ...shareEvents,
  ...syncEvents,
  ...teamEvents,
  ...templateEvents,
  ...timeOffEvents,
  ...updateEvents,
  ...viewEvents,
  ...workingTimeEvents,
}

type Rows = typeof GROUP_EVENTS
export type GroupEventType = keyof Rows

/** What is no issue's, with what it takes to replay the act and to take it back. */
export type GroupEvents = { [T in GroupEventType]: DataOf<Rows[T]> }
/** Those that are never taken back. */
export type LastingGroupEvent = {
  [T in GroupEventType]: Rows[T] extends { never: string } ? T : never
}[GroupEventType]

export type GroupEvent<T extends GroupEventType = GroupEventType> = { type: T; data: GroupEvents[T] }

export const isGroupEvent = (event: { type: string; data: unknown }): event is GroupEvent =>
  event.type in GROUP_EVENTS

/** Why an event is never undone; null for what has an undo handler. */
export function whyLasting(type: string): string | null {
  const rows: Partial<Record<string, { sentence: unknown; never?: string }>> = GROUP_EVENTS
  return rows[type]?.never ?? null
}
