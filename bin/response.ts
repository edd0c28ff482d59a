import { randomBytes, randomUUID } from 'node:crypto'
import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type Server,
  ServerResponse,
} from 'node:http'
import { awayOf } from '#lib/http/away.ts'
import { wireName } from '#lib/http/packed.ts'

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

/**
 * Every answer of the process leaves through here, whoever wrote it, so none goes without these headers: pages, data,
 * streams, redirects, errors and files. They are set at the last moment and win over what was set before.
 */
export class GuardedResponse extends ServerResponse<IncomingMessage> {
  readonly id = randomUUID()
  /** What a page of this answer may load; Next reads the nonce from it and stamps its scripts. */
  policy = ''

  override setHeader(name: string, value: number | string | readonly string[]): this {
    return super.setHeader(wireName(name), value)
  }

  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    setAll(this, typeof reason === 'string' ? headers : reason)
    const away = status >= 300 && status < 400 ? null : awayOf(this.id)
    if (away) this.setHeader('retry-after', String(away.retryAfter))
    const type = String(this.getHeader('content-type') ?? '')
    this.setHeader('content-security-policy', type.startsWith('text/html') ? this.policy : closedPolicy)
    for (const [name, value] of Object.entries(guards)) this.setHeader(name, value)
    this.setHeader('x-request-id', this.id)
    this.removeHeader('x-powered-by')
    if (!this.hasHeader('cache-control')) this.setHeader('cache-control', 'no-store')
    if (away) return super.writeHead(away.status)
    return typeof reason === 'string' ? super.writeHead(status, reason) : super.writeHead(status)
  }
}

export type GuardedServer = Server<typeof IncomingMessage, typeof GuardedResponse>

export const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** For all that is not a page: opened by itself it may do nothing. */
export const closedPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * For a page: only scripts that carry this answer's nonce, and what those load. Hot reloading, in development, needs
 * a socket and `eval`.
 */
export function pagePolicy(dev: boolean): { policy: string; nonce: string } {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
  return { policy, nonce }
}

/** `writeHead` takes headers as an object or as a flat list of names and values. */
function setAll(response: ServerResponse, headers: Headers | undefined): void {
  if (Array.isArray(headers)) {
    for (let i = 0; i + 1 < headers.length; i += 2)
      response.appendHeader(String(headers[i]), textOf(headers[i + 1]))
    return
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) response.setHeader(name, value)
  }
}

const textOf = (value: OutgoingHttpHeader | undefined) => (Array.isArray(value) ? value : String(value))

/** An answer of our own in the format of RFC 9457. */
export function sendProblem(response: ServerResponse, status: number, title: string, detail: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/problem+json')
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail }))
}
