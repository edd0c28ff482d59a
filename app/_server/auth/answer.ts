import type { z } from 'zod'
import { Failure } from '#lib/kit/failure.ts'
import { problemAnswer } from '#lib/http/problem.ts'
import { failureOf } from '#lib/http/serve.ts'
import { whyNotSameOrigin } from '../same-origin.ts'
import { allowedOrigins } from './site.ts'

type Route = (request: Request) => Promise<Response>

/** Runs a route that sets cookies, which the contract's router leaves to us; its failures speak as the API does. */
export const answering =
  (run: Route): Route =>
  async (request) => {
    try {
      return await run(request)
    } catch (error) {
      const failure = failureOf(error)
      if (!failure) throw error
      const answer = problemAnswer(failure, request.headers.get('x-request-id') ?? '')
      const { retryAfter } = failure.facts
      if (typeof retryAfter === 'number') answer.headers.set('retry-after', String(retryAfter))
      return answer
    }
  }

/** @throws forbidden for a write that no page of ours sent */
export function insistSameOrigin(request: Request): void {
  const refusal = whyNotSameOrigin(request, allowedOrigins())
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

const MOST = 10_000

/** The body of a request, as the shape wants it. @throws invalid, with each field and what is wrong with it; too_large */
export async function bodyOf<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.output<Shape>> {
  const text = Number(request.headers.get('content-length') ?? 0) > MOST ? null : await request.text()
  if (text === null || text.length > MOST)
    throw new Failure('too_large', 'That is more than a sign-in can hold.')
  const body = shape.safeParse(parsed(text))
  if (body.success) return body.data
  const fields = body.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    because: issue.message,
  }))
  const [first] = fields
  throw new Failure('invalid', first ? `${first.field}: ${first.because}` : 'That cannot be read.', {
    fields,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid', 'body: Is not JSON.', {
      fields: [{ field: 'body', because: 'Is not JSON.' }],
    })
  }
}
