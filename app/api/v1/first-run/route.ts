import { answering, bodyOf, insistSameOrigin, otherThan } from '#app/_server/auth/answer.ts'
import { beginSession } from '#app/_server/auth/begin.ts'
import { hashPassword } from '#app/_server/auth/password.ts'
import { setUpFirstAdmin, setupIsOffered } from '#db/commands/first-run.ts'
import { pool } from '#db/connection.ts'
import { firstRun } from '#lib/contract/sessions.ts'
import { notFound } from '#lib/kit/failure.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** The first administrator, by the link that the start printed; signs them in. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  const { password, ...facts } = await bodyOf(request, firstRun.input)
  const now = new Date()
  // Asked before the costly hash, so that nobody without the link can keep the processor busy.
  if (!(await setupIsOffered(pool(), facts.token, now))) throw notFound('This set-up link')
  const id = await setUpFirstAdmin(pool(), { ...facts, passwordHash: await hashPassword(password) }, now)
  return Response.json({ handle: facts.handle }, { headers: await beginSession(request, id, now) })
})
