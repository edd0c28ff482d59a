import { PATIENCE_MS, pathNames, type Endpoint, type OutputOf, type SentTo } from '#lib/contract/endpoint.ts'
import type { Problem } from '#lib/contract/problem.ts'
import { isLost, PERSON, speaker } from './speaker.ts'

/** An answer that says no, in words that may be shown as they are. */
export class Refused extends Error {
  readonly problem: Problem & Record<string, unknown>

  constructor(problem: Problem & Record<string, unknown>) {
    super(problem.detail)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** No answer in all the time that a change is given: the line is dead, though nothing has told of it. */
export class Silent extends TypeError {}

/** Whoever asks may not see it any more, or it is not there. */
export const isGone = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404

/** Of an endpoint: what a request needs to know. */
type Address = { method: string; path: string }
type Sent = { key?: string; signal?: AbortSignal }

/** The address of an endpoint below the server's root, with what does not fit the path as a query (GET only). */
export function addressOf(endpoint: Address, input: Record<string, unknown>): string {
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

/**
 * Calls an endpoint from the browser. Throws `Refused` for a problem answer, `TypeError` when the server is away: when
 * nobody answers, or somebody on the way does who speaks for nobody, such as a proxy without its server; `Silent` for a
 * change that nobody answered in time. Every request says for whom the page was made, and a page that is no longer its person's sends no change.
 */
export const call = <E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  sent: Sent = {},
): Promise<OutputOf<E>> => ask(endpoint, input, sent)

/** The same by address alone, for what was written down before; whoever asks knows what comes back. */
export async function ask<T>(
  endpoint: Address,
  input: Record<string, unknown>,
  { key, signal }: Sent,
): Promise<T> {
  const writes = endpoint.method !== 'GET'
  if (writes && speaker.held) throw new Refused(speaker.held)
  const request = requestFor(endpoint, input, key)
  return writes ? inTime((stop) => read<T>(request, stop)) : read<T>(request, signal)
}

/** A change that is given up after a while may be sent again under its key, and happens once. */
async function inTime<T>(run: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(new Silent(UNANSWERED)), PATIENCE_MS)
  try {
    return await run(control.signal)
  } finally {
    clearTimeout(timer)
  }
}

type Prepared = { address: string; init: RequestInit }

function requestFor(endpoint: Address, input: Record<string, unknown>, key: string | undefined): Prepared {
  const inPath = pathNames(endpoint.path)
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
  const writes = endpoint.method !== 'GET'
  return {
    address: addressOf(endpoint, input),
    init: {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
        ...(writes ? { 'content-type': 'application/json' } : {}),
        ...(speaker.person === null ? {} : { [PERSON.header]: speaker.person }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(writes ? { body: JSON.stringify(body) } : {}),
    },
  }
}

async function read<T>({ address, init }: Prepared, signal: AbortSignal | undefined): Promise<T> {
  const answer = await fetch(address, { ...init, ...(signal ? { signal } : {}) })
  if (GATEWAY.has(answer.status)) throw new TypeError(UNANSWERED)
  const answerBody = await bodyOf(answer)
  if (answer.ok) return answerBody
  if (!isProblem(answerBody)) throw new TypeError(UNANSWERED)
  if (isLost(answerBody)) speaker.onLost(answerBody)
  throw new Refused(answerBody)
}

/** Bad gateway, gateway timeout: said in the server's absence. */
const GATEWAY: ReadonlySet<number> = new Set([502, 504])
const UNANSWERED = 'The server sent no readable response. Try again.'

async function bodyOf(answer: Response) {
  try {
    return await answer.json()
  } catch (error) {
    throw error instanceof SyntaxError ? new TypeError(UNANSWERED) : error
  }
}

const isProblem = (answerBody: unknown): answerBody is Problem & Record<string, unknown> =>
  typeof answerBody === 'object' &&
  answerBody !== null &&
  'detail' in answerBody &&
  typeof answerBody.detail === 'string'
