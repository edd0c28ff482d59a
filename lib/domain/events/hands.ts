import { handsLink } from '#lib/kit/links.ts'

import type { PersonRef } from '../event-refs.ts'
import { HAND_TITLES, type HandKind } from '../hands.ts'
import { event, reason } from './row.ts'

/** What a hand is about: an issue or an epic; without one, the person who raised it. */
type About = { kind: 'issue' | 'epic'; number: number }
export type HandRef = { id: number; about: About | null; person: PersonRef }
export type HandData = HandRef & { kind: HandKind; ask: string }

const things = ({ id }: { id: number }) => [`hand ${id}`]
const onIt = (about: About | null, it: string): string =>
  about === null ? '' : ` on ${about.kind === 'epic' ? `the epic &${about.number}` : it}`
const told = { named: [], all: [{ kind: 'asked' as const, role: 'em' as const }], watchers: true }

/** What happens to a hand that was raised; how it is lowered never counts against a person. */
export const handsEvents = {
  'hand.raised': event<HandData>({
    sentence: ({ kind, ask, about }, it) =>
      `raised a hand${onIt(about, it)}, ${HAND_TITLES[kind].toLowerCase()}${reason(ask)}`,
    things,
    tells: () => told,
    page: ({ group }) => handsLink(group),
  }),
  'hand.removed': event<HandData>({
    sentence: ({ about }, it) => `removed the hand${onIt(about, it)}`,
    things,
  }),
  'hand.helped': event<HandRef & { helper: PersonRef }>({
    sentence: ({ person, about }, it) => `helps ${person.name}${onIt(about, it)}`,
    things,
    tells: ({ person }) => ({ named: [{ person: person.id, kind: 'informed' }], watchers: false }),
    page: ({ group }) => handsLink(group),
  }),
  'hand.help_withdrawn': event<HandRef & { helper: PersonRef }>({
    sentence: ({ person, about }, it) => `no longer helps ${person.name}${onIt(about, it)}`,
    things,
    tells: ({ person }) => ({ named: [{ person: person.id, kind: 'informed' }], watchers: false }),
    page: ({ group }) => handsLink(group),
  }),
  'hand.lowered': event<HandRef & { how: string; helper: PersonRef | null }>({
    sentence: ({ how, about }, it) => `lowered the hand${onIt(about, it)}${reason(how)}`,
    things,
    tells: ({ person, helper }) => ({
      named: [person, ...(helper ? [helper] : [])].map(({ id }) => ({
        person: id,
        kind: 'informed' as const,
      })),
      watchers: false,
    }),
    page: ({ group }) => handsLink(group),
  }),
  'hand.reopened': event<HandRef & { how: string; helper: PersonRef | null }>({
    sentence: ({ about }, it) => `raised the hand${onIt(about, it)} again`,
    things,
  }),
}
