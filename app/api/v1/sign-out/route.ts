import { answering, insistSameOrigin, otherThan } from '#app/_server/auth/answer.ts'
import { endEarlier } from '#app/_server/auth/begin.ts'
import { endedCookie } from '#app/_server/auth/cookie.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** Ends the session, its open streams included, and takes the cookie back. Done twice it is done all the same. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  await endEarlier(request)
  return Response.json({}, { headers: { 'set-cookie': endedCookie(), 'cache-control': 'no-store' } })
})
