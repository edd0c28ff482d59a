import type { GroupEvents } from './group-events.ts'
import type { IssueEvents, PlanningEvents, UndrivenEvents, WeighingEvents } from './issue-events.ts'

/**
 * The closed vocabulary of what can happen. One change is one event, written in the transaction of the change. The
 * subject, the actor and the instants belong to the event itself.
 */
type Events = IssueEvents & WeighingEvents & UndrivenEvents & PlanningEvents & GroupEvents

export type EventType = keyof Events
export type IssueEventType = keyof IssueEvents
export type EventData<T extends EventType> = Events[T]
/** Any event as a pair that TypeScript can tell apart by its type. */
export type AnyEvent = { [T in EventType]: { type: T; data: EventData<T> } }[EventType]

/** The version of all that stands above: what an event holds is read by the rules of the version that wrote it. */
export const EVENT_VERSION = 1

/**
 * How an event hangs together with others, all by their numbers: `act` is the first event of the act that it belongs to,
 * `undoes` what it takes back, `cause` what it came about by, with which it goes as well.
 */
export type Bonds = { act?: number; undoes?: number; cause?: number }

/** An event as the ledger keeps it. `issue` is the number of its issue, null where it is about something else. */
export type Recorded = AnyEvent &
  Pick<Bonds, 'undoes' | 'cause'> & {
    number: number
    happenedAt: Date
    actorId: string | null
    issue: number | null
  }

export function isIssueEvent(type: EventType): type is IssueEventType {
  return type.startsWith('issue.')
}
