import { lookup } from 'node:dns'
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { log } from './log.ts'
import { isInside } from './outbound/addresses.ts'
import { isAllowed } from './outbound/allowed.ts'

/** Of a whole exchange, redirects included; of one answer, in bytes. */
const PATIENCE_MS = 10_000
const MOST_BYTES = 1_000_000
const MOST_REDIRECTS = 5
const INSIDE = 'it is on an internal network'

declare global {
  var saydoOutbound: true | undefined
}

/**
 * The one way out. Speaks as `fetch` does: http and https alone, to addresses outside of this machine and its network
 * unless the operator allows the host, within ten seconds and a megabyte. The address that was checked is the one that is
 * connected to, and each redirect is looked at anew.
 * @throws TypeError for what may not leave, and for what did not come back
 */
export const outbound = (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
  outboundWithin(PATIENCE_MS, new Request(input, init))

/** The same with a patience of its own, in milliseconds. */
export async function outboundWithin(patience: number, asked: Request): Promise<Response> {
  const body = asked.body ? new Uint8Array(await asked.arrayBuffer()) : null
  const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(patience)])
  const headers = { ...Object.fromEntries(asked.headers), 'accept-encoding': 'identity' }
  let errand: Errand = { url: new URL(asked.url), method: asked.method, headers, body, signal }
  for (let hops = 0; ; hops += 1) {
    const answer = await exchange(errand)
    const next = locationOf(answer, errand.url)
    if (!next || asked.redirect === 'manual') return answer
    if (asked.redirect === 'error' || hops === MOST_REDIRECTS || errand.method !== 'GET')
      throw refusal(next, 'it was redirected')
    errand = { ...errand, url: next, headers: forwardedHeaders(errand, next) }
  }
}

/** From here on whatever this process fetches leaves through here, libraries that bring a `fetch` of their own included. */
export function leaveThroughOutbound(): void {
  if (globalThis.saydoOutbound) return
  globalThis.saydoOutbound = true
  globalThis.fetch = outbound
}

type Errand = {
  url: URL
  method: string
  headers: Record<string, string>
  body: Uint8Array | null
  signal: AbortSignal
}

function exchange({ url, method, headers, body, signal }: Errand): Promise<Response> {
  if (!/^https?:$/.test(url.protocol)) throw refusal(url, 'it is neither http nor https')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && isInside(host) && !isAllowed(url)) throw refusal(url, INSIDE)
  const options: RequestOptions = { method, headers, signal, agent: false, lookup: lookingOut(url) }
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
      responseOf(answer).then(resolve, reject)
    })
    sent.once('error', (error) => reject(failed(url, error)))
    sent.end(body)
  })
}

/** Resolves a name for the connection itself, so that nothing can answer otherwise between the check and the use. */
const lookingOut =
  (url: URL): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      if (found.some(({ address }) => isInside(address)) && !isAllowed(url))
        return done(refusal(url, INSIDE), [])
      const [first] = found
      if (options.all || !first) return done(null, found)
      done(null, first.address, first.family)
    })
  }

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer) {
    // safe because nobody gave this stream an encoding, so that it carries bytes
    const piece = part as Buffer
    bytes += piece.byteLength
    if (bytes > MOST_BYTES) throw new TypeError('The response is over a megabyte.')
    parts.push(piece)
  }
  const status = answer.statusCode ?? 502
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  )
  const empty = status === 204 || status === 205 || status === 304
  return new Response(empty ? null : Buffer.concat(parts), { status, headers })
}

function locationOf(answer: Response, from: URL): URL | null {
  const location = [301, 302, 303, 307, 308].includes(answer.status) && answer.headers.get('location')
  return location && URL.canParse(location, from) ? new URL(location, from) : null
}

/** What was said to one site is not said to another. */
function forwardedHeaders({ url, headers }: Errand, next: URL): Record<string, string> {
  if (url.origin === next.origin) return headers
  if (url.protocol === 'https:' && next.protocol !== 'https:') throw refusal(next, 'it is less secure')
  const { authorization: _, cookie: __, ...rest } = headers
  return rest
}

function refusal({ hostname }: URL, because: string): TypeError {
  const remedy = because === INSIDE ? ': to allow it, add it to OUTBOUND_HOSTS' : ''
  log.warn({ host: hostname, because }, `a request to this host is blocked${remedy}`)
  return new TypeError(`The request to ${hostname} is blocked: ${because}.`)
}

const failed = (url: URL, cause: Error) =>
  cause instanceof TypeError ? cause : new TypeError(`${url.hostname} did not respond.`, { cause })
