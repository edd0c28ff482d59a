import { answering, bodyOf, insistSameOrigin, otherThan } from '#app/_server/auth/answer.ts'
import { beginSession } from '#app/_server/auth/begin.ts'
import { tooManyTries } from '#app/_server/auth/by-password.ts'
import { hashPassword } from '#app/_server/auth/password.ts'
import { contextOfCookie } from '#app/_server/context.ts'
import { acceptInvitation, type Guest } from '#db/commands/invitations-accept.ts'
import { countTry } from '#db/commands/rate-limits.ts'
import { pool } from '#db/connection.ts'
import { invitationOf } from '#db/queries/invitations.ts'
import { hashOf } from '#db/token.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { acceptInvitation as endpoint } from '#lib/contract/invitations.ts'
import { notFound } from '#lib/kit/failure.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** As many tries as a sign-in has, for one link; seconds. */
const PER_LINK = { window: 15 * 60, max: 10 }

/** Lets somebody into a group by the link of an invitation; who is new is signed in with it. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  const { token, newcomer, password } = await bodyOf(request, endpoint.input)
  const now = new Date()
  // Asked before the costly hash and before a try is counted, so that nobody without a link can make us work or write.
  if (!(await invitationOf(pool(), token, now))) throw notFound('This invitation')
  const { allowed, retryAfter } = await countTry(pool(), `invitation|${hashOf(token)}`, PER_LINK, now)
  if (!allowed) throw tooManyTries(retryAfter)
  const guest = await guestOf(request, newcomer, password)
  const { personId, ...landed } = await acceptInvitation({ token, guest, now, db: pool() })
  const headers =
    'personId' in guest
      ? new Headers({ 'cache-control': 'no-store' })
      : await beginSession(request, personId, now)
  return Response.json(landed, { headers })
})

type Input = InputOf<typeof endpoint>

async function guestOf(
  request: Request,
  newcomer: Input['newcomer'],
  password: Input['password'],
): Promise<Guest> {
  if (password !== undefined) return { passwordHash: await hashPassword(password) }
  if (newcomer) {
    const { name, handle } = newcomer
    return { newcomer: { name, handle, passwordHash: await hashPassword(newcomer.password) } }
  }
  return { personId: (await contextOfCookie(request.headers.get('cookie'), null)).who.personId }
}
