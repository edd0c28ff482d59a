import { answering, bodyOf, insistSameOrigin, otherThan } from '#app/_server/auth/answer.ts'
import { endEarlier } from '#app/_server/auth/begin.ts'
import { signInByPassword } from '#app/_server/auth/by-password.ts'
import { signIn } from '#lib/contract/sessions.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** Signs in with e-mail address and password; the session travels in the cookie alone. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  const { email, password } = await bodyOf(request, signIn.input)
  const cookies = await signInByPassword({ email, password, headers: request.headers }, new Date())
  await endEarlier(request)
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return Response.json({}, { headers })
})
