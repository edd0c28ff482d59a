import { PATIENCE_MS } from '#lib/contract/endpoint.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Page, Request, Route } from 'playwright/test'
import { boardAt, cardOn, open, openBoard, announcement } from './boards.ts'
import { untilAtRest } from './chunks.ts'
import { aLineTo } from './line.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const banner = (page: Page) => page.getByRole('region', { name: 'Connection' })
const waiting = (page: Page) => page.getByRole('list', { name: 'Waiting to be sent' }).getByRole('listitem')

/** What a browser without a network says on its console. */
const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|\/api\/(health|live)/

/** By then the page has fetched what it shows when the connection is away. */
async function cutOff(page: Page): Promise<void> {
  const fetched = page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ startTime }) => startTime > 3_000),
  )
  await fetched.catch(() => {})
  await page.context().setOffline(true)
  await expect(banner(page)).toContainText('The server cannot be reached.')
}

test('without a connection the page says so, and what one does waits and is sent when it is back', async ({
  page,
  api,
  forgive,
  onBoard,
}) => {
  forgive(CUT_OFF)
  const issue = await onBoard('newick', { title: 'In a tunnel' })
  await cutOff(page)
  await cardOn(page, issue).press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(cardOn(page, issue)).toHaveAccessibleName(/DRI Newick Lee/)
  await page.context().setOffline(false)
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(banner(page)).toHaveCount(0)
  const { dri } = await (await api('newick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBe('newick')
})

test('what waits can be discarded, and is then not done', async ({ page, api, forgive, onBoard }) => {
  forgive(CUT_OFF)
  const issue = await onBoard('patrick', { title: 'Better not' })
  await cutOff(page)
  await cardOn(page, issue).press('i')
  await waiting(page)
    .getByRole('button', { name: /^Discard/ })
    .click()
  await expect(announcement(page)).toContainText(`#${issue.ref} stays as it is. Discarded before sending.`)
  await expect(cardOn(page, issue)).toHaveAccessibleName(/no DRI|no DRI|without a DRI/i)
  await page.context().setOffline(false)
  await expect(banner(page)).toHaveCount(0)
  const { dri } = await (await api('patrick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBeNull()
})

test('a letter without a connection says that it cannot, and what waits is still sent', async ({
  page,
  api,
  forgive,
  onBoard,
}) => {
  forgive(CUT_OFF)
  const issue = await onBoard('newick', { title: 'No menu here' })
  await cutOff(page)
  const card = cardOn(page, issue)
  await card.press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  for (const letter of ['s', 'a', 'b', 'm', 'w', 'e', 'd']) {
    await card.press(letter)
    await expect(announcement(page)).toContainText(`#${issue.ref} cannot be changed now.`)
    await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await card.focus()
  }
  await expect(card).toBeVisible()
  await page.context().setOffline(false)
  await expect(banner(page)).toHaveCount(0)
  const { dri } = await (await api('newick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBe('newick')
})

test('a proxy without its server counts as no answer, and what one does waits over a reload', async ({
  page,
  api,
  forgive,
  onBoard,
}) => {
  forgive(/502/)
  const issue = await onBoard('newick', { title: 'Behind a proxy' })
  const gone = (route: Route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
  await page.route('**/api/**', gone)
  await cardOn(page, issue).press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await cardOn(page, issue).press('e')
  await expect(announcement(page)).toContainText(`#${issue.ref} cannot be changed now.`)
  await page.reload()
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await page.unroute('**/api/**', gone)
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(banner(page)).toHaveCount(0)
  await expect(cardOn(page, issue)).toHaveAccessibleName(/DRI Newick Lee/)
  const { dri } = await (await api('newick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBe('newick')
  await page.reload()
  await expect(cardOn(page, issue)).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
})

test('several acts on one issue and acts on many wait alike, and arrive in their order', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(CUT_OFF)
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  const two = await anIssue({ title: `two ${word}` })
  await signIn('newick')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, one).press('x')
  await cardOn(page, two).press('x')
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Move to…' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await cutOff(page)
  await bar.getByRole('button', { name: 'Assign to me' }).click()
  await expect(waiting(page)).toHaveCount(2)
  await bar.getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: 'in review' }).click()
  await expect(waiting(page).last()).toContainText('Moved 2 issues to in review.')
  await page.context().setOffline(false)
  await expect(banner(page)).toHaveCount(0)
  const client = await api('newick')
  for (const { ref } of [one, two]) {
    const { dri, labels } = await client.ask(readIssue, { group: GROUP, ref })
    expect(dri).toBe('newick')
    expect(labels.map(({ title }) => title)).toContain('workflow::in review')
  }
})

test('what a person does while signed out is kept until they are in again', async ({
  page,
  context,
  signInBeside,
  api,
  forgive,
  onBoard,
}) => {
  forgive(/401/)
  const issue = await onBoard('newick', { title: 'Out for a moment' })
  await context.clearCookies()
  await cardOn(page, issue).press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(banner(page)).toContainText('You are signed out.')
  await signInBeside('newick')
  await page.reload()
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  const { dri } = await (await api('newick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBe('newick')
})

test('a link without a connection keeps the page, says so, and leads on when it is back', async ({
  page,
  forgive,
  onBoard,
}) => {
  forgive(CUT_OFF)
  const issue = await onBoard('newick', { title: 'Stay here' })
  await cutOff(page)
  await page.getByRole('link', { name: 'Ownership' }).click()
  await expect(announcement(page)).toContainText('This page cannot be fetched now.')
  await expect(cardOn(page, issue)).toBeVisible()
  await cardOn(page, issue).press('Enter')
  await expect(cardOn(page, issue)).toBeVisible()
  await expect(page).toHaveURL(/boards\/build/)
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(issue.title)
  await expect(banner(page)).toHaveCount(0)
})

test('a page that is slow to come shows its shape first, and one that fails to come is given up for another', async ({
  page,
  signIn,
}) => {
  await signIn('newick')
  await open(page, `/${GROUP}/people`)
  const answers = Promise.withResolvers<void>()
  const late = async (route: Route) => {
    if (!(await route.request().allHeaders())['rsc']) return route.continue()
    await answers.promise
    await route.continue()
  }
  await page.route(`**/${GROUP}/ownership**`, late)
  await expect(async () => {
    await page.getByRole('link', { name: 'Ownership' }).click()
    await expect(page.getByText('Loading…')).toBeAttached({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('link', { name: 'Inbox', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox')
  await expect(page.getByText('Loading…')).toHaveCount(0)
  answers.resolve()
  await expect(page).toHaveURL(`/${GROUP}/inbox`)
})

test('what I did is listed with a way back, and with the reason where there is none', async ({
  page,
  onBoard,
}) => {
  const issue = await onBoard('manoj', { title: 'Back and forth' })
  await cardOn(page, issue).press('i')
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await open(page, `/${GROUP}/activity`)
  await page.getByRole('link', { name: 'My changes' }).click()
  await page.getByRole('button', { name: `Undo: Manoj M J became the DRI of #${issue.ref}.` }).click()
  await expect(announcement(page)).toContainText(`Undid the change to #${issue.ref}.`)
  const done = page.getByRole('list', { name: 'My changes' }).getByRole('listitem')
  const took = done.filter({ hasText: `became the DRI of #${issue.ref}.` })
  await expect(took).toContainText('You already undid this change.')
})

test('Z on a page that has done nothing yet leads to what was done before', async ({ page, signIn }) => {
  await signIn('manoj')
  await open(page, `/${GROUP}/people`)
  await expect(async () => {
    await page.keyboard.press('z')
    await expect(announcement(page)).toContainText('Nothing to undo since you opened this page', {
      timeout: 500,
    })
  }).toPass()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My changes')
})

test('an act on a line that died without a word is seen to wait in bounded time, and is done once when it is back', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/ERR_|api\/(live|health)/)
  const issue = await anIssue({ title: 'Into the void' })
  const newick = await api('newick')
  const line = await aLineTo(newick.address)
  await page.clock.install()
  await signIn('newick')
  await open(page, line.address + boardAt('build', { q: issue.title }))
  await cardOn(page, issue).focus()
  // what says that something waits is there before the line falls silent
  await untilAtRest(page)
  line.hush()
  const sent = page.waitForRequest((request) => request.url().endsWith('/take'))
  await page.keyboard.press('i')
  const key = (await sent).headers()['idempotency-key']
  await page.clock.fastForward(PATIENCE_MS)
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(banner(page)).toContainText('The server cannot be reached.')
  // a look at whether the server is back may still be on its way into the silence
  const isTake = (request: Request) => request.url().endsWith('/take')
  const again = page.waitForRequest(isTake, { timeout: 30_000 })
  line.speak()
  await expect(async () => {
    await page.clock.fastForward(PATIENCE_MS)
    await expect(waiting(page)).toHaveCount(0, { timeout: 2_000 })
  }).toPass()
  expect((await again).headers()['idempotency-key']).toBe(key)
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  expect((await newick.ask(readIssue, { group: GROUP, ref: issue.ref })).dri).toBe('newick')
  await line.cut()
})
