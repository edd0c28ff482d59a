import { countTry, forgetTries } from '#db/commands/rate-limits.ts'
import { pool } from '#db/connection.ts'
import { hashOf } from '#db/token.ts'
import { Failure } from '#lib/kit/failure.ts'
import { auth } from '../auth.ts'
import { forwarded } from './forwarded.ts'
import { publicUrl } from './site.ts'

type Attempt = { email: string; password: string; headers: Headers }

/** Wrong passwords for one address before it has to rest, wherever they come from; seconds. */
const PER_ADDRESS = { window: 15 * 60, max: 10 }

/**
 * Answers the Set-Cookie headers of a session that begins. An address that is unknown fails exactly as a wrong password
 * does, and takes as long: better-auth hashes in either case, and tries are counted for both.
 * @throws signed_out when the two do not go together; rate_limited, with `retryAfter` in seconds
 */
export async function signInByPassword({ email, password, headers }: Attempt, now: Date): Promise<string[]> {
  const key = `password|${hashOf(email.toLowerCase())}`
  const { allowed, retryAfter } = await countTry(pool(), key, PER_ADDRESS, now)
  if (!allowed) throw tooManyTries(retryAfter)
  const handle = await auth('password')
  const answer = await handle(
    new Request(new URL('/api/auth/sign-in/email', publicUrl()), {
      method: 'POST',
      headers: forwarded(headers),
      body: JSON.stringify({ email, password }),
    }),
  )
  if (answer.status === 429) throw tooManyTries(Number(answer.headers.get('x-retry-after')) || null)
  if (answer.status >= 500)
    throw new Failure('unavailable', 'Sign-in is not available. Try again in a moment.')
  if (!answer.ok) throw new Failure('signed_out', 'The e-mail address or the password is wrong.')
  await forgetTries(pool(), key)
  return answer.headers.getSetCookie()
}

export function tooManyTries(retryAfter: number | null): Failure {
  const wait = retryAfter ?? 60
  const duration = wait > 90 ? `${Math.ceil(wait / 60)} minutes` : `${wait} seconds`
  return new Failure('rate_limited', `Too many attempts. Wait ${duration}, then try again.`, {
    retryAfter: wait,
  })
}
