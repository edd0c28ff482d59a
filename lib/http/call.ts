import { pathNames, type Endpoint, type OutputOf, type SentTo } from '#lib/contract/endpoint.ts'
import type { Problem } from '#lib/contract/problem.ts'

/** An answer that says no, in words that may be shown as they are. */
export class Refused extends Error {
  readonly problem: Problem & Record<string, unknown>

  constructor(problem: Problem & Record<string, unknown>) {
    super(problem.detail)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** The address of an endpoint below the server's root, with what does not fit the path as a query (GET only). */
export function addressOf(endpoint: Endpoint, input: Record<string, unknown>): string {
  const inPath = pathNames(endpoint.path)
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  if (endpoint.method !== 'GET') return `/api/v1${path}`
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (inPath.includes(name) || value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return `/api/v1${path}${query.size > 0 ? `?${query}` : ''}`
}

/** Calls an endpoint from the browser. Throws `Refused` for a problem answer, `TypeError` when the server is away. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  { key, signal }: { key?: string; signal?: AbortSignal } = {},
): Promise<OutputOf<E>> {
  const inPath = pathNames(endpoint.path)
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
  const writes = endpoint.method !== 'GET'
  const answer = await fetch(addressOf(endpoint, input), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(writes ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  })
  if (!answer.ok) throw new Refused(await problemOf(answer))
  return answer.json()
}

async function problemOf(answer: Response): Promise<Problem & Record<string, unknown>> {
  try {
    return await answer.json()
  } catch {
    return {
      type: 'about:blank',
      title: 'No answer',
      status: answer.status,
      detail: 'The server gave no answer that could be read. Try again in a moment.',
      code: 'unavailable',
    }
  }
}
