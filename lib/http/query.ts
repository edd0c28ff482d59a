import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { call } from './call.ts'

/** TanStack options for a read: the key is the endpoint and the input, on the server as in the browser. */
export const reading = <E extends Endpoint>(endpoint: E, input: SentTo<E>) => ({
  queryKey: [endpoint.id, input] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<OutputOf<E>> => call(endpoint, input, { signal }),
  meta: { reads: endpoint.reads },
})

/** TanStack options for a change. Each attempt of one act carries the same idempotency key. */
export const writing = <E extends Endpoint>(endpoint: E) => ({
  mutationKey: [endpoint.id] as const,
  mutationFn: ({ input, key }: { input: SentTo<E>; key: string }): Promise<OutputOf<E>> =>
    call(endpoint, input, { key }),
})

/** What a read was asked for, by its key. */
export function inputOf(key: readonly unknown[]): Record<string, unknown> {
  const input = key[1]
  return typeof input === 'object' && input !== null ? { ...input } : {}
}

/** Whether a read was asked for as of a moment of the past: what happens now leaves it as it is. */
export const isOfPast = (key: readonly unknown[]): boolean => inputOf(key)['at'] !== undefined
