import type { Locator, Page } from 'playwright/test'
import { boardAt, cardOn, lane, moveButton, open, openBoard, announcement } from './boards.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const peekOf = (page: Page, ref: number) => page.getByRole('complementary', { name: `Issue #${ref}` })

/** The part of the page that scrolls round something, and how far it is scrolled. */
const scrolled = (inside: Locator): Promise<number> =>
  inside.evaluate((element) => element.closest('.scroll-calm')?.scrollTop ?? 0)
const scrollTo = (inside: Locator, top: number): Promise<void> =>
  inside.evaluate((element, y) => element.closest('.scroll-calm')?.scrollTo({ top: y }), top)

for (const { key, role } of [
  { key: 's', role: 'menu' },
  { key: 'a', role: 'menu' },
  { key: 'b', role: 'menu' },
  { key: 'm', role: 'menu' },
  { key: 'w', role: 'menu' },
  { key: '.', role: 'menu' },
  { key: 'e', role: 'dialog' },
] as const) {
  test(`after ${key} and Esc the focus is on the card again, where Enter opens the issue`, async ({
    page,
    signIn,
    anIssue,
  }) => {
    const issue = await anIssue()
    await signIn('cindy')
    await openBoard(page, 'build', { q: issue.title })
    await page.keyboard.press('j')
    await expect(cardOn(page, issue)).toBeFocused()
    await page.keyboard.press(key)
    await expect(page.getByRole(role).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole(role)).toHaveCount(0)
    await expect(cardOn(page, issue)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`/${GROUP}/issues/${issue.ref}`)
  })
}

test('after a choice the focus is on the card, also when that lies in another column now, and after an undo', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  await anIssue({ title: `two ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await page.keyboard.press('j')
  await expect(cardOn(page, one)).toBeFocused()
  await page.keyboard.press('s')
  await page.getByRole('menuitemcheckbox', { name: 'in review' }).press('Enter')
  await expect(cardOn(lane(page, 'in review'), one)).toBeFocused()
  await page.keyboard.press('z')
  await expect(cardOn(lane(page, 'in dev'), one)).toBeFocused()
  await page.keyboard.press('w')
  await expect(page.getByRole('searchbox', { name: 'Type a weight' })).toBeFocused()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(cardOn(page, one)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(peekOf(page, one.ref)).toBeVisible()
})

test('while a card is carried, Enter drops it wherever the focus is', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue()
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  const button = moveButton(page, issue)
  await button.focus()
  await page.keyboard.press('v')
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText('in review, place 1 of 1.')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(cardOn(lane(page, 'in review'), issue)).toBeFocused()
  await expect(page.getByRole('menu')).toHaveCount(0)
})

test('the panel beside a board goes along with the card that keys act on', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  const two = await anIssue({ title: `two ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(peekOf(page, one.ref)).toContainText(one.title)
  await page.keyboard.press('j')
  await expect(cardOn(page, two)).toBeFocused()
  await expect(peekOf(page, two.ref)).toContainText(two.title)
  await expect(peekOf(page, one.ref)).toHaveCount(0)
  await page.keyboard.press('w')
  await expect(page.getByRole('menu', { name: `Weight of #${two.ref}` })).toBeVisible()
})

test('Back leads to the place in a column and to its card, a link to the beginning', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  for (let at = 0; at < 14; at += 1) await anIssue({ title: `card ${at} ${word}` })
  await signIn('cindy')
  await page.setViewportSize({ width: 1440, height: 500 })
  await openBoard(page, 'build', { q: word })
  const column = lane(page, 'in dev')
  await scrollTo(column, 700)
  await expect.poll(() => scrolled(column)).toBe(700)
  const card = column.getByRole('listitem').filter({ hasText: `card 9 ${word}` })
  await card.focus()
  const before = await scrolled(column)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`card 9 ${word}`)
  await page.goBack()
  await expect(card).toBeFocused()
  expect(Math.abs((await scrolled(column)) - before)).toBeLessThan(3)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(`/${GROUP}/inbox`)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(column).toBeVisible()
  expect(await scrolled(column)).toBe(0)
})

test('Back leads to the place in a list and to its line; J and K on an issue lead along that list', async ({
  page,
  signIn,
}) => {
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  const table = page.getByRole('table', { name: 'Issues' })
  await scrollTo(table, 1500)
  await expect.poll(() => scrolled(table)).toBe(1500)
  const line = table.locator('[data-ref]').nth(12)
  await line.focus()
  const ref = await line.getAttribute('data-ref')
  const next = await table.locator('[data-ref]').nth(13).getAttribute('data-ref')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/issues/${ref}`)
  await pressKey(page, 'j')
  await expect(page).toHaveURL(`/${GROUP}/issues/${next}`)
  await expect(announcement(page)).toContainText(`#${next}, `)
  await pressKey(page, 'k')
  await expect(page).toHaveURL(`/${GROUP}/issues/${ref}`)
  await page.goBack()
  await expect(page).toHaveURL(`/${GROUP}/issues`)
  await expect(table.locator(`[data-ref="${ref}"]`)).toBeFocused()
  expect(await scrolled(table)).toBe(1500)

  await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).first().click()
  await expect(page).toHaveURL(`/${GROUP}/inbox`)
  await page.getByRole('navigation').getByRole('link', { name: 'Issues' }).first().click()
  await expect(table.locator('[data-ref]').first()).toBeVisible()
  expect(await scrolled(table)).toBe(0)
})

test('J on an issue leads down the column from which it was opened', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  const two = await anIssue({ title: `two ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, one).getByRole('link').click()
  await expect(page).toHaveURL(`/${GROUP}/issues/${one.ref}`)
  await pressKey(page, 'j')
  await expect(page).toHaveURL(`/${GROUP}/issues/${two.ref}`)
  await expect(announcement(page)).toContainText(`#${two.ref}, 2 of 2 in “in dev”.`)
  await page.goBack()
  await expect(page).toHaveURL(boardAt('build', { q: word }))
})

test('Back leads to the line of a report that one came from', async ({ page, signIn }) => {
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/report`)
  const line = page.locator('#main li[data-issue] a').nth(9)
  await line.focus()
  const href = await line.getAttribute('href')
  const top = await page.locator('#main').evaluate((main) => main.scrollTop)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(String(href))
  await page.goBack()
  await expect(page.locator(`#main a[href="${href}"]`).first()).toBeFocused()
  expect(await page.locator('#main').evaluate((main) => main.scrollTop)).toBe(top)
})
