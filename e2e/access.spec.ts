import { api as endpoints } from '#lib/contract/api.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import { listEvents } from '#lib/contract/events.ts'
import { listIssues, readIssue, weighIssue } from '#lib/contract/issues.ts'
import { boardAt, cardOn, open, openBoard, announcement } from './boards.ts'
import { Refused, requestOf, type Client } from './client.ts'
import { openStream } from './stream.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('what is confidential does not exist for a stakeholder: not on pages, not in the API, not in the stream', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/404/)
  const [stakeholder, em] = [await api('stakeholder'), await api('mohamed')]
  const stream = await openStream(stakeholder, GROUP)
  await expect.poll(stream.retry).toBe(1000)
  const secret = await anIssue({ title: 'Leaks a token', confidential: true })
  const { event } = await em.ask(weighIssue, { group: GROUP, ref: secret.ref, weight: 3 })
  const plain = await anIssue({ title: 'Leaks nothing' })

  const seen = JSON.stringify([
    await stakeholder.ask(viewBoard, { group: GROUP, board: 'build' }),
    await stakeholder.ask(listIssues, { group: GROUP, q: 'leaks' }),
    await stakeholder.ask(listEvents, { group: GROUP, limit: 200 }),
  ])
  expect(seen).toContain(plain.title)
  expect(seen).not.toContain(secret.title)
  expect(seen).not.toContain(`"ref":${secret.ref},`)
  const refused = await stakeholder.ask(readIssue, { group: GROUP, ref: secret.ref }).catch((error) => error)
  expect(refused).toMatchObject({ status: 404, problem: { code: 'not_found' } })

  await expect.poll(stream.numbers).toContain(event)
  await expect.poll(() => JSON.stringify(stream.events)).toContain(plain.title)
  expect(stream.events.find(({ id }) => id === event)?.data).toEqual({
    number: event,
    type: 'hidden',
    actor: null,
    sentence: '',
    issue: null,
    card: null,
  })
  expect(JSON.stringify(stream.events)).not.toContain(secret.title)
  stream.close()

  await signIn('stakeholder')
  await openBoard(page, 'build', { q: 'leaks' })
  await expect(cardOn(page, plain)).toBeVisible()
  await expect(cardOn(page, secret)).toHaveCount(0)
  await open(page, `/${GROUP}/issues?q=leaks`)
  await expect(page.getByRole('link', { name: plain.title })).toBeVisible()
  await expect(page.getByRole('link', { name: secret.title })).toHaveCount(0)
  await page.goto(`/${GROUP}/issues/${secret.ref}`)
  await expect(page.getByText('Page not found')).toBeVisible()
})

test('a stakeholder reads an issue and a board, without a control that they can never use', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Look, do not touch' })
  await signIn('stakeholder')
  await openBoard(page, 'build', { q: issue.title })
  await expect(page.getByRole('button', { name: /^(New issue|Board menu)/ })).toHaveCount(0)
  const card = cardOn(page, issue)
  await expect(card.getByRole('button')).toHaveCount(1)
  await card.press('v')
  await expect(announcement(page)).toContainText(/^Only .+ moves cards\./)
  await card.getByText(`#${issue.ref}`, { exact: true }).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
  const panel = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
  await expect(panel.getByText('in dev')).toBeVisible()
  await expect(panel.getByRole('button')).toHaveText(['']) // what closes the panel
  await panel.getByRole('button', { name: 'Close panel' }).click()
  await card.getByRole('button', { name: `Look at #${issue.ref} ${issue.title}` }).click()
  await expect(page.getByRole('menuitem')).toHaveText([/^Peek/, /^Open/])
  await page.keyboard.press('Escape')

  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect(facts.getByRole('definition').filter({ hasText: 'in dev' })).toBeVisible()
  // Watching is everybody's own business.
  await expect(facts.getByRole('button')).toHaveText([/Watch|Mute/i])
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command menu' }).fill('set')
  await expect(page.getByRole('option', { name: /^Settings: Milestones/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Set / })).toHaveCount(0)
})

test('an engineer is not offered what only the engineering manager does', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Not mine to promise' })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await page.getByRole('button', { name: /^Labels:/ }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'maintenance' })).toBeVisible()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Deliverable' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Assignees:/ }).click()
  await expect(page.getByRole('menuitemcheckbox')).toHaveText(['Cindy Halim (me)'])
})

test('in the settings those who only read see who changes them, and no buttons', async ({ page, signIn }) => {
  await signIn('stakeholder')
  await open(page, `/${GROUP}/settings/group`)
  const ofGroup = page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('list')
    .filter({ has: page.getByRole('link', { name: 'People and roles' }) })
    .getByRole('link')
  const links = await ofGroup.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const rooms = links.map((link) => link.replace(/^.*\//, ''))
  expect(rooms).toEqual(
    expect.arrayContaining(['group', 'people', 'teams', 'boards', 'milestones', 'labels']),
  )
  // the record is for reading, and the sample is removed by whoever runs the group
  for (const room of rooms.filter((one) => !['audit', 'sample'].includes(one))) {
    await open(page, `/${GROUP}/settings/${room}`)
    await expect(page.getByText(/^Only .+\.$/)).toBeVisible()
    const presses = page.getByRole('main').getByRole('button')
    await expect(presses.filter({ hasNotText: 'Sort by title' }), room).toHaveCount(0)
  }
})

test('without a session nothing is told, and an unknown group is as absent as a foreign one', async ({
  api,
}) => {
  const cindy = await api('cindy')
  const anonymous: Client['fetch'] = (path, init) => fetch(`${cindy.address}${path}`, init)
  for (const endpoint of endpoints.filter(({ method, access }) => method === 'GET' && access !== 'anyone')) {
    const { path } = requestOf(endpoint, { group: GROUP, board: 'build', ref: 1 })
    const refused = await anonymous(path.split('?')[0] ?? '')
    expect(refused.status, path).toBe(401)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
  }
  expect((await anonymous(`/api/live?group=${GROUP}`)).status).toBe(401)
  const absent = await cindy
    .ask(viewBoard, { group: 'no-such-group', board: 'build' })
    .catch((error) => error)
  expect(absent).toBeInstanceOf(Refused)
  expect(absent).toMatchObject({ status: 404 })
})

test('a change is taken from our own pages only, and only as it is documented', async ({ anIssue, api }) => {
  const { ref } = await anIssue({ title: 'Forged' })
  const cindy = await api('cindy')
  const path = `/api/v1/groups/${GROUP}/issues/${ref}/comments`
  const write = (headers: Record<string, string>, body: string) =>
    cindy.fetch(path, { method: 'POST', headers, body })
  const json = { 'content-type': 'application/json' }
  const statuses = [
    await write({ ...json, 'sec-fetch-site': 'cross-site' }, '{"body":"x"}'),
    await write({ ...json, 'sec-fetch-site': 'same-site' }, '{"body":"x"}'),
    await write({ 'content-type': 'text/plain' }, '{"body":"x"}'),
    await write(json, '{"body":"x","and":"more"}'),
    await write(json, '{"body":"a\\u0000b"}'),
    await write(json, 'no json'),
    await write(json, JSON.stringify({ body: 'x'.repeat(1_100_000) })),
    await write(json, '{"body":"It is well."}'),
  ].map(({ status }) => status)
  expect(statuses).toEqual([403, 403, 403, 422, 422, 422, 413, 200])
})

test('an address of a page is no way round: the stakeholder sees the boards that they may see', async ({
  page,
  signIn,
}) => {
  await signIn('stakeholder')
  for (const board of ['planning', 'build', 'next-1-3', 'next-4-6']) {
    await page.goto(boardAt(board))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('listitem', { name: /, confidential,/ })).toHaveCount(0)
  }
})
