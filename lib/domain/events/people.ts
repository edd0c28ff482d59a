import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PersonRef } from '../event-refs.ts'
import type { Role } from '../permissions.ts'
import { roleTitle } from '../roles.ts'
import { event } from './row.ts'

export type RoleTerms = { acting: boolean; title: string }
export type RoleData = RoleTerms & { role: Role }
/** What a person was in the group when they left it: their roles, and the memberships that ended or never began. */
export type Stay = {
  roles: RoleData[]
  /** The last day of what ended. */
  on: PlainDate
  ended: { id: number; to: PlainDate | null }[]
  dropped: {
    id: number
    teamId: number
    kind: string
    share: number
    from: PlainDate
    to: PlainDate | null
  }[]
}

type RoleRef = { person: PersonRef; role: Role }

const theirs = ({ person, role }: RoleRef) => [`person ${person.id} ${role}`]

export const peopleEvents = {
  'person.joined': event<{ person: PersonRef }>({
    sentence: ({ person }) => `added ${person.name} to the group`,
    things: ({ person }) => [`person ${person.id}`],
  }),
  'person.left': event<{ person: PersonRef; kept: Stay }>({
    sentence: ({ person }) => `removed ${person.name} from the group`,
    things: ({ person, kept: { ended, dropped } }) => [
      `person ${person.id}`,
      ...[...ended, ...dropped].map(({ id }) => `membership ${id}`),
    ],
  }),
  'role.given': event<RoleRef & RoleTerms>({
    sentence: ({ person, role }) => `gave ${person.name} the role of ${roleTitle(role)}`,
    things: theirs,
  }),
  'role.changed': event<RoleRef & RoleTerms & { was: RoleTerms }>({
    sentence: ({ person, role, title, acting }) =>
      `changed the title of ${person.name} to ${acting ? 'acting ' : ''}${title || roleTitle(role)}`,
    things: theirs,
  }),
  'role.taken': event<RoleRef & { kept: RoleTerms }>({
    sentence: ({ person, role }) => `removed the role of ${roleTitle(role)} from ${person.name}`,
    things: theirs,
  }),
}
