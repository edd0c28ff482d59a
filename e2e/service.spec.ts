import { api as endpoints, sessionEndpoints } from '#lib/contract/api.ts'
import { boardAt } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('health names each part, and metrics and the API’s description are there for machines', async ({
  api,
}) => {
  const cindy = await api('cindy')
  const { address } = cindy
  await cindy.fetch(`/api/v1/groups/${GROUP}`)
  const health = await fetch(`${address}/api/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toEqual({ status: 'ok', parts: { app: 'ok', database: 'ok', live: 'ok' } })

  const metrics = await fetch(`${address}/api/metrics`)
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  expect(await metrics.text()).toContain('saydo_answer_seconds_bucket')

  const openapi: { openapi: string; paths: Record<string, Record<string, { operationId: string }>> } = await (
    await fetch(`${address}/api/openapi.json`)
  ).json()
  expect(openapi.openapi).toMatch(/^3\.1/)
  const described = Object.values(openapi.paths).flatMap((path) =>
    Object.values(path).map((one) => one.operationId),
  )
  expect(described.toSorted()).toEqual([...endpoints, ...sessionEndpoints].map(({ id }) => id).toSorted())
})

test('every class of answer carries the headers that guard it', async ({ api }) => {
  const cindy = await api('cindy')
  const page = await cindy.fetch(boardAt('build'))
  const script = /\/_next\/static\/[^"']+\.js/.exec(await page.clone().text())?.[0] ?? ''
  const answers = {
    page,
    data: await cindy.fetch(`/api/v1/groups/${GROUP}`),
    refusal: await cindy.fetch('/api/v1/groups/no-such-group'),
    'no such page': await cindy.fetch('/no-such-group/boards/build'),
    'no such file': await cindy.fetch('/_next/static/no-such-file.js'),
    image: await cindy.fetch('/_next/image?url=/icon.svg&w=64&q=75'),
    redirect: await cindy.fetch('/'),
    script: await cindy.fetch(script),
    health: await cindy.fetch('/api/health'),
    stream: await cindy.fetch(`/api/live?group=${GROUP}`),
  }
  expect(Object.values(answers).map(({ status }) => status)).toEqual([
    200, 200, 404, 404, 404, 404, 307, 200, 200, 200,
  ])
  for (const [what, { headers, body }] of Object.entries(answers)) {
    expect(Object.fromEntries(headers), what).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(headers.has('x-powered-by'), what).toBe(false)
    if (!body?.locked) await body?.cancel()
  }
  expect(page.headers.get('content-security-policy')).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
  )
  expect(page.headers.get('cache-control')).toContain('no-store')
  expect(answers.script.headers.get('cache-control')).toContain('immutable')
  for (const { headers } of [answers.data, answers.refusal, answers['no such page'], answers.redirect])
    expect(headers.get('cache-control')).toContain('no-store')
})

test('icons, manifest and the rules for robots are served as they are, to anyone', async ({ api }) => {
  const { address } = await api('cindy')
  for (const [path, type] of [
    ['/favicon.ico', 'image/x-icon'],
    ['/icon.svg', 'image/svg+xml'],
    ['/icon-192.png', 'image/png'],
    ['/icon-512.png', 'image/png'],
    ['/icon-maskable-512.png', 'image/png'],
    ['/apple-touch-icon.png', 'image/png'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/robots.txt', 'text/plain'],
  ]) {
    const { status, headers, body } = await fetch(address + path)
    await body?.cancel()
    expect(status, path).toBe(200)
    expect(headers.get('content-type'), path).toContain(type)
    expect(headers.get('cache-control'), path).toBe('public, max-age=86400')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }
  const page = await (await fetch(`${address}/sign-in`)).text()
  const manifest: { icons: { src: string }[] } = await (await fetch(`${address}/manifest.webmanifest`)).json()
  const named = [...page.matchAll(/<link rel="(?:manifest|icon|apple-touch-icon)" href="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  expect(named.length).toBe(4)
  for (const path of [...named, ...manifest.icons.map(({ src }) => src)])
    expect((await fetch(address + path)).status, path).toBe(200)
})

test('scripts and styles come packed, once for all readers, in what each can read', async ({ api }) => {
  const cindy = await api('cindy')
  const page = await (await cindy.fetch(boardAt('build'))).text()
  for (const [ending, type] of [
    ['js', 'javascript'],
    ['css', 'css'],
  ]) {
    const path = new RegExp(`/_next/static/[^"']+\\.${ending}`).exec(page)?.[0] ?? ''
    const texts = []
    for (const encoding of ['identity', 'gzip', 'br']) {
      const answer = await cindy.fetch(path, { headers: { 'accept-encoding': encoding } })
      const { headers } = answer
      expect(headers.get('content-type'), encoding).toContain(type)
      expect(headers.get('cache-control')).toContain('immutable')
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
      expect(headers.get('content-encoding') ?? 'identity').toBe(encoding)
      // Unpacked on the way.
      texts.push(await answer.text())
    }
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]?.length).toBeGreaterThan(500)
  }
})

test('a board that did not change is not sent again, and what is sent can be read', async ({ api }) => {
  const cindy = await api('cindy')
  const path = `/api/v1/groups/${GROUP}/boards/build`
  for (const encoding of ['gzip', 'identity']) {
    const first = await cindy.fetch(path, { headers: { 'accept-encoding': encoding } })
    expect(await first.json(), encoding).toMatchObject({ board: { slug: 'build' } })
    const etag = first.headers.get('etag') ?? ''
    const second = await cindy.fetch(path, {
      headers: { 'accept-encoding': encoding, 'if-none-match': etag },
    })
    expect(second.status).toBe(304)
  }
})

test('a request under a name that is not ours is turned away', async ({ request }) => {
  const answer = await request.get('/sign-in', { headers: { host: 'rebound.invalid' } })
  expect(answer.status()).toBe(421)
})
