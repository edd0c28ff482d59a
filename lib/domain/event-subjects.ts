import type { EventNoun } from './event-nouns.ts'
import type { AnyEvent } from './events.ts'

/** Nouns of events that are about something else: weighings about their issue, roles and memberships about their person. */
type Belonging = 'weighing' | 'role' | 'membership' | 'sample'
/** What an event is about. */
export type SubjectKind = Exclude<EventNoun, Belonging>
export type Subject = { kind: SubjectKind; key: string }

/** The one thing that an event changed, by the key by which its group knows it. */
export function subjectOf({ type, data, issue }: AnyEvent & { issue?: number }, group: number): Subject {
  if (issue !== undefined) return { kind: 'issue', key: String(issue) }
  // safe because the types of events are made of a noun, a dot and a verb
  const noun = type.split('.', 1)[0] as Exclude<EventNoun, 'weighing'>
  if (noun === 'group' || noun === 'sample') return { kind: 'group', key: String(group) }
  if (noun === 'role' || noun === 'person' || noun === 'membership') {
    return { kind: 'person', key: 'person' in data ? (data.person?.id ?? '') : '' }
  }
  if ('board' in data) return { kind: 'board', key: data.board.id }
  if (noun === 'epic') return { kind: 'epic', key: 'number' in data ? String(data.number) : '' }
  return { kind: noun, key: 'id' in data ? String(data.id) : '' }
}
