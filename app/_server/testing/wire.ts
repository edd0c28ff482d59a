import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { guardedServer } from '#bin/guarded-server.ts'
import { listen } from '#bin/listen.ts'
import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { addressOf } from '#lib/http/call.ts'
import { answerByRoute, routeFiles } from './route-files.ts'

export type Wire = {
  address: string
  /** As the server stops: what is under way may end. */
  drain: () => Promise<void>
  close: () => Promise<void>
}
export type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> }

/** All routes behind the guard of the real server, on a port of its own: what is asked here goes over the wire. */
export async function openWire(): Promise<Wire> {
  const routes = await routeFiles('route.ts')
  const { server, close } = guardedServer({ dev: false, names: [] }, async (request, response) => {
    const method = request.method ?? 'GET'
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    // safe because Node's streams of the web are what its own Request takes
    const body =
      method === 'GET' ? undefined : (Readable.toWeb(request) as ReadableStream & globalThis.ReadableStream)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const asked = new Request(`http://${request.headers.host}${request.url}`, {
      method,
      headers,
      signal: gone.signal,
      ...(body ? { body, duplex: 'half' } : {}),
    })
    const answer = await answerByRoute(routes, asked)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    for await (const chunk of answer.body ?? []) response.write(chunk)
    response.end()
  })
  const port = await listen(server, '127.0.0.1', 0)
  return {
    address: `http://127.0.0.1:${port}`,
    drain: close,
    async close() {
      server.closeAllConnections()
      await close()
    },
  }
}

/** Calls an endpoint, with the headers that a page of ours would send unless others are given. */
export async function send(
  { address }: Wire,
  endpoint: Endpoint,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const fields = { ...input }
  const inPath = pathNames(endpoint.path)
  const body = Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name)))
  const writes = endpoint.method !== 'GET'
  const answer = await fetch(address + addressOf(endpoint, { ...fields }), {
    method: endpoint.method,
    headers: {
      ...(writes ? { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } : {}),
      ...headers,
    },
    ...(writes ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  const json = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : {} }
}
