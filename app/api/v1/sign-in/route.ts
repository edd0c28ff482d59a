import { z } from 'zod'
import { answering, bodyOf, insistSameOrigin } from '#app/_server/auth/answer.ts'
import { endEarlier } from '#app/_server/auth/begin.ts'
import { signInByPassword } from '#app/_server/auth/by-password.ts'

export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT } from '#app/_server/auth/answer.ts'

const credentials = z.strictObject({
  email: z.email('An e-mail address.').max(254),
  password: z.string().min(1).max(200),
})

/** Signs in with e-mail address and password; the session travels in the cookie alone. */
export const POST = answering(async (request) => {
  insistSameOrigin(request)
  const { email, password } = await bodyOf(request, credentials)
  const cookies = await signInByPassword({ email, password, headers: request.headers }, new Date())
  await endEarlier(request)
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return Response.json({}, { headers })
})
