import { readIssue } from '#lib/contract/issues.ts'
import { commentOnIssue } from '#lib/contract/issues.ts'
import type { Locator, Page } from 'playwright/test'
import { boardAt, cardOn, goToFilter, lane, announcement, titled } from './boards.ts'
import { pressKey, tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

/** Whole days without a pointer: nothing is clicked, filled or focused here but by keys. */

/** Signs in on the sign-in page, and waits until the page hears of changes. */
async function comeIn(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('alert').waitFor({ state: 'attached' })
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/week`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

async function goTo(page: Page, letter: string, address: string | RegExp): Promise<void> {
  await expect(async () => {
    await pressKey(page, 'g')
    await page.keyboard.press(letter)
    await expect(page).toHaveURL(address, { timeout: 2_000 })
  }).toPass()
}

/** Chooses from the menu that is open, by its arrows. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
  const entry = page
    .getByRole('menuitem', { name })
    .or(page.getByRole('menuitemcheckbox', { name }))
    .or(page.getByRole('menuitemradio', { name }))
    .first()
  await expect(entry).toBeVisible()
  for (let press = 0; press < 80; press += 1) {
    if (await isMarked(entry)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows do not lead to ${String(name)}.`)
}

/** A menu moves the focus, one with a search field marks its entries instead. */
const isMarked = (entry: Locator): Promise<boolean> =>
  entry.evaluate(
    (element) => element === document.activeElement || element.matches('[data-highlighted], [data-active]'),
  )

async function find(page: Page, query: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Command menu' })
  await expect(async () => {
    if (await field.isHidden()) await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(query)
}

/** Finds an issue by its whole title, and opens it once it is what Enter would open. */
async function openIssue(page: Page, title: string): Promise<void> {
  await find(page, title)
  const hits = page.getByRole('group', { name: 'Issues' })
  await expect(hits.getByRole('option', { name: title })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
}

test('an engineer’s day: answer, take, weigh, carry, comment, begin, find, hand over, leave', async ({
  page,
  anIssue,
  api,
}) => {
  const asked = await anIssue({ title: 'Asked about in the morning' })
  const work = await anIssue({ title: 'The work of the day', state: 'ready for development' })
  const em = await api('mohamed')
  await em.ask(commentOnIssue, { group: GROUP, ref: asked.ref, body: '@julie which models does it concern?' })
  await comeIn(page, 'Julie Huang')

  await goTo(page, 'i', `/${GROUP}/inbox`)
  const item = page.getByRole('listitem').filter({ hasText: asked.title })
  await tabTo(page, item.getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(asked.title)
  await tabTo(page, page.getByRole('textbox', { name: 'Add a comment' }))
  await page.keyboard.type('All self-hosted ones.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Acknowledged by Julie Huang (reply)')).toBeVisible()
  // Out of the field, where letters are words.
  await page.keyboard.press('Tab')

  await goTo(page, 'b', boardAt('build'))
  await goToFilter(page)
  await page.keyboard.type(work.title)
  await expect(page).toHaveURL(boardAt('build', titled(work.title, 'work', 'day')))
  const card = cardOn(page, work)
  await tabTo(page, card)
  await pressKey(page, 'i')
  await expect(card).toHaveAccessibleName(/DRI Julie Huang/)
  await pressKey(page, 'w')
  await choose(page, /^3/)
  await expect(card).toContainText('weight 3')
  await tabTo(page, card)
  await pressKey(page, 'v')
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText('in dev, place 1 of 1.')
  await page.keyboard.press('Enter')
  await expect(cardOn(lane(page, 'in dev'), work)).toBeFocused()

  const title = `Found on the way ${newWord()}`
  await pressKey(page, 'c')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type(title)
  await tabTo(page, dialog.getByRole('button', { name: 'Create' }))
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(/^Created #\d+\./)
  await openIssue(page, title)
  await pressKey(page, 'i')
  await expect(announcement(page)).toContainText('You are now the DRI of #')

  await openIssue(page, work.title)
  await pressKey(page, 'd')
  const pass = page.getByRole('dialog', { name: `Hand over #${work.ref}` })
  await tabTo(page, pass.getByRole('combobox', { name: 'To' }))
  await page.keyboard.type('Cin')
  await tabTo(page, pass.getByRole('textbox', { name: /^Context/ }))
  await page.keyboard.press('Control+Enter')
  await expect(announcement(page)).toContainText(`Asked Cindy Halim to take over #${work.ref}.`)

  await tabTo(page, page.getByRole('button', { name: 'Julie Huang: theme, keys, sign out' }))
  await page.keyboard.press('Enter')
  await choose(page, 'Sign out')
  await expect(page).toHaveURL('/sign-in')
})

test('an engineering manager’s day: week, plan many at once, commit, assign, fix, set up', async ({
  page,
  anIssue,
  api,
}) => {
  const word = newWord()
  const fields = { state: 'ready for development', deliverable: false, milestone: 'backlog' }
  const first = await anIssue({ title: `First candidate ${word}`, ...fields })
  const second = await anIssue({ title: `Second candidate ${word}`, ...fields })
  await comeIn(page, 'Mohamed Hamda')
  await expect(page.getByRole('heading', { name: /^Capacity of/ })).toBeVisible()

  await find(page, 'Issues')
  await expect(page.getByRole('option', { name: 'Issues', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Issues' })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 300 })
  }).toPass()
  await page.keyboard.type(word)
  const link = page.getByRole('table', { name: 'Issues' }).getByRole('link', { name: second.title })
  await expect(page.getByText('2 issues', { exact: true })).toBeVisible()
  await tabTo(page, link)
  await pressKey(page, 'x')
  await page.keyboard.press('Shift+J')
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 issues selected')
  await pressKey(page, 'm')
  await choose(page, /current/)
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('Planned 2 issues for')
  await pressKey(page, 'z')
  await expect(messages).toContainText('Undid the changes to 2 issues.')
  await pressKey(page, 'm')
  await choose(page, /current/)
  await expect(messages).toContainText('Planned 2 issues for')

  await openIssue(page, first.title)
  await pressKey(page, 'a')
  await expect(page.getByRole('menu', { name: /^Assign/ })).toBeVisible()
  await page.keyboard.type('Cindy')
  await choose(page, /Cindy Halim/)
  await page.keyboard.press('Escape')
  await pressKey(page, 'l')
  await expect(page.getByRole('menu', { name: /^Labels/ })).toBeVisible()
  await page.keyboard.type('Deliverable')
  await choose(page, /Deliverable/)
  await page.keyboard.press('Escape')
  const client = await api('mohamed')
  await expect
    .poll(async () => {
      const { assignees, labels } = await client.ask(readIssue, { group: GROUP, ref: first.ref })
      return [assignees, labels.some(({ title }) => title === 'Deliverable')]
    })
    .toEqual([['cindy'], true])

  await goTo(page, 'p', new RegExp(`${boardAt('planning')}$`))
  await goTo(page, 'w', `/${GROUP}/week`)
  await find(page, 'Labels')
  await expect(page.getByRole('option', { name: /Labels/ }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/settings/labels`)
  await tabTo(page, page.getByRole('button', { name: 'New label' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New label' })).toBeVisible()
  await page.keyboard.type(`made by keys ${word}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`made by keys ${word}`).first()).toBeVisible()
})
