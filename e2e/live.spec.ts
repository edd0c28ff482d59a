import { listEvents } from '#lib/contract/events.ts'
import { commentOnIssue, planIssue, weighIssue } from '#lib/contract/issues.ts'
import { BEAT_MS, LIVE_BEAT, LIVE_DAY, LIVE_GONE, LIVE_PRESENT, LIVE_RESET } from '#lib/contract/live.ts'
import { boardAt, cardOn, lane, open, openBoard } from './boards.ts'
import { clientAt } from './client.ts'
import { aLineTo } from './line.ts'
import { openStream } from './stream.ts'
import { expect, test } from './test.ts'
import { buildBoard, GROUP } from './world.ts'

test('what a colleague does to an issue shows on every page that is open, without a reload', async ({
  page,
  asPerson,
  api,
  onIssue,
}) => {
  const issue = await onIssue('cindy', { title: 'Visible to all' })
  const list = await asPerson('newick')
  await open(list, `/${GROUP}/issues?q=${issue.title}`)
  const feed = await asPerson('julie')
  await open(feed, `/${GROUP}/activity`)

  const patrick = await api('patrick')
  await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 3 })
  await patrick.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'It is more than it seemed.' })
  await expect(page.getByRole('button', { name: 'Weight: 3' })).toBeVisible()
  await expect(page.getByText('It is more than it seemed.')).toBeVisible()
  await expect(list.getByRole('row').filter({ hasText: issue.title })).toContainText('weight 3')
  await expect(feed.getByText(`Patrick Cyiza commented on #${issue.ref}.`)).toBeVisible()
})

test('a new issue appears on the board, and one that leaves the milestone goes', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const before = await anIssue({ title: 'There before', dri: 'newick' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: 'before' })
  await expect(cardOn(page, before)).toBeVisible()
  const fresh = await anIssue({ title: 'There now, not before' })
  await expect(cardOn(page, fresh)).toBeVisible()
  const em = await api('mohamed')
  await em.ask(planIssue, { group: GROUP, ref: before.ref, milestone: (await buildBoard(em)).next })
  await expect(cardOn(page, before)).toHaveCount(0)
})

test('a page that lost its connection says so, and catches up with what happened meanwhile', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)/)
  const issue = await anIssue({ title: 'Meanwhile' })
  const patrick = await api('patrick')
  const line = await aLineTo(patrick.address)
  await signIn('cindy')
  await open(page, line.address + boardAt('build', { q: issue.title }))
  await line.cut()
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  for (const weight of [1, 2, 3]) await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight })
  await expect(cardOn(page, issue)).toHaveAccessibleName(/weight 2/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await line.repair()
  await expect(cardOn(page, issue)).toHaveAccessibleName(/weight 3/)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  expect(asked, 'told event by event, the board is not asked for again').not.toContain(
    `/api/v1/groups/${GROUP}/boards/build`,
  )
  await line.cut()
})

test('a connection that falls silent without breaking is noticed within two beats, and what was missed comes after', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/ERR_|api\/live/)
  const issue = await anIssue({ title: 'Not a word' })
  const patrick = await api('patrick')
  const line = await aLineTo(patrick.address)
  await page.clock.install()
  await signIn('cindy')
  await open(page, line.address + boardAt('build', { q: issue.title }))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  line.hush()
  await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 3 })
  await page.clock.fastForward(2 * BEAT_MS)
  await expect(page.getByText('Live', { exact: true })).toHaveCount(0)
  await page.clock.fastForward(BEAT_MS)
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await expect(cardOn(page, issue)).toHaveAccessibleName(/weight 2/)
  line.speak()
  // a try to open that was still on its way when the line spoke again ends first
  await expect(async () => {
    await page.clock.fastForward(BEAT_MS)
    await expect(cardOn(page, issue)).toHaveAccessibleName(/weight 3/, { timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await line.cut()
})

test('a machine that slept asks again as soon as it is looked at, in whichever tab', async ({
  page,
  context,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/ERR_|api\/live/)
  const issue = await anIssue({ title: 'Slept over it' })
  const patrick = await api('patrick')
  const line = await aLineTo(patrick.address)
  await context.clock.install()
  await signIn('cindy')
  const board = line.address + boardAt('build', { q: issue.title })
  await open(page, board)
  const second = await context.newPage()
  await open(second, board)
  line.hush()
  line.speak()
  await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 3 })
  const woken = new Date((await second.evaluate(() => Date.now())) + 4 * BEAT_MS)
  await context.clock.setSystemTime(woken)
  await second.evaluate(() => window.dispatchEvent(new Event('focus')))
  for (const one of [second, page]) {
    await expect(cardOn(one, issue)).toHaveAccessibleName(/weight 3/)
    await expect(one.getByText('Live', { exact: true })).toBeVisible()
  }
  await line.cut()
})

test('a page that is open when a new day begins asks for everything of that day', async ({
  page,
  signIn,
}) => {
  await signIn('cindy')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.route('**/api/live?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `event: ${LIVE_DAY}\ndata: {"day":"2001-01-01"}\n\n`,
    }),
  )
  await page.goto(boardAt('build'))
  for (const what of ['', '/boards/build', '/people'])
    await expect.poll(() => asked).toContain(`/api/v1/groups/${GROUP}${what}`)
  expect(asked.filter((path) => path === boardAt('build'))).toHaveLength(1)
})

test('all tabs of a browser share one stream, and go on when the one that listened is closed', async ({
  page,
  context,
  api,
  onBoard,
}) => {
  const issue = await onBoard('cindy', { title: 'Two tabs' })
  const patrick = await api('patrick')
  const second = await context.newPage()
  await openBoard(second, 'build', { q: issue.title })
  await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 1 })
  await expect(cardOn(page, issue)).toHaveAccessibleName(/weight 1/)
  await expect(cardOn(second, issue)).toHaveAccessibleName(/weight 1/)
  await page.close()
  await patrick.ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 3 })
  await expect(cardOn(second, issue)).toHaveAccessibleName(/weight 3/)
})

test('other people who look at the group are shown, and gone when they leave', async ({
  page,
  signIn,
  asPerson,
}) => {
  await signIn('cindy')
  await openBoard(page, 'build')
  const julie = await asPerson('julie')
  await openBoard(julie, 'planning')
  const others = page.getByRole('list', { name: 'Also here' })
  await expect(others.getByRole('img', { name: 'Julie Huang' })).toBeVisible()
  await julie.close()
  await expect(others.getByRole('img', { name: 'Julie Huang' })).toHaveCount(0)
})

test('the stream tells every event once and in order, and resumes behind the last one that was read', async ({
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'In order' })
  const [reader, writer] = [await api('julie'), await api('mohamed')]
  const stream = await openStream(reader, GROUP)
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  await expect.poll(stream.retry).toBe(1000)
  await expect.poll(() => stream.events.map(({ event }) => event)).toContain(LIVE_PRESENT)

  const weighed: number[] = []
  const weigh = async (weight: number) =>
    weighed.push((await writer.ask(weighIssue, { group: GROUP, ref: issue.ref, weight })).event)
  for (const weight of [1, 3, 1, 3, 1]) await weigh(weight)
  await expect.poll(stream.numbers).toEqual(weighed)
  expect(stream.events.at(-1)?.data).toMatchObject({
    type: 'issue.weighed',
    issue: issue.ref,
    card: { ref: issue.ref, weight: 1 },
  })
  stream.close()

  const [first = 0] = weighed
  for (const from of [{ lastEventId: first }, { after: first }]) {
    const again = await openStream(reader, GROUP, from)
    await expect.poll(again.numbers).toEqual(weighed.slice(1))
    again.close()
  }
  const newest = weighed.at(-1) ?? 0
  expect(weighed).toEqual(Array.from({ length: 5 }, (_, at) => newest - 4 + at))
})

test('a reader who was away for too long is told to read everything anew', async ({ api }) => {
  const client = await api('julie')
  const { items } = await client.ask(listEvents, { group: GROUP, limit: 1 })
  const stream = await openStream(client, GROUP, { after: 1 })
  await expect.poll(() => stream.events.find(({ event }) => event === LIVE_RESET)?.id).toBe(items[0]?.number)
  stream.close()
})

test('signing out ends the open streams of that session within a second, and the page says so', async ({
  page,
  signIn,
  api,
  forgive,
}) => {
  forgive(/401/)
  const { address } = await api('julie')
  const client = await clientAt(address, 'julie')
  const stream = await openStream(client, GROUP)
  await expect.poll(stream.retry).toBe(1000)
  const began = performance.now()
  const signOut = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  expect((await client.fetch('/api/v1/sign-out', signOut)).status).toBe(200)
  expect((await stream.ended) - began).toBeLessThan(1000)
  expect(stream.events.at(-1)).toMatchObject({ event: LIVE_GONE })
  expect((await openStream(client, GROUP)).status).toBe(401)

  await signIn('julie')
  await openBoard(page, 'build')
  expect(
    (await page.context().request.post('/api/v1/sign-out', { headers: sameOrigin, data: {} })).status(),
  ).toBe(200)
  await expect(page.getByRole('alert').filter({ hasText: 'You were signed out.' })).toBeVisible()
  await expect(lane(page, 'in dev').getByRole('listitem').first()).toBeVisible()
})

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

test('a stream that has nothing to tell shows that it is alive', async ({ api }) => {
  const stream = await openStream(await api('julie'), GROUP)
  const beats = () => stream.events.filter(({ event }) => event === LIVE_BEAT)
  await expect.poll(() => beats().length, { timeout: 20_000 }).toBeGreaterThan(1)
  expect(beats()[0]?.data).toEqual({ build: expect.any(String) })
  stream.close()
})
