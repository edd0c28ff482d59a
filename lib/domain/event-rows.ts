import type { EventData, EventType } from './events.ts'
import type { EventRow } from './events/row.ts'
import { GROUP_EVENTS } from './group-events.ts'
import { ISSUE_EVENTS, PLANNING_EVENTS, UNDRIVEN_EVENTS, WEIGHING_EVENTS } from './issue-events.ts'

/** Everything that can happen, each with its sentence and with what it changed. */
export const EVENT_ROWS: { [T in EventType]: EventRow<EventData<T>> } = {
  ...ISSUE_EVENTS,
  ...WEIGHING_EVENTS,
  ...UNDRIVEN_EVENTS,
  ...PLANNING_EVENTS,
  ...GROUP_EVENTS,
}

// safe because the type says that there is one row for each, and no other
export const EVENT_TYPES = Object.keys(EVENT_ROWS) as EventType[]

export function rowOf<T extends EventType>(type: T): EventRow<EventData<T>> {
  return EVENT_ROWS[type]
}
