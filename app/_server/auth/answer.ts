import type { z } from 'zod'
import { Failure, noSuchMethod } from '#lib/kit/failure.ts'
import { textOf } from '#lib/http/body.ts'
import { bugAnswer, problemAnswer } from '#lib/http/problem.ts'
import { failureOf, sentence } from '#lib/http/serve.ts'
import { log } from '../log.ts'
import { whyNotSameOrigin } from '../same-origin.ts'
import { originsFor } from './site.ts'

type Route = (request: Request) => Promise<Response>

/** Runs a route that sets cookies, which the contract's router leaves to us; its failures speak as the API does. */
export const answering =
  (run: Route): Route =>
  async (request) => {
    try {
      return await run(request)
    } catch (error) {
      return errorAnswer(error, request.headers.get('x-request-id') ?? '')
    }
  }

function errorAnswer(error: unknown, request: string): Response {
  const failure = failureOf(error)
  if (!failure) {
    log.error({ request, err: error }, 'a sign-in failed with a server error')
    return bugAnswer(request)
  }
  const answer = problemAnswer(failure, request)
  const { retryAfter } = failure.facts
  if (typeof retryAfter === 'number') answer.headers.set('retry-after', String(retryAfter))
  return answer
}

export const noSuchAddress = () => new Failure('not_found', 'Address not found.')

/** For the methods that a route does not have: which ones it has. */
export const otherThan = (...allow: string[]): Route =>
  answering(async () => {
    throw noSuchMethod(allow)
  })

/** @throws forbidden for a write that no page of ours sent */
export function insistSameOrigin(request: Request): void {
  const refusal = whyNotSameOrigin(request, originsFor(request.headers.get('host')))
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

/** Bytes. */
const MOST = 10_000

/** The body of a request, as the shape wants it. @throws invalid, with each field and what is wrong with it; too_large */
export async function bodyOf<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.output<Shape>> {
  const text = await textOf(request, MOST, 'The request is too large.')
  const body = shape.safeParse(parsed(text))
  if (body.success) return body.data
  const fields = body.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'body',
    because: sentence(issue.message),
  }))
  const [first] = fields
  throw new Failure('invalid', first ? `${first.field}: ${first.because}` : 'The request is not readable.', {
    fields,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid', 'body: Not valid JSON.', {
      fields: [{ field: 'body', because: 'Not valid JSON.' }],
    })
  }
}
