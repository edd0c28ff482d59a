import type { Hidden } from './scene.ts'

/**
 * What a path may name, beside the group: `foreign` exists in another group or under another parent, `absent` exists
 * nowhere. What is counted in each group anew has no foreign number that is not one of ours too.
 */
export const namedBy = ({
  foreign,
  comment,
  session,
  token,
}: Hidden): Record<string, { foreign: Name; absent: Name }> => ({
  ref: { foreign, absent: 800_001 },
  other: { foreign, absent: 800_001 },
  board: { foreign: 'theirs', absent: 'nothing' },
  epic: { foreign: 900_001, absent: 800_001 },
  event: { foreign: 900_001, absent: 800_001 },
  comment: { foreign: comment, absent: 800_001 },
  team: { foreign: 'theirs', absent: 'no-such-team' },
  label: { foreign: 900_001, absent: 800_001 },
  area: { foreign: 900_001, absent: 800_001 },
  boundary: { foreign: 900_001, absent: 800_001 },
  membership: { foreign: 900_001, absent: 800_001 },
  view: { foreign: 900_001, absent: 800_001 },
  person: { foreign: 'stranger', absent: 'no-such-person' },
  invitation: { foreign: 900_001, absent: 800_001 },
  template: { foreign: 900_001, absent: 800_001 },
  session: { foreign: session, absent: 'nothing' },
  token: { foreign: token, absent: 'nothing' },
})
type Name = string | number

/** Parts of a path that name nothing of their own. */
export const WORDS_OF_PATHS = ['group', 'role']
