import { createServer, type IncomingMessage } from 'node:http'
import { forgetAway } from '#lib/http/away.ts'
import { answerBrokenRequests } from './broken-requests.ts'
import { closeServer } from './close-server.ts'
import { drainWhatIsLeft } from './drain.ts'
import { isOurs } from './hosts.ts'
import { GuardedResponse, pagePolicy, sendProblem, type GuardedServer } from './response.ts'

/** Answers a request that has come through the guard. */
export type Handler = (request: IncomingMessage, response: GuardedResponse) => Promise<void>

export type Guard = {
  dev: boolean
  /** Names that people may call us by; this machine's own always may. */
  names: string[]
}

/**
 * An HTTP server that lets only requests through that are meant for us, tells the handler who asks, and under which
 * policy its page will be read. `close` is described in close-server.ts.
 */
export function guardedServer(
  guard: Guard,
  handler: Handler,
): { server: GuardedServer; close(): Promise<void> } {
  let closing = false
  const server: GuardedServer = createServer({ ServerResponse: GuardedResponse }, (request, response) => {
    void answer(request, response, closing ? stopping : handler, guard)
  })
  // Longer than the usual reverse proxy keeps a connection, so that none is closed under a request on its way.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 70_000
  answerBrokenRequests(server)
  server.on('upgrade', (request, socket) => {
    if (!isOurs(request.headers.host, guard.names, request.socket.localAddress)) socket.destroy()
  })
  const close = closeServer(server)
  return {
    server,
    close() {
      closing = true
      return close()
    },
  }
}

/** What Next can hand to a page or a route. At others, such as TRACE, it fails. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

async function answer(
  request: IncomingMessage,
  response: GuardedResponse,
  handler: Handler,
  { dev, names }: Guard,
): Promise<void> {
  const { policy, nonce } = pagePolicy(dev)
  response.policy = policy
  const { headers, socket, url = '' } = request
  if (!isOurs(headers.host, names, socket.localAddress)) {
    const name = (headers.host ?? '').slice(0, 100)
    const remedy = 'add it to ALLOWED_HOSTS where Saydo is started'
    return sendProblem(
      response,
      421,
      'Misdirected request',
      `Saydo does not answer to the name "${name}"; ${remedy}.`,
    )
  }
  const path = pathOf(url)
  if (path === null) return sendProblem(response, 400, 'Bad request', 'The address is not readable.')
  // What a public link shows is for those who have the link, and for no search engine.
  if (path.startsWith('/share/')) response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive')
  if (path.startsWith('/_next/image'))
    return sendProblem(response, 404, 'Not found', 'Images are not resized here.')

  if (!METHODS.includes(request.method ?? '')) {
    response.setHeader('allow', METHODS.join(', '))
    return sendProblem(response, 405, 'Method not allowed', `Saydo accepts only ${METHODS.join(', ')}.`)
  }
  drainWhatIsLeft(request, response)
  headers['content-security-policy'] = policy
  headers['x-nonce'] = nonce
  headers['x-request-id'] = response.id
  headers['x-address'] = url
  headers['x-method'] = request.method
  response.once('close', () => forgetAway(response.id))
  // Whoever spoke to us stands last, so that a list which a client made up fools nobody who reads from the end.
  headers['x-forwarded-for'] = [headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? []]
    .flat()
    .join(', ')
  if (!isOurs(String(headers['x-forwarded-host']), names)) delete headers['x-forwarded-host']
  // Events have to arrive one by one, and a compressor would hold them back.
  if (path === '/api/live') delete headers['accept-encoding']
  try {
    await handler(request, response)
  } catch (error) {
    console.error(error)
    if (response.headersSent) response.destroy()
    else sendProblem(response, 500, 'Server error', 'Something went wrong on the server.')
  }
}

async function stopping(_: IncomingMessage, response: GuardedResponse): Promise<void> {
  response.setHeader('connection', 'close')
  response.setHeader('retry-after', '5')
  sendProblem(response, 503, 'Stopping', 'Saydo is stopping; try again when it is back.')
}

function pathOf(url: string): string | null {
  try {
    return url.startsWith('/') ? decodeURIComponent(url.split('?')[0] ?? '') : null
  } catch {
    return null
  }
}
