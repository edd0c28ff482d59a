import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { NamedRef, PersonRef } from '../event-refs.ts'
import { event, lasting } from './row.ts'

type Kind = 'main' | 'supporting'
type Membership = {
  id: number
  person: PersonRef
  team: NamedRef
  kind: Kind
  /** Percent of the person's working time. */
  share: number
  startsOn: PlainDate
  endsOn: PlainDate | null
}
type Was = { kind: Kind; percent: number; from: PlainDate; to: PlainDate | null }

export const membershipEvents = {
  'membership.started': event<Membership>({
    sentence: ({ person, team, kind, startsOn }) =>
      `added ${person.name} to ${team.name}${kind === 'supporting' ? ', supporting,' : ''} from ${startsOn}`,
  }),
  'membership.changed': event<Membership & { was: Was }>({
    sentence: ({ person, team, kind, share, startsOn, endsOn }) =>
      `changed the membership of ${person.name} in ${team.name}: ${kind}, ${share} %, from ${startsOn}${endsOn ? ` to ${endsOn}` : ''}`,
  }),
  'membership.removed': lasting<Membership>({
    sentence: ({ person, team }) => `removed ${person.name} from ${team.name}`,
    never: 'Add them to the team again instead.',
  }),
}
