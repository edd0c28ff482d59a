import { z } from 'zod'
import { auth } from '#app/_server/auth.ts'
import { answering, bodyOf, insistSameOrigin, noSuchAddress, otherThan } from '#app/_server/auth/answer.ts'
import { endEarlier } from '#app/_server/auth/begin.ts'
import { sessionCookieName } from '#app/_server/auth/cookie.ts'
import { forwarded } from '#app/_server/auth/forwarded.ts'
import { localPath } from '#app/_server/auth/local-path.ts'
import { providers } from '#app/_server/auth/providers.ts'
import { publicUrl } from '#app/_server/auth/site.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'

const absent = otherThan('GET', 'HEAD', 'POST')
export { absent as DELETE, absent as PATCH, absent as PUT }

const input = z.strictObject({ provider: z.enum(['gitlab', 'oidc']), next: z.string().max(2000).optional() })

/**
 * Of all that better-auth can do, two things are open to the world: setting out for a provider, which answers the
 * address to go to, and coming back from it. Passwords and sessions have routes of their own under /api/v1.
 */
export const POST = answering(async (request) => {
  if (pathOf(request) !== '/api/auth/sign-in/social') throw noSuchAddress()
  insistSameOrigin(request)
  const { provider, next } = await bodyOf(request, input)
  if (!providers().some(({ id }) => id === provider)) throw notFound('This sign-in method')
  const handle = await auth('provider')
  const answer = await handle(
    new Request(new URL('/api/auth/sign-in/social', publicUrl()), {
      method: 'POST',
      headers: forwarded(request.headers),
      body: JSON.stringify({
        provider,
        callbackURL: localPath(next),
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      }),
    }),
  )
  if (answer.ok) return answer
  if (answer.status === 429)
    throw new Failure('rate_limited', 'Too many attempts. Wait a minute, then try again.', { retryAfter: 60 })
  throw new Failure('unavailable', 'The sign-in provider does not respond. Try again in a moment.')
})

export const GET = answering(async (request) => {
  if (!/^\/api\/auth\/callback\/(gitlab|oidc)$/.test(pathOf(request))) throw noSuchAddress()
  const { pathname, search } = new URL(request.url)
  const handle = await auth('provider')
  const answer = await handle(
    new Request(new URL(pathname + search, publicUrl()), { headers: forwarded(request.headers) }),
  )
  if (beginsSession(answer)) await endEarlier(request)
  return answer
})

const beginsSession = (answer: Response) =>
  answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookieName()}=`))

const pathOf = (request: Request) => new URL(request.url).pathname
