import type { Refusal } from './refusal.ts'

/** The closed list of ways in which a request can fail without anybody's mistake in our code. */
export type FailureCode =
  | 'invalid'
  | 'signed_out'
  | 'other_person'
  | 'not_found'
  | 'no_such_method'
  | 'forbidden'
  | 'refused'
  | 'conflict'
  | 'stale'
  | 'rate_limited'
  | 'too_large'
  | 'unavailable'

/** Thrown by commands and queries; `lib/http/problem.ts` turns it into an RFC 9457 answer. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly detail: string
  /** Extra members of the problem document, e.g. the winner of a race or both texts of a conflict. */
  readonly facts: Record<string, unknown>

  constructor(code: FailureCode, detail: string, facts: Record<string, unknown> = {}) {
    super(detail)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
    this.facts = facts
  }
}

/** Everything a person cannot see answers like this, whether it exists or not. */
export const notFound = (what = 'It') =>
  new Failure('not_found', `${what} was not found, or you have no access.`)

/** For an address that is there and does not answer in this way. */
export const noSuchMethod = (allow: readonly string[]) =>
  new Failure('no_such_method', `This address accepts only ${allow.join(', ')}.`, { allow })

/** Turns a guard's answer into a thrown failure: the server insists on what the button wears as `disabledReason`. */
export function insist(refusal: Refusal | null): void {
  if (refusal) throw new Failure('refused', refusal.because, { rule: refusal.code })
}
