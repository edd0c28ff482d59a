import { once } from 'node:events'
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { noteAway } from '#lib/http/away.ts'
import { LENGTH, PACKED } from '#lib/http/packed.ts'
import { guardedServer, type Handler } from './guarded-server.ts'
import { listen } from './listen.ts'

async function serving(handler: Handler, names: string[] = []) {
  const { server, close } = guardedServer({ dev: false, names }, handler)
  const port = await listen(server, '127.0.0.1', 0)
  onTestFinished(async () => {
    server.closeAllConnections()
    await close()
  })
  const get = async (path: string, options: RequestOptions = {}) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options }).end()
    // safe because that is what a request emits with its response
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return response
  }
  return { port, get, close }
}

const page: Handler = async (_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('x-powered-by', 'somebody')
  response.end('<p>a page</p>')
}

test('every class of answer carries the headers that guard it', async () => {
  const { get } = await serving(async (request, response) => {
    if (request.url === '/broken') throw new Error('a mistake of ours (printed by this test on purpose)')
    if (request.url === '/moved') response.writeHead(307, { location: '/' }).end()
    else if (request.url === '/data') response.writeHead(200, ['content-type', 'application/json']).end('{}')
    else await page(request, response)
  })
  for (const path of ['/', '/data', '/moved', '/broken', '/_next/image?url=x', '/%']) {
    const { headers } = await get(path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('each page has a nonce of its own, which its maker learns from the request', async () => {
  const seen: unknown[] = []
  const { get } = await serving(async (request, response) => {
    seen.push(request.headers['content-security-policy'])
    await page(request, response)
  })
  const policies = [await get('/'), await get('/', { headers: { 'content-security-policy': 'mine' } })].map(
    ({ headers }) => headers['content-security-policy'],
  )
  expect(policies).toEqual(seen)
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
  expect(policies[0]).not.toBe(policies[1])
})

test('what is not a page may do nothing when it is opened by itself', async () => {
  const { get } = await serving(async (_, response) => {
    response.setHeader('content-type', 'image/svg+xml')
    response.end('<svg/>')
  })
  expect((await get('/')).headers['content-security-policy']).toMatch(/^default-src 'none';/)
})

test('what is packed already says so, and what is short how short, though their maker could not', async () => {
  const { get } = await serving(async (_, response) => {
    response.setHeader(PACKED, 'gzip')
    response.setHeader(LENGTH, '2')
    response.write('a')
    response.end('b')
  })
  expect((await get('/')).headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': '2' })
})

test('an answer keeps the caching that its maker chose', async () => {
  const { get } = await serving(async (_, response) => {
    response.writeHead(200, { 'cache-control': 'private, no-cache', etag: '"1"' }).end()
  })
  expect((await get('/')).headers['cache-control']).toBe('private, no-cache')
})

test('a page that could not be read for want of the database is answered 503, whatever its maker called it', async () => {
  const { get } = await serving(async (request, response) => {
    if (request.url !== '/well') noteAway(String(request.headers['x-request-id']))
    if (request.url === '/moved') response.writeHead(307, { location: '/' }).end()
    else await page(request, response)
  })
  const answers = [await get('/'), await get('/moved'), await get('/well')]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 307, 200])
  expect(answers.map(({ headers }) => headers['retry-after'])).toEqual(['2', undefined, undefined])
  await expect.poll(() => globalThis.saydoAway?.size).toBe(0)
})

test('a request under a foreign name is turned away, with the remedy', async () => {
  const { get } = await serving(page, ['ops.example.org'])
  expect((await get('/', { headers: { host: 'ops.example.org' } })).statusCode).toBe(200)
  const turnedAway = await get('/', { headers: { host: 'evil.example' } })
  expect(turnedAway.statusCode).toBe(421)
  expect(turnedAway.headers['content-type']).toBe('application/problem+json')
  expect(await text(turnedAway)).toContain('add it to ALLOWED_HOSTS')
})

test('addresses that cannot be read and resized images are refused', async () => {
  const { get } = await serving(page)
  expect((await get('/%zz')).statusCode).toBe(400)
  expect((await get('http://127.0.0.1/')).statusCode).toBe(400)
  expect((await get('/_next/image?url=%2Fa.png&w=64&q=75')).statusCode).toBe(404)
  expect((await get('/_next/%69mage?url=%2Fa.png')).statusCode).toBe(404)
})

test.each(['TRACE', 'PROPFIND', 'QUERY', 'LINK'])(
  '%s is no way to ask, and the answer names the ways',
  async (method) => {
    const { get } = await serving(page)
    const answer = await get('/', { method })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers).toMatchObject({
      allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'content-type': 'application/problem+json',
    })
    expect(await text(answer)).toContain('accepts only')
  },
)

/** Answers at the first part of a body, and leaves the rest of it where it is. */
const hasty: Handler = async (request, response) => {
  if (request.method === 'POST') {
    await once(request, 'data')
    request.pause()
    response.statusCode = 413
  }
  response.end('answered')
}

test('what is left of a body that was answered early is read away, and the next request on its connection is answered', async () => {
  const { port } = await serving(hasty)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const ask = async (method: string, parts: number) => {
    const asked = request({ host: '127.0.0.1', port, path: '/', method, agent })
    const answered = once(asked, 'response')
    for (let part = 0; part < parts; part += 1) asked.write('x'.repeat(10_000))
    asked.end()
    // safe because that is what a request emits with its response
    const [answer] = (await answered) as [IncomingMessage]
    return [answer.statusCode, await text(answer), asked.reusedSocket]
  }
  expect(await ask('POST', 100)).toEqual([413, 'answered', false])
  expect(await ask('GET', 0)).toEqual([200, 'answered', true])
})

test('a body without an end is not read for ever: its connection ends', async () => {
  const { port } = await serving(hasty)
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {}).resume()
  socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n')
  const part = `8000\r\n${'x'.repeat(0x8000)}\r\n`
  const send = () => {
    while (!socket.destroyed && socket.write(part));
  }
  socket.on('drain', send)
  send()
  await closed
})

test('what is no HTTP at all gets the same headers', async () => {
  const { port } = await serving(page)
  const socket = connect(port, '127.0.0.1')
  socket.write('NONSENSE\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toContain('x-content-type-options: nosniff')
})

test('the handler learns who asked, and for what, whatever the request claims', async () => {
  let heard: IncomingMessage['headers'] = {}
  const { get } = await serving(async (request, response) => {
    heard = request.headers
    response.end()
  })
  await get('/boards?q=1', {
    headers: {
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-host': 'evil.example',
      'x-request-id': '1',
      'x-address': '/elsewhere',
    },
  })
  expect(heard['x-address']).toBe('/boards?q=1')
  expect(heard['x-forwarded-for']).toBe('192.0.2.1, 127.0.0.1')
  expect(heard['x-forwarded-host']).toBeUndefined()
  expect(heard['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test('closing ends live streams, lets requests finish and takes no more', async () => {
  let finish = () => {}
  const { get, close, port } = await serving(async (request, response) => {
    if (request.url === '/live')
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
    else finish = () => void response.end('done')
  })
  const stream = await get('/live')
  const slow = get('/slow')
  await expect.poll(() => finish.toString()).toContain('done')

  const closed = close()
  expect(await text(stream)).toBe(': hello\n\n')
  await expect
    .poll(() =>
      once(connect(port, '127.0.0.1'), 'connect').then(
        () => 'open',
        () => 'refused',
      ),
    )
    .toBe('refused')
  finish()
  expect(await text(await slow)).toBe('done')
  await closed
})
