import type { Endpoint, InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { handler, type Kept, type Prepared } from '#lib/http/serve.ts'
import type { RequestContext } from './context.ts'

/** An endpoint with what handles it, once it is known who asks. */
export const keep = <E extends Endpoint>(
  endpoint: E,
  run: (door: RequestContext, input: InputOf<E>) => Promise<OutputOf<E> | Prepared | Response>,
): Kept<RequestContext> => handler(endpoint, run)

export const personOf = ({ who }: RequestContext) => ({
  id: who.personId,
  handle: who.handle,
  name: who.name,
  admin: who.admin,
})
