import { otherThan } from '#app/_server/auth/answer.ts'
import { z } from 'zod'
import { contextOfSecret, secretOf } from '#app/_server/context.ts'
import { liveStream } from '#app/_server/live/stream.ts'
import { insistSamePerson } from '#app/_server/same-person.ts'
import { slug } from '#lib/contract/shapes.ts'
import { problemAnswer } from '#lib/http/problem.ts'
import { PERSON } from '#lib/http/speaker.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'

const absent = otherThan('GET', 'HEAD')
export { absent as DELETE, absent as PATCH, absent as POST, absent as PUT }

export const dynamic = 'force-dynamic'

const query = z.object({
  group: slug,
  after: z.coerce.number().int().min(0).optional(),
  [PERSON.query]: z.string().optional(),
})

/**
 * Server-sent events of one group. Resumes behind `Last-Event-ID`, else `?after=`, else from now. `?person=` names the
 * handle for whom they are meant: to somebody else they are not told.
 */
export async function GET(request: Request): Promise<Response> {
  const id = request.headers.get('x-request-id') ?? ''
  try {
    const input = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!input.success) throw new Failure('invalid', 'Add a group: /api/live?group=…')
    const secret = secretOf(request.headers)
    const context = await contextOfSecret(secret, input.data.group)
    insistSamePerson(input.data.person ?? null, context.who)
    if (!context.who.group) throw notFound('The group')
    const last = Number(request.headers.get('last-event-id') ?? Number.NaN)
    const after = Number.isSafeInteger(last) ? last : (input.data.after ?? context.newest)
    return new Response(liveStream(context, secret, after, request.signal), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  } catch (error) {
    if (error instanceof Failure) return problemAnswer(error, id)
    return problemAnswer(
      new Failure('unavailable', 'Live updates are not available. They resume automatically.'),
      id,
    )
  }
}
