import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** Milliseconds from the first byte sent to the last byte received. */
  ms: number
}

type Sent = { method?: 'GET' | 'POST' | 'PUT'; headers?: Record<string, string>; body?: string }

/** One person's connection, which stays open between requests. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  /** A write as a page of ours sends it. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  close(): void
}

const PATIENCE_MS = 30_000

export function client(address: string, cookie?: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const own: Record<string, string> = { 'accept-encoding': 'gzip', ...(cookie ? { cookie } : {}) }
  const write = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  return {
    get: (path, headers) => ask(agent, `${address}${path}`, { headers: { ...own, ...headers } }),
    post: (path, body, headers) =>
      ask(agent, `${address}${path}`, {
        method: 'POST',
        headers: { ...own, ...write, ...headers },
        body: JSON.stringify(body),
      }),
    put: (path, body) =>
      ask(agent, `${address}${path}`, {
        method: 'PUT',
        headers: { ...own, ...write },
        body: JSON.stringify(body),
      }),
    close: () => agent.destroy(),
  }
}

/** The body as text, unpacked. */
export const textOf = ({ headers, body }: Answer): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()

/** Throws with the server's own words when the answer is another than expected. */
export function insistOn(status: number, answer: Answer): Answer {
  if (answer.status === status) return answer
  throw new Error(`expected ${status}, got ${answer.status}: ${textOf(answer).slice(0, 300)}`)
}

function ask(agent: Agent, url: string, { method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const ms = performance.now() - began
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks), ms })
      })
    })
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`no answer from ${url} in ${PATIENCE_MS} ms`)))
    sent.on('error', reject)
    sent.end(body)
  })
}
