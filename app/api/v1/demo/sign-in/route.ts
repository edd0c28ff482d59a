import { answering, bodyOf, otherThan } from '#app/_server/auth/answer.ts'
import { beginSession } from '#app/_server/auth/begin.ts'
import { insistDemo } from '#app/_server/auth/demo.ts'
import { pool } from '#db/connection.ts'
import { demoPersonId } from '#db/queries/demo-people.ts'
import { demoSignIn } from '#lib/contract/sessions.ts'
import { notFound } from '#lib/kit/failure.ts'

const absent = otherThan('POST')
export { absent as DELETE, absent as GET, absent as PATCH, absent as PUT }

/** Signs in as somebody of the demo, without a secret; anywhere but in the demo there is no such route. */
export const POST = answering(async (request) => {
  insistDemo(request)
  const { person } = await bodyOf(request, demoSignIn.input)
  const id = await demoPersonId(pool(), person)
  if (id === null) throw notFound('The person')
  return Response.json({ handle: person }, { headers: await beginSession(request, id, new Date()) })
})
