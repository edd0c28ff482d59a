import { Failure, type FailureCode } from '#lib/kit/failure.ts'

const STATUS: Record<FailureCode, number> = {
  invalid: 422,
  signed_out: 401,
  other_person: 409,
  not_found: 404,
  no_such_method: 405,
  forbidden: 403,
  refused: 409,
  conflict: 409,
  stale: 409,
  rate_limited: 429,
  too_large: 413,
  unavailable: 503,
}

const TITLE: Record<FailureCode, string> = {
  invalid: 'The request is not valid',
  signed_out: 'Sign in first',
  other_person: 'Another person is signed in',
  not_found: 'Not found',
  no_such_method: 'Method not allowed',
  forbidden: 'Not allowed',
  refused: 'Refused by a rule',
  conflict: 'Changed by another person',
  stale: 'The text has changed since you opened it',
  rate_limited: 'Too many requests',
  too_large: 'Too large',
  unavailable: 'Not available',
}

/** RFC 9457 on the wire; a failure's facts ride along as extra members. */
export function problemAnswer(failure: Failure, request: string): Response {
  const status = STATUS[failure.code]
  const body = {
    type: `urn:saydo:problem:${failure.code}`,
    title: TITLE[failure.code],
    status,
    detail: failure.detail,
    code: failure.code,
    request,
    ...failure.facts,
  }
  const { allow } = failure.facts
  const retry = failure.code === 'unavailable' || failure.code === 'rate_limited'
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retry ? { 'retry-after': '2' } : {}),
      ...(Array.isArray(allow) ? { allow: allow.join(', ') } : {}),
    },
  })
}

/** Something went wrong in our code or below it: the log has the details, the answer has none. */
export function bugAnswer(request: string): Response {
  const body = {
    type: 'urn:saydo:problem:bug',
    title: 'Server error',
    status: 500,
    detail:
      'Something went wrong on our side. Nothing was changed. Try again, or contact your administrator.',
    code: 'bug',
    request,
  }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
