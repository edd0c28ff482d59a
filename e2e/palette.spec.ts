import { commentOnIssue } from '#lib/contract/issues.ts'
import type { Page } from 'playwright/test'
import { boardAt, cardOn, open, openBoard, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command menu' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Command menu' })
const line = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })

/** Nobody waits for a key to be heard; whoever presses it too early presses it again. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (await field(page).isHidden()) await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused({ timeout: 500 })
  }).toPass()
}

test('Ctrl-K leads to a page by a few letters, and Escape gives the focus back', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, `/${GROUP}/issues`)
  const search = page.getByRole('button', { name: 'Search', exact: true })
  await search.click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(search).toBeFocused()
  await openPalette(page)
  await page.keyboard.type('owner')
  await expect(line(page, 'Ownership')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
})

test('an issue is found by number, by a word of its text and by what was said there', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const [word, comment] = [newWord(), newWord()]
  const issue = await anIssue({ title: 'Hard to find', description: `It holds ${word} somewhere.` })
  await (
    await api('cindy')
  ).ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: `Look at ${comment}.` })
  await signIn('julie')
  await open(page, `/${GROUP}/people`)
  await openPalette(page)
  await field(page).fill(`#${issue.ref}`)
  await expect(line(page, issue.title)).toHaveAttribute('aria-selected', 'true')
  await field(page).fill(word)
  await expect(line(page, issue.title)).toContainText(`holds ${word} somewhere`)
  await field(page).fill(comment)
  await palette(page).getByRole('group', { name: 'Comments' }).getByRole('option').click()
  await expect(page).toHaveURL(new RegExp(`/issues/${issue.ref}#comment-\\d+$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(issue.title)
})

test('what is found has an address that shows the same to another person', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Worth a link' })
  const word = issue.title.split(' ').at(-1) ?? ''
  await signIn('julie')
  await open(page, `/${GROUP}/people`)
  await openPalette(page)
  await field(page).fill(word)
  await expect(line(page, issue.title)).toBeVisible()
  await line(page, /^See all/).click()
  await expect(page).toHaveURL(`/${GROUP}/search?q=${word}`)
  await page.reload()
  await page.getByRole('link', { name: issue.title }).click()
  await expect(page).toHaveURL(`/${GROUP}/issues/${issue.ref}`)
})

test('the palette does to a card what its menus do: it moves it and weighs it', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Moved from afar' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('j')
  await expect(cardOn(page, issue)).toBeFocused()
  await openPalette(page)
  await page.keyboard.type('move review')
  await expect(line(page, 'Move to in review')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(`Moved #${issue.ref} from in dev to in review`)
  await openPalette(page)
  await page.keyboard.type('weight')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemcheckbox', { name: /^3/ }).click()
  await expect(cardOn(page, issue)).toContainText('weight 3')
})

test('the palette leads to epics, settings, views and milestones, and begins what a page begins', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/people`)
  const go = async (query: string, name: string | RegExp) => {
    await openPalette(page)
    await field(page).fill(query)
    await line(page, name).first().click()
    await expect(palette(page)).toHaveCount(0)
  }
  await go('epics', 'Epics')
  await expect(page).toHaveURL(`/${GROUP}/epics`)
  await go('labels', 'Settings: Labels')
  await expect(page).toHaveURL(`/${GROUP}/settings/labels`)
  await go('overview mil', /^\d+\.\d+$/)
  await expect(page).toHaveURL(/\/milestones\/[\d.]+$/)
  for (const name of ['New issue', 'New board', 'New epic']) {
    await go(name, name)
    await expect(page.getByRole('dialog').getByRole('heading').first()).toContainText(/New|board/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await go('dark', 'Theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await go('keys', 'Show shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await go('sign out', 'Sign out')
  await expect(page).toHaveURL('/sign-in')
})

test('the palette does to an issue what has no letter, and remembers it by its title', async ({
  page,
  context,
  signIn,
  anIssue,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const issue = await anIssue({ title: 'Without a letter' })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await expect(page).toHaveTitle(`#${issue.ref} ${issue.title} · Saydo`)
  const act = async (query: string) => {
    await openPalette(page)
    await field(page).fill(query)
    await page.keyboard.press('Enter')
  }
  await act('health')
  await page.getByRole('menuitemcheckbox', { name: /At risk/i }).click()
  await expect(announcement(page)).toContainText(/at risk/i)
  await act('due date')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Due date' }).fill('2031-05-05')
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(`Set the due date of #${issue.ref} to`)
  await act('split')
  await expect(page.getByRole('dialog', { name: `Split #${issue.ref}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await act('copy its')
  await expect(announcement(page)).toContainText(`Copied the link of #${issue.ref}.`)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(`/${GROUP}/issues/${issue.ref}$`),
  )
  await act('comment')
  await expect(page.getByRole('textbox', { name: 'Add a comment' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Add a comment' }).press('Escape')
  await open(page, `/${GROUP}/epics`)
  await openPalette(page)
  await expect(line(page, `#${issue.ref} ${issue.title}`)).toBeVisible()
})

test('letters change the issue that one looks at: status, milestone, weight, labels, close', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'By letters', deliverable: false })
  await signIn('julie')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  for (const [key, menu] of [
    ['s', 'Status'],
    ['m', 'Milestone'],
    ['l', 'Labels'],
    ['w', 'Weight'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('menu', { name: `${menu} of #${issue.ref}` })).toBeVisible()
    if (key !== 'w') await page.keyboard.press('Escape')
    if (key !== 'w') await expect(page.getByRole('menu')).toHaveCount(0)
  }
  await page.getByRole('menuitemcheckbox', { name: /^1/ }).click()
  await expect(announcement(page)).toContainText(`Set the weight of #${issue.ref} to 1.`)
  await page.keyboard.press('e')
  await page
    .getByRole('dialog', { name: `Close #${issue.ref} as…` })
    .getByText('Done')
    .click()
  await expect(announcement(page)).toContainText(`Closed #${issue.ref}: done`)
  await page.keyboard.press('e')
  await expect(announcement(page)).toContainText(`Reopened #${issue.ref}.`)
})

test('G and a letter lead to the pages that are used most', async ({ page, signIn, forgive }) => {
  // asked for by Chromium itself while one page makes way for the next
  forgive(/favicon/)
  await signIn('julie')
  await open(page, `/${GROUP}/issues`)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page).toHaveURL(boardAt('build'))
})
