import { readIssue } from '#lib/contract/issues.ts'
import type { Page } from 'playwright/test'
import { cardOn, open, openBoard, said } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

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
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(CUT_OFF)
  const issue = await anIssue({ title: 'In a tunnel' })
  await signIn('newick')
  await openBoard(page, 'build', { q: issue.title })
  await cutOff(page)
  await cardOn(page, issue).press('i')
  await expect(waiting(page)).toContainText(`You took #${issue.ref}`)
  await expect(cardOn(page, issue)).toHaveAccessibleName(/driven by Newick Lee/)
  await page.context().setOffline(false)
  await expect(said(page)).toContainText(`You took #${issue.ref}`)
  await expect(banner(page)).toHaveCount(0)
  const { dri } = await (await api('newick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBe('newick')
})

test('what waits can be discarded, and is then not done', async ({ page, signIn, anIssue, api, forgive }) => {
  forgive(CUT_OFF)
  const issue = await anIssue({ title: 'Better not' })
  await signIn('patrick')
  await openBoard(page, 'build', { q: issue.title })
  await cutOff(page)
  await cardOn(page, issue).press('i')
  await waiting(page)
    .getByRole('button', { name: /^Discard/ })
    .click()
  await expect(said(page)).toContainText(
    `#${issue.ref} stays as it is. It was discarded before it could be sent.`,
  )
  await expect(cardOn(page, issue)).toHaveAccessibleName(/nobody drives it|no DRI|without a DRI/i)
  await page.context().setOffline(false)
  await expect(banner(page)).toHaveCount(0)
  const { dri } = await (await api('patrick')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBeNull()
})

test('what I did is listed with a way back, and with the reason where there is none', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Back and forth' })
  await signIn('manoj')
  await openBoard(page, 'build', { q: issue.title })
  await cardOn(page, issue).press('i')
  await expect(said(page)).toContainText(`You took #${issue.ref}`)
  await open(page, `/${GROUP}/activity`)
  await page.getByRole('link', { name: 'What I did' }).click()
  await page.getByRole('button', { name: `Undo: Manoj M J took #${issue.ref}.` }).click()
  await expect(said(page)).toContainText(`Undone: #${issue.ref} is as it was.`)
  const done = page.getByRole('list', { name: 'What I did' }).getByRole('listitem')
  const took = done.filter({ hasText: `took #${issue.ref}.` })
  await expect(took).toContainText('You changed the same thing since: it stays as it is now.')
})

test('Z on a page that has done nothing yet leads to what was done before', async ({ page, signIn }) => {
  await signIn('manoj')
  await open(page, `/${GROUP}/people`)
  await expect(async () => {
    await page.keyboard.press('z')
    await expect(said(page)).toContainText('Nothing to undo since this page was opened', { timeout: 500 })
  }).toPass()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What I did')
})
