import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { z } from 'zod'
import { type Endpoint, type InputOf, type OutputOf, pathNames } from '#lib/contract/endpoint.ts'
import { Failure, noSuchMethod } from '#lib/kit/failure.ts'
import { textOf } from './body.ts'
import { LENGTH, PACKED } from './packed.ts'
import { bugAnswer, problemAnswer } from './problem.ts'

/** Bytes that were made before: sent as they are, or not at all if the reader holds them already. */
export class Prepared {
  readonly text: string
  readonly gzipped: () => Promise<Uint8Array>
  readonly etag: string

  constructor(ready: { text: string; gzipped: () => Promise<Uint8Array>; etag: string }) {
    this.text = ready.text
    this.gzipped = ready.gzipped
    this.etag = ready.etag
  }
}

/** An endpoint with what handles it. `Context` is what is known of a request: who asks, when, in which group. */
export type Handler<Context> = {
  endpoint: Endpoint
  run: (context: Context, input: never) => Promise<unknown>
}

export const handler = <E extends Endpoint, Context>(
  endpoint: E,
  run: (context: Context, input: InputOf<E>) => Promise<OutputOf<E> | Prepared | Response>,
): Handler<Context> => ({ endpoint, run })

export type Serving<Context> = {
  /**
   * Decides who asks, before a word of what they say is read; throws a `Failure` for whom the endpoint is not.
   * What it gives is told the checked input.
   */
  authenticate: (
    request: Request,
    endpoint: Endpoint,
    path: Record<string, string>,
  ) => Promise<(input: object) => Context>
  /** Told of every answer, with the instant in milliseconds it took. */
  done?: (entry: { endpoint: string; status: number; ms: number; request: string; bug?: unknown }) => void
  now: () => number
}

const MOST_BYTES = 1_000_000

/** Makes a router of the handlers: reads the wire, checks it against the contract, answers, and puts failures in words. */
export function serve<Context>(
  handlers: readonly Handler<Context>[],
  { authenticate, done, now }: Serving<Context>,
): Hono {
  const app = new Hono().basePath('/api/v1')
  for (const { endpoint, run } of handlers) {
    app.on(endpoint.method, routeOf(endpoint.path), async (c) => {
      const [started, id] = [now(), requestId(c.req.raw)]
      const entry = { endpoint: endpoint.id, request: id }
      try {
        const authenticated = await authenticate(c.req.raw, endpoint, c.req.param())
        const input = await inputOf(endpoint, c.req.raw, c.req.param())
        // safe because `inputOf` has checked it against the endpoint that `run` was written for
        const answer = await answerOf(await run(authenticated(input), input as never), c.req.raw)
        done?.({ ...entry, status: answer.status, ms: now() - started })
        return answer
      } catch (error) {
        const failure = failureOf(error)
        const answer = failure ? problemAnswer(failure, id) : bugAnswer(id)
        done?.({ ...entry, status: answer.status, ms: now() - started, ...(failure ? {} : { bug: error }) })
        return answer
      }
    })
  }
  for (const [path, allow] of methodsOf(handlers.map(({ endpoint }) => endpoint)))
    app.all(path, (c) => problemAnswer(noSuchMethod(allow), requestId(c.req.raw)))
  app.all('*', (c) => problemAnswer(new Failure('not_found', 'Address not found.'), requestId(c.req.raw)))
  return app
}

/** A path as the router writes it. */
const routeOf = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')

/** What each path answers; how a path calls its parts makes no other path of it. */
function methodsOf(endpoints: readonly Endpoint[]): [path: string, allow: string[]][] {
  const shape = (path: string) => path.replace(/\{\w+\}/g, '{}')
  const byShape = Map.groupBy(endpoints, ({ path }) => shape(path))
  return [...byShape.values()].map((alike) => {
    const methods = [...new Set(alike.map(({ method }) => method))]
    return [routeOf(alike[0]?.path ?? ''), methods.flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one]))]
  })
}

const requestId = (request: Request) => request.headers.get('x-request-id') ?? ''

async function inputOf(endpoint: Endpoint, request: Request, params: Record<string, string>) {
  const inPath = pathNames(endpoint.path)
  const rest = endpoint.method === 'GET' ? queryOf(request) : await bodyOf(request)
  const twice = inPath.find((name) => name in rest)
  if (twice !== undefined) throw invalid([{ field: twice, because: 'Already in the path.' }])
  const parsed = endpoint.input.safeParse({ ...rest, ...params })
  if (!parsed.success) throw invalid(parsed.error.issues.flatMap(fieldsOf))
  // A thing has one address: not #0x10 or #1e1 beside #16 and #10.
  const odd = inPath.find(
    (name) => typeof parsed.data[name] === 'number' && `${parsed.data[name]}` !== params[name],
  )
  if (odd !== undefined) throw invalid([{ field: odd, because: 'Use plain digits.' }])
  return parsed.data
}

function queryOf(request: Request): Record<string, unknown> {
  const search = new URL(request.url).searchParams
  if (request.url.includes('%00'))
    throw invalid([{ field: 'query', because: 'Cannot contain the character NUL.' }])
  const query: [string, unknown][] = [...new Set(search.keys())].map((name) => {
    const all = search.getAll(name)
    return [name, all.length > 1 ? all : all[0]]
  })
  return Object.fromEntries(query)
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const text = await textOf(request, MOST_BYTES, 'The request is over one megabyte. Send less.')
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw invalid([{ field: 'body', because: 'Not valid JSON.' }])
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid([{ field: 'body', because: 'Must be a JSON object.' }])
  }
  if (Object.hasOwn(body, '__proto__')) throw invalid([{ field: '__proto__', because: 'Unknown field.' }])
  return { ...body }
}

function fieldsOf(issue: z.core.$ZodIssue): { field: string; because: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ field, because: 'Unknown field.' }))
  }
  return [{ field: issue.path.join('.') || 'body', because: sentence(issue.message) }]
}

export const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

function invalid(fields: { field: string; because: string }[]): Failure {
  const [first] = fields
  const detail = first ? `${first.field}: ${first.because}` : 'The request is not valid.'
  return new Failure('invalid', detail, { fields })
}

async function answerOf(answer: unknown, request: Request): Promise<Response> {
  if (answer instanceof Response) return answer
  if (answer instanceof Prepared) return preparedAnswer(answer, request)
  const bytes = new TextEncoder().encode(JSON.stringify(answer ?? null))
  // No browser keeps what is for one reader. A program that keeps it all the same need not be sent it again.
  const headers = { 'cache-control': 'no-store', ...(request.method === 'GET' ? { etag: tagOf(bytes) } : {}) }
  if (headers.etag && matches(request.headers.get('if-none-match'), headers.etag))
    return new Response(null, { status: 304, headers })
  const typed = { ...headers, 'content-type': 'application/json' }
  // Of an answer whose length is known, a short one is not compressed.
  return new Response(bytes, { headers: { ...typed, [LENGTH]: String(bytes.byteLength) } })
}

/** Weak, because whoever sends it may pack it. */
const tagOf = (bytes: Uint8Array) =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`

async function preparedAnswer({ text, gzipped, etag }: Prepared, request: Request): Promise<Response> {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const typed = { ...headers, 'content-type': 'application/json' }
  if (!request.headers.get('accept-encoding')?.includes('gzip')) return new Response(text, { headers: typed })
  const bytes = await gzipped()
  const length = String(bytes.byteLength)
  return new Response(asTheyAre(bytes), {
    headers: { ...typed, [PACKED]: 'gzip', [LENGTH]: length },
  })
}

/** A body that many answers share: given to Response as bytes, it would be copied for each. */
function asTheyAre(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(body) {
      body.enqueue(bytes)
      body.close()
    },
  })
}

const matches = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => bare(tag.trim()) === bare(etag)) ?? false

const bare = (tag: string) => tag.replace(/^W\//, '')

/** What the database refuses or cannot do now is a failure with words, not a mistake of ours. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (
    UNAVAILABLE.test(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(String(error))
  ) {
    return new Failure(
      'unavailable',
      'The database does not respond. Nothing was lost. Try again in a moment.',
    )
  }
  if (code === '57014') {
    const because = 'The database took too long. Nothing was changed.'
    return new Failure('unavailable', `${because} Try again in a moment.`)
  }
  if (code === '55P03')
    return new Failure('unavailable', 'Too many people are changing this group. Try again in a moment.')
  if (code === '53100')
    return new Failure('unavailable', 'The disk is full. You can read, but not change anything.')
  return null
}

const UNAVAILABLE = /^(08...|57P0[1235]|25P03|53300|25006|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/
