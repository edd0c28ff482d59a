import { answering, insistSameOrigin, otherThan } from '#app/_server/auth/answer.ts'
import { endEarlier } from '#app/_server/auth/begin.ts'
import { endedCookie, tokenOf } from '#app/_server/auth/cookie.ts'
import { insistSamePerson, meantBy } from '#app/_server/same-person.ts'
import { pool } from '#db/connection.ts'
import { whoIs } from '#db/queries/sessions.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** Ends the session, its open streams included, and takes the cookie back. Done twice it is done all the same. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  const token = tokenOf(request.headers.get('cookie'))
  const who = token && meantBy(request) !== null ? await whoIs(pool(), token, null, new Date()) : null
  if (who) insistSamePerson(meantBy(request), who)
  await endEarlier(request)
  return Response.json({}, { headers: { 'set-cookie': endedCookie(), 'cache-control': 'no-store' } })
})
