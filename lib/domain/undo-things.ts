import { rowOf } from './event-rows.ts'
import type { AnyEvent, EventData, EventType } from './events.ts'
import { isGroupEvent } from './group-events.ts'

type Subject = AnyEvent & { number: number; issue: number | null }

/**
 * What an event changed, so that two acts that changed the same thing are recognised. A thing is named from the whole to
 * the part, “label 7 title”: who changed the whole changed its parts.
 */
export function affectedFields(event: Subject): string[] {
  const { type, data, number, issue } = event
  if (issue !== null)
    return (thingsOf(event) ?? [`event ${number}`]).map((part) => `#${issue} ${part}`.trimEnd())
  if (!isGroupEvent(event)) return []
  return [...(thingsOf(event) ?? ('id' in data ? [`${type.split('.', 1)[0]} ${data.id}`] : []))]
}

function thingsOf<T extends EventType>(event: { type: T; data: EventData<T>; number: number }) {
  return rowOf(event.type).things?.(event.data, event.number)
}
