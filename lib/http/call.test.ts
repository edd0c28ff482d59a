import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'

import { PATIENCE_MS } from '#lib/contract/endpoint.ts'
import { ask, Refused, Silent } from './call.ts'

const { fetch: realFetch } = globalThis
afterEach(() => void (globalThis.fetch = realFetch))

/** What a browser makes of the answers of a real server, which may be a proxy that speaks for one. */
async function answered(answer: RequestListener): Promise<unknown> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  globalThis.fetch = (path, init) => realFetch(`http://127.0.0.1:${port}${String(path)}`, init)
  try {
    return await ask({ method: 'POST', path: '/things' }, { name: 'one' }, { key: 'k' })
  } finally {
    server.close()
  }
}

const page = (status: number): RequestListener => {
  return (_, answer) => answer.writeHead(status, { 'content-type': 'text/html' }).end('<h1>nginx</h1>')
}
const json = (status: number, body: object): RequestListener => {
  return (_, answer) =>
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
const problem = (status: number) => json(status, { status, detail: 'It is closed.', code: 'refused' })

test('a refusal of ours is thrown with its words', async () => {
  await expect(answered(problem(422))).rejects.toThrow('It is closed.')
  await expect(answered(problem(503))).rejects.toThrow(Refused)
})

test('an answer that a proxy gives in the absence of the server counts as none', async () => {
  for (const answer of [page(502), page(503), page(504), problem(502), problem(504)]) {
    await expect(answered(answer)).rejects.toThrow(TypeError)
  }
})

test('an answer that cannot be read counts as none, also where it says that all is well', async () => {
  for (const answer of [page(200), page(403), json(500, { message: 'upstream' })]) {
    await expect(answered(answer)).rejects.toThrow(TypeError)
  }
  expect(await answered(json(200, { made: 1 }))).toEqual({ made: 1 })
})

test('a change without an answer is given up in bounded time, and counts as unanswered; a read waits on', async () => {
  vi.useFakeTimers()
  const isAborted = (signal: AbortSignal | null | undefined) =>
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  const signals: unknown[] = []
  globalThis.fetch = (_, init) => {
    signals.push(init?.signal)
    return isAborted(init?.signal)
  }
  const change = ask({ method: 'POST', path: '/things' }, {}, { key: 'k' })
  const given = expect(change).rejects.toThrow(Silent)
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  await given
  void ask({ method: 'GET', path: '/things' }, {}, {})
  expect(signals.at(-1)).toBeUndefined()
  vi.useRealTimers()
})
