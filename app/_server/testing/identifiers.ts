import { COLLECTED, merged } from './collected.ts'
import type { Hidden } from './fixtures.ts'
import { type FOUNDED, THEIRS } from './other-group.ts'
import type { Name } from './means.ts'

/** What a request may name: what a group has, the group itself, and what a person has alone; and what nouns bring. */
type Noun = 'group' | (typeof FOUNDED)[number] | 'session' | 'token'
/** A name for each noun. */
export type Names = Record<Noun, Name> & Record<string, Name>

const names = merged(COLLECTED.map(({ names }) => names))

/** Names of what exists nowhere. */
export const ABSENT: Names = {
  ...Object.fromEntries(Object.entries(names).map(([noun, { absent }]) => [noun, absent])),
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
  person: 'no-such-person',
  session: 'nothing',
  token: 'nothing',
}

/** Names of what exists in the other group, or is somebody else's. */
export const foreign = ({ theirs, session, token }: Hidden): Names => ({
  ...theirs,
  group: THEIRS,
  session,
  token,
})

/** The name of what a request names. Throws where nobody has thought of such a thing. */
export function nameOf(names: Names, noun: string): Name {
  const name = names[noun]
  if (name === undefined) throw new Error(`Say in app/_server/nouns/<noun>.requests.ts what names a ${noun}.`)
  return name
}

const NOUN_OF_PATH: Record<string, Noun> = { other: 'ref' }
/** Parts of a path that name nothing of their own. */
const WORDS_OF_PATHS = ['role', 'week']

/** What a part of a path names; null for a word that names nothing. Throws for one that nobody has thought of. */
export function nounOfPath(name: string): string | null {
  if (WORDS_OF_PATHS.includes(name)) return null
  const noun = NOUN_OF_PATH[name] ?? name
  nameOf(ABSENT, noun)
  return noun
}
