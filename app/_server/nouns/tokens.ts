import { createToken, revokeToken } from '#db/commands/tokens.ts'
import { listTokens } from '#db/queries/tokens.ts'
import * as tokens from '#lib/contract/tokens.ts'
import { bind } from '../bind.ts'

export const tokensHandlers = [
  bind(tokens.listTokens, ({ db, who, now }) => listTokens(db, who.personId, now)),
  bind(tokens.createToken, (context, input) => createToken(context, context.who.personId, input)),
  bind(tokens.revokeToken, ({ db, who, now }, { token }) => revokeToken(db, who.personId, token, now)),
]
