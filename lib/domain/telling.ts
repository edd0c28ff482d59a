import type { PersonRef } from './event-refs.ts'
import type { Role } from './permissions.ts'

/** Why a person is notified, the most pressing first: of two reasons the first counts. */
export const INBOX_KINDS = [
  'mention',
  'hand_over',
  'dri_given',
  'weighing_asked',
  'asked',
  'assigned',
  'reminder',
  'informed',
  'watched',
] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

/** A person by id or by handle, as the event names them. */
export type Named = { person: string; kind: InboxKind }
/** All who have a role in the group now, or who are in a functional team today, by the id of the team. */
type Many = { kind: InboxKind } & ({ role: Role } | { team: string })
/** Whom an event asks for something or tells by name, and whether those who follow its issue are told too. */
export type Telling = { named: readonly Named[]; all?: readonly Many[]; watchers: boolean }

export const NO_ONE: Telling = { named: [], watchers: false }
/** Those who follow the issue of the event. */
export const WATCHERS: Telling = { named: [], watchers: true }

/** Who acts knows it already. */
export const tellsNoOne = ({ named, all = [], watchers }: Telling, actor: string | null): boolean =>
  named.every(({ person }) => person === actor) && all.length === 0 && !watchers

/** Some people, each for the same reason, and no others. */
export const named = (kind: InboxKind, people: readonly string[]): Telling => ({
  named: people.map((person) => ({ person, kind })),
  watchers: false,
})

export const pings = (handles: readonly string[]): Named[] =>
  handles.map((person) => ({ person, kind: 'mention' }))

/** Told by name of what concerns their issue, with nothing asked of them. */
export const followers = (...people: readonly (PersonRef | null | undefined)[]): Named[] =>
  people.flatMap((person) => (person ? [{ person: person.id, kind: 'watched' as const }] : []))
