import { z } from 'zod'
import { auth } from '#app/_server/auth.ts'
import { answering, bodyOf, insistSameOrigin } from '#app/_server/auth/answer.ts'
import { localPath } from '#app/_server/auth/local-path.ts'
import { publicUrl } from '#app/_server/auth/site.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'

const wish = z.strictObject({ provider: z.enum(['gitlab', 'oidc']), then: z.string().max(2000).optional() })

/**
 * Of all that better-auth can do, two things are open to the world: setting out for a provider, which answers the
 * address to go to, and coming back from it. Passwords and sessions have doors of their own under /api/v1.
 */
export const POST = answering(async (request) => {
  if (pathOf(request) !== '/api/auth/sign-in/social') throw notFound()
  insistSameOrigin(request)
  const { provider, then } = await bodyOf(request, wish)
  const door = await auth()
  const answer = await door(
    new Request(new URL('/api/auth/sign-in/social', publicUrl()), {
      method: 'POST',
      headers: withOrigin(request.headers),
      body: JSON.stringify({
        provider,
        callbackURL: localPath(then),
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      }),
    }),
  )
  if (answer.ok) return answer
  if (answer.status === 429)
    throw new Failure('rate_limited', 'Too many tries. Wait a minute, then try again.', { retryAfter: 60 })
  if (answer.status === 404) throw notFound('That way to sign in')
  throw new Failure('unavailable', 'The other side gives no answer. Try again in a moment.')
})

export const GET = answering(async (request) => {
  if (!/^\/api\/auth\/callback\/(gitlab|oidc)$/.test(pathOf(request))) throw notFound()
  const { pathname, search } = new URL(request.url)
  const door = await auth()
  return door(new Request(new URL(pathname + search, publicUrl()), { headers: request.headers }))
})

const pathOf = (request: Request) => new URL(request.url).pathname

/** Our own check has passed; better-auth's compares with the public address, whichever name of ours the page used. */
function withOrigin(headers: Headers): Headers {
  const ours = new Headers(headers)
  ours.set('origin', publicUrl().origin)
  ours.delete('content-length')
  return ours
}
