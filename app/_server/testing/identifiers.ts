import type { Hidden } from './fixtures.ts'
import { NOUNS, THEIRS, type Name } from './other-group.ts'

/** What a request may name: what a group has, the group itself, and what a person has alone. */
export type Noun = 'group' | (typeof NOUNS)[number] | 'session' | 'token'

/** Names of what exists nowhere. */
export const ABSENT: Record<Noun, Name> = {
  group: 'no-such-group',
  ref: 800_001,
  board: 'no-such-board',
  column: '800001',
  epic: 800_001,
  event: 800_001,
  milestone: 'no-such-milestone',
  comment: 800_001,
  offer: 800_001,
  team: 'no-such-team',
  label: 800_001,
  labelTitle: 'no such label',
  area: 800_001,
  boundary: 800_001,
  membership: 800_001,
  view: 800_001,
  person: 'no-such-person',
  invitation: 800_001,
  template: 800_001,
  session: 'nothing',
  token: 'nothing',
}

/** Names of what exists in the other group, or is somebody else's. */
export const foreign = ({ theirs, session, token }: Hidden): Record<Noun, Name> => ({
  ...theirs,
  group: THEIRS,
  session,
  token,
})

const NOUN_OF_PATH: Record<string, Noun> = { other: 'ref' }
/** Parts of a path that name nothing of their own. */
const WORDS_OF_PATHS = ['role']

/** What a part of a path names; null for a word that names nothing. Throws for one that nobody has thought of. */
export function nounOfPath(name: string): Noun | null {
  if (WORDS_OF_PATHS.includes(name)) return null
  const noun = NOUN_OF_PATH[name] ?? name
  if (isNoun(noun)) return noun
  throw new Error(`Say in app/_server/testing/identifiers.ts what {${name}} of a path names.`)
}

const isNoun = (name: string): name is Noun => name in ABSENT
