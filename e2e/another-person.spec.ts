import type { Page } from 'playwright/test'
import { commentOnIssue, readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { cardOn, open, openBoard, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const notice = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'You are signed in as Manoj M J now.' })
const waiting = (page: Page) => page.getByRole('list', { name: 'Waiting to be sent' }).getByRole('listitem')
const comment = (page: Page) => page.getByRole('textbox', { name: 'Add a comment' })

test('a page of one person writes nothing as another who signed in beside it, and goes on when its person is back', async ({
  page,
  signInBeside,
  api,
  forgive,
  onIssue,
}) => {
  forgive(/409/)
  const issue = await onIssue('patrick', { title: 'Two at one browser' })
  await signInBeside('manoj')
  await comment(page).fill('Said by Patrick')
  await comment(page).press('Control+Enter')
  await expect(notice(page)).toContainText('This page belongs to Patrick Cyiza')
  await expect(comment(page)).toHaveValue('Said by Patrick')
  await page.getByRole('main').focus()
  await page.keyboard.press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expectNoViolations(page)
  const now = () => api('manoj').then((manoj) => manoj.ask(readIssue, { group: GROUP, ref: issue.ref }))
  expect(await now()).toMatchObject({ dri: null, comments: [] })

  await signInBeside('patrick')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  await expect(notice(page)).toHaveCount(0)
  await comment(page).press('Control+Enter')
  await expect(comment(page)).toHaveValue('')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  expect(await now()).toMatchObject({
    dri: 'patrick',
    comments: [{ author: 'patrick', body: 'Said by Patrick' }],
  })
})

test('the page says who is signed in as soon as they open one, shows nothing new, and becomes theirs by a reload', async ({
  page,
  context,
  signInBeside,
  api,
  forgive,
  onIssue,
}) => {
  forgive(/409/)
  const issue = await onIssue('patrick', { title: 'Not for these eyes' })
  await signInBeside('manoj')
  const second = await context.newPage()
  await open(second, `/${GROUP}/issues/${issue.ref}`)
  await expect(notice(page)).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toHaveCount(0)
  await (await api('julie')).ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'Said meanwhile' })
  await expect(second.getByText('Said meanwhile')).toBeVisible()
  await expect(page.getByText('Said meanwhile')).toHaveCount(0)
  await expect(notice(page).getByRole('link', { name: 'Sign in as Patrick Cyiza' })).toHaveAttribute(
    'href',
    new RegExp(`sign-in.*issues.*${issue.ref}`),
  )
  await notice(page).getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('Said meanwhile')).toBeVisible()
  await expect(page.getByRole('button', { name: /Manoj M J/ }).first()).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
})

test('a link on such a page leads to the page of the person signed in, as a whole', async ({
  page,
  signIn,
  signInBeside,
  forgive,
}) => {
  forgive(/409/)
  await signIn('patrick')
  await open(page, `/${GROUP}/people`)
  await signInBeside('manoj')
  await page.getByRole('link', { name: 'Ownership' }).click()
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /Manoj M J/ }).first()).toBeVisible()
})

test('what was done while signed out is never sent as another person', async ({
  page,
  context,
  signIn,
  signInBeside,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/401|409/)
  const word = newWord()
  const issue = await anIssue({ title: `Out, and another in ${word}` })
  const second = await anIssue({ title: `Not sent either ${word}` })
  await signIn('patrick')
  await openBoard(page, 'build', { q: word })
  await context.clearCookies()
  await cardOn(page, issue).press('i')
  await expect(waiting(page)).toContainText(`You are now the DRI of #${issue.ref}`)
  const asked: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && asked.push(request.url()))
  await cardOn(page, second).press('i')
  await expect(waiting(page)).toHaveCount(2)
  expect(asked, 'while signed out nothing is sent').toEqual([])

  await signInBeside('manoj')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(notice(page)).toBeVisible()
  await page.reload()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(waiting(page)).toHaveCount(0)
  const { dri } = await (await api('manoj')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(dri).toBeNull()
})
