import { pathNames, type Endpoint, type OutputOf, type SentTo } from '#lib/contract/endpoint.ts'
import { problem, type Problem } from '#lib/contract/problem.ts'

/** Somebody's session, used without a browser: with the headers that a page of ours would send. */
export type Client = {
  handle: string
  address: string
  /** As a Cookie header carries it: `name=value`. */
  cookie: string
  /** The answer. Throws `Refused` with the server's own words when it says no. */
  ask<E extends Endpoint>(endpoint: E, input: SentTo<E>, key?: string): Promise<OutputOf<E>>
  /** Any answer, as it came over the wire. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** An answer that says no: its status, its headers and what it says. */
export class Refused extends Error {
  readonly status: number
  readonly headers: Headers
  readonly problem: Problem

  constructor({ status, headers }: Response, problem: Problem) {
    super(`${status}: ${problem.detail}`)
    this.status = status
    this.headers = headers
    this.problem = problem
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** Signs in as one of the sample's people; every call begins a session of its own. */
export async function clientAt(address: string, handle: string): Promise<Client> {
  const answer = await fetch(`${address}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ person: handle }),
  })
  if (!answer.ok) throw new Error(`${handle} cannot sign in: ${await answer.text()}`)
  const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
  return withCookie(address, handle, cookie)
}

export function withCookie(address: string, handle: string, cookie: string): Client {
  const own: Client['fetch'] = (path, init = {}) => {
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...Object.fromEntries(new Headers(init.headers)),
    }
    return fetch(`${address}${path}`, { redirect: 'manual', ...init, headers })
  }
  return {
    handle,
    address,
    cookie,
    fetch: own,
    async ask(endpoint, input, key) {
      const { path, body } = requestOf(endpoint, input)
      const headers = { ...JSON_TYPE, ...(key ? { 'idempotency-key': key } : {}) }
      const answer = await own(path, { method: endpoint.method, headers, ...(body ? { body } : {}) })
      if (answer.ok) return await answer.json()
      throw new Refused(answer, problem.parse(await answer.json()))
    },
  }
}

/** Where and how an endpoint is asked: what its path does not carry goes into the query or into the body. */
export function requestOf(
  endpoint: Endpoint,
  input: Record<string, unknown>,
): { path: string; body?: string } {
  const inPath = pathNames(endpoint.path)
  const filled = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined)
  const path = `/api/v1${filled}`
  if (endpoint.method !== 'GET') return { path, body: JSON.stringify(Object.fromEntries(rest)) }
  const pairs = rest.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
  return pairs.length > 0 ? { path: `${path}?${new URLSearchParams(pairs)}` } : { path }
}
