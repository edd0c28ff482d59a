import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, line } from './shapes.ts'

export const MOST_TOKEN_DAYS = 365

export const tokenScope = z.enum(['read', 'write'])

export const tokenFacts = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Its first characters, by which its owner knows it again. */
  hint: z.string(),
  scope: tokenScope,
  createdAt: instant,
  expiresAt: instant,
  /** To the minute; null while it was never used. */
  lastUsedAt: instant.nullable(),
  expired: z.boolean(),
})
export type TokenFacts = z.output<typeof tokenFacts>

export const listTokens = endpoint({
  id: 'tokens.list',
  method: 'GET',
  path: '/me/tokens',
  summary: 'Your access tokens without the revoked ones, newest first',
  access: 'in_person',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(tokenFacts) }),
  reads: ['tokens'],
})

export const createToken = endpoint({
  id: 'tokens.create',
  method: 'POST',
  path: '/me/tokens',
  summary: 'Create an access token; the secret is shown in this answer only',
  access: 'in_person',
  input: z.strictObject({
    title: line(80),
    scope: tokenScope,
    days: z
      .number()
      .int('Whole days only.')
      .min(1, 'At least one day.')
      .max(MOST_TOKEN_DAYS, 'A token lasts a year at most.'),
  }),
  output: z.strictObject({ token: tokenFacts, secret: z.string() }),
})

export const revokeToken = endpoint({
  id: 'tokens.revoke',
  method: 'DELETE',
  path: '/me/tokens/{token}',
  summary: 'Revoke an access token; it stops working',
  access: 'in_person',
  input: z.strictObject({ token: z.string().regex(/^[\w-]{1,64}$/, 'The id of a token.') }),
  output: z.strictObject({ revoked: z.string() }),
})
