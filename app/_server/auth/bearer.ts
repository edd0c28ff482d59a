import type { SignedIn } from '#db/queries/sessions.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

const BEARER = /^bearer(?: +(.*))?$/i
const TOKEN = /^saydo_[\w-]{43}$/

/**
 * The access token that an Authorization header carries; null where there is none, so that the cookie is asked. A
 * header for another person, such as a proxy's own, is left alone. No page of another site can send one.
 * @throws signed_out for what cannot be a token of ours: the person who sends one never falls back on a cookie
 */
export function bearerOf(headers: Headers): string | null {
  const match = BEARER.exec(headers.get('authorization')?.trim() ?? '')
  if (!match) return null
  const token = match[1]?.trim() ?? ''
  if (TOKEN.test(token)) return token
  throw new Failure('signed_out', 'Not an access token. Access tokens begin with “saydo_”.')
}

/** What a token may not do although its person may. */
export function whyNotByToken({ accessToken }: SignedIn, { access, method }: Endpoint): Refusal | null {
  if (accessToken === null) return null
  if (access === 'in_person') {
    return {
      code: 'not_by_token',
      because: 'A token cannot manage tokens or sessions. Sign in instead.',
    }
  }
  if (accessToken.scope === 'read' && method !== 'GET') {
    return {
      code: 'token_reads_only',
      because: 'This token is read only. Create one that can write.',
    }
  }
  return null
}
