import { createToken, revokeToken } from '#db/commands/tokens.ts'
import { listTokens } from '#db/queries/tokens.ts'
import * as tokens from '#lib/contract/tokens.ts'
import { keep } from '../keep.ts'

export const tokensKept = [
  keep(tokens.listTokens, ({ db, who, now }) => listTokens(db, who.personId, now)),
  keep(tokens.createToken, (door, input) => createToken(door, door.who.personId, input)),
  keep(tokens.revokeToken, ({ db, who, now }, { token }) => revokeToken(db, who.personId, token, now)),
]
