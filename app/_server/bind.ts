import type { Endpoint, InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { handler, type Handler, type Prepared } from '#lib/http/serve.ts'
import type { RequestContext } from './context.ts'

/** An endpoint with what handles it, once it is known who asks. */
export const bind = <E extends Endpoint>(
  endpoint: E,
  run: (context: RequestContext, input: InputOf<E>) => Promise<OutputOf<E> | Prepared | Response>,
): Handler<RequestContext> => handler(endpoint, run)

export const personOf = ({ who }: RequestContext) => ({
  id: who.personId,
  handle: who.handle,
  name: who.name,
  admin: who.admin,
})
