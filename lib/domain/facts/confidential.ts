import type { Flag } from './fact.ts'

/** Stakeholders do not find it, nor what happened to it, before or since. */
export const confidential: Flag<'confidential', 'confidential'> = {
  kind: 'flag',
  name: 'confidential',
  key: 'confidential',
  title: 'confidential',
  words: { yes: 'confidential', no: 'visible to everyone in the group' },
  isFollowed: false,
}
