import type { Page } from 'playwright/test'
import { boardAt, cardOn, filterField, lane, moveByMenu, open, openBoard } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

/** Where one lands who has asked for no other page. */
const weekAt = `/${GROUP}/week`

test('a newcomer signs in with one click, takes an issue and moves it, and a colleague sees it at once', async ({
  page,
  asPerson,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Slow model list' })
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a sample person')
  await enterAs(page, 'Cindy Halim')
  await expect(page).toHaveURL(weekAt)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My week')
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Build/ })
    .click()
  await expect(page).toHaveURL(boardAt('build'))

  const colleague = await asPerson('newick')
  await openBoard(colleague, 'build', { q: issue.title })
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await filterField(page).fill(issue.title)
  await cardOn(page, issue).getByRole('button', { name: 'Assign to me' }).click()
  await expect(cardOn(page, issue)).toHaveAccessibleName(/DRI Cindy Halim/)
  await expect(cardOn(colleague, issue)).toHaveAccessibleName(/DRI Cindy Halim/)

  await moveByMenu(page, issue, 'in review')
  await expect(cardOn(lane(page, 'in review'), issue)).toBeVisible()
  await expect(cardOn(lane(colleague, 'in review'), issue)).toBeVisible()

  await page.reload()
  await expect(cardOn(lane(page, 'in review'), issue)).toHaveAccessibleName(/DRI Cindy Halim/)
})

test('a person who signs out is shown the sign-in page, and finds every page closed', async ({
  page,
  signIn,
  api,
}) => {
  await signIn('julie')
  await openBoard(page, 'build')
  await page.getByRole('button', { name: 'Julie Huang: theme, keys, sign out' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto(boardAt('build'))
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(boardAt('build'))}`)
  const { address } = await api('julie')
  expect((await fetch(`${address}/api/v1/me`)).status).toBe(401)
})

test('a person who comes without a session, or loses it, is back where they were after signing in', async ({
  page,
  context,
  forgive,
}) => {
  forgive(/401|offline|live/)
  const wanted = boardAt('build', { q: 'model', group: 'epic' })
  await page.goto(wanted)
  await enterAs(page, 'Jordan Janes')
  await expect(page).toHaveURL(wanted)
  await open(page, wanted)
  await context.clearCookies()
  await page.getByRole('link', { name: 'Ownership' }).click()
  await enterAs(page, 'Jordan Janes')
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
})

test('signing in leads to the page that was asked for, and never to another site', async ({ page }) => {
  await page.goto(`/sign-in?next=${encodeURIComponent(boardAt('planning'))}`)
  await enterAs(page, 'Jordan Janes')
  await expect(page).toHaveURL(boardAt('planning'))

  await page.goto('/sign-in?next=//elsewhere.invalid/boards')
  await enterAs(page, 'Patrick Cyiza')
  await expect(page).toHaveURL(weekAt)
})

test('everybody of the demo is shown with what they are', async ({ page }) => {
  await page.goto('/sign-in')
  const people = page.getByRole('list', { name: 'People to sign in as' }).getByRole('button')
  await expect(people.first()).toHaveAccessibleName(/^Mohamed Hamda Engineering Manager \(acting\)/)
  await expect(people.filter({ hasText: 'Sample stakeholder' })).toHaveAccessibleName(/Stakeholder$/)
})

test('an administrator without a role sees the group, and is told what they may not do', async ({
  page,
  signIn,
}) => {
  await signIn('admin')
  await page.goto('/')
  await open(page, page.url())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My week')
})

/** Presses a name once the page answers: until then its announcer of routes is not there. */
async function enterAs(page: Page, name: string): Promise<void> {
  await page.getByRole('alert').waitFor({ state: 'attached' })
  await page.getByRole('list', { name: 'People to sign in as' }).getByRole('button', { name }).click()
}
