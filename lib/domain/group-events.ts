import { boardEvents } from './events/boards.ts'
import { epicEvents } from './events/epics.ts'
import { groupEvents } from './events/groups.ts'
import { invitationEvents } from './events/invitations.ts'
import { labelEvents } from './events/labels.ts'
import { membershipEvents } from './events/memberships.ts'
import { milestoneEvents } from './events/milestones.ts'
import { peopleEvents } from './events/people.ts'
import type { EventRow } from './events/row.ts'
import { teamEvents } from './events/teams.ts'
import { templateEvents } from './events/templates.ts'
import { viewEvents } from './events/views.ts'

/** Everything that can happen beside issues, noun by noun. What is said elsewhere of these events is collected from here. */
export const GROUP_EVENTS = {
  ...boardEvents,
  ...epicEvents,
  ...groupEvents,
  ...invitationEvents,
  ...labelEvents,
  ...membershipEvents,
  ...milestoneEvents,
  ...peopleEvents,
  ...teamEvents,
  ...templateEvents,
  ...viewEvents,
}

type Rows = typeof GROUP_EVENTS
export type GroupEventType = keyof Rows
type DataOf<Row> = Row extends { told: (data: infer Data, it: string) => string } ? Data : never

/** What is no issue's, with what it takes to replay the act and to take it back. */
export type GroupEvents = { [T in GroupEventType]: DataOf<Rows[T]> }
/** Those that are never taken back. */
export type LastingGroupEvent = {
  [T in GroupEventType]: Rows[T] extends { never: string } ? T : never
}[GroupEventType]

export type GroupEvent<T extends GroupEventType = GroupEventType> = { type: T; data: GroupEvents[T] }

export const isGroupEvent = (event: { type: string; data: unknown }): event is GroupEvent =>
  event.type in GROUP_EVENTS

/** What is said of an event. */
export function rowOf<T extends GroupEventType>(type: T): EventRow<GroupEvents[T]> {
  const rows: { [One in GroupEventType]: EventRow<GroupEvents[One]> } = GROUP_EVENTS
  return rows[type]
}

/** Why an event is never taken back; null for what has a way back. */
export function whyLasting(type: string): string | null {
  const rows: Partial<Record<string, { told: unknown; never?: string }>> = GROUP_EVENTS
  return rows[type]?.never ?? null
}
