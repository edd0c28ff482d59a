import {
  boardAt,
  cardOn,
  goToFilter,
  lane,
  open,
  openBoard,
  announcement,
  titlesIn,
  titled,
} from './boards.ts'
import { tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('a day’s work is done by keyboard alone: in, find, take, move, undo, peek, out', async ({
  page,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'By keyboard' })
  await page.goto('/')
  await page.getByRole('alert').waitFor({ state: 'attached' })
  await tabTo(page, page.getByRole('button', { name: 'Julie Huang' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page).toHaveURL(boardAt('build'))
  await goToFilter(page)
  await page.keyboard.type(issue.title)
  await expect(page).toHaveURL(boardAt('build', titled(issue.title, 'keyboard')))
  const card = cardOn(page, issue)
  await tabTo(page, card)
  await page.keyboard.press('i')
  await expect(card).toHaveAccessibleName(/DRI Julie Huang/)
  await expect(announcement(page)).toContainText(`You are now the DRI of #${issue.ref}`)

  await page.keyboard.press('v')
  await expect(announcement(page)).toContainText(`Picked up #${issue.ref}.`)
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText('in review, place 1 of 1.')
  await page.keyboard.press('Enter')
  await expect(cardOn(lane(page, 'in review'), issue)).toBeFocused()

  await page.keyboard.press('z')
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()
  await tabTo(page, card)
  await page.keyboard.press('Space')
  const peek = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
  await expect(peek.getByText('Enough to start from.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(peek).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(issue.title)

  await tabTo(page, page.getByRole('button', { name: 'Julie Huang: theme, keys, sign out' }))
  await page.keyboard.press('Enter')
  const out = page.getByRole('menuitem', { name: 'Sign out' })
  await expect(out).toBeVisible()
  // a menu hears the arrows once it has the focus
  await expect(async () => {
    await page.keyboard.press('ArrowUp')
    await expect(out).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/sign-in')
})

test('a card is carried by arrows to a place in another column, told step by step', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const carried = await anIssue({ title: `carried ${word}` })
  const first = await anIssue({ title: `first ${word}`, state: 'in review' })
  const second = await anIssue({ title: `second ${word}`, state: 'in review' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, carried).press('v')
  await expect(announcement(page)).toContainText(`Picked up #${carried.ref}.`)
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText(
    'in review, place 1 of 3. Removes workflow::in dev. Adds workflow::in review.',
  )
  await page.keyboard.press('ArrowDown')
  await expect(announcement(page)).toContainText('in review, place 2 of 3.')
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(
    `Moved #${carried.ref} from in dev to in review, place 2 of 3.`,
  )
  await expect(titlesIn(page, 'in review')).toHaveText([first.title, carried.title, second.title])
  await expect(cardOn(page, carried)).toBeFocused()
  await page.reload()
  await expect(titlesIn(page, 'in review')).toHaveText([first.title, carried.title, second.title])
})

test('Escape leaves a carried card where it was', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Back again' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await cardOn(page, issue).press('v')
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText('in review')
  await page.keyboard.press('Escape')
  await expect(announcement(page)).toContainText(`#${issue.ref} did not move.`)
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeFocused()
})

test('a card that is carried to a closed column is refused with the reason', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({
    title: 'Too early',
    milestone: 'next-1-3',
    state: 'planning breakdown',
    weight: null,
    deliverable: false,
  })
  await signIn('cindy')
  await openBoard(page, 'next-1-3', { q: issue.title })
  await cardOn(page, issue).press('v')
  await page.keyboard.press('ArrowRight')
  await expect(announcement(page)).toContainText('ready for development: Set a weight from 1 to 3 first.')
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(`#${issue.ref} did not move.`)
  await expect(cardOn(lane(page, 'planning breakdown'), issue)).toBeVisible()
})

test('arrows and letters lead from card to card, and the full stop opens the menu of one', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  const two = await anIssue({ title: `two ${word}` })
  const three = await anIssue({ title: `three ${word}`, state: 'blocked' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await expect(titlesIn(page, 'in dev')).toHaveText([one.title, two.title])
  await page.keyboard.press('j')
  await expect(cardOn(page, one)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, two)).toBeFocused()
  await page.keyboard.press('l')
  await expect(cardOn(page, three)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(cardOn(page, one)).toBeFocused()
  await page.keyboard.press('.')
  await expect(page.getByRole('menu', { name: `Move #${one.ref} to…` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
})

test('the keys are listed under ?, and the letters can be switched off, for every machine of a person', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Quiet keys' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Pick up the card and move it with arrows')
  await keys.getByRole('checkbox', { name: /^Single-letter shortcuts/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, issue)).toBeFocused()
  await page.keyboard.press('m')
  await page.keyboard.press('?')
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: `Issue #${issue.ref}` })).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(keys).toHaveCount(0)

  // on another machine of theirs too
  const elsewhere = await asPerson('cindy')
  await open(elsewhere, boardAt('build'))
  await elsewhere.getByRole('button', { name: 'Cindy Halim: theme, keys, sign out' }).click()
  await elsewhere.getByRole('menuitem', { name: 'Keys' }).click()
  const letters = elsewhere
    .getByRole('dialog', { name: 'Keys' })
    .getByRole('checkbox', { name: /^Single-letter shortcuts/ })
  await expect(letters).not.toBeChecked()
  const saved = elsewhere.waitForResponse(/\/me\/settings$/)
  await letters.check()
  expect((await saved).ok()).toBe(true)
})

test('a sign is found wherever it lies on a keyboard, and lines are walked through on every page', async ({
  page,
  signIn,
}) => {
  await signIn('julie')
  await open(page, `/${GROUP}/search?q=model`)
  const field = page.getByRole('searchbox', { name: 'Search everything in this group' })
  await expect(page.locator('#main li a').first()).toBeVisible()
  await expect(async () => {
    // on a German keyboard
    await page
      .locator('body')
      .dispatchEvent('keydown', { key: '/', code: 'Digit7', shiftKey: true, bubbles: true })
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await field.press('Tab')
  await page.keyboard.press('j')
  await expect(page.locator('#main li').nth(1).locator('a').first()).toBeFocused()
  for (const address of [`/${GROUP}/epics`, `/${GROUP}/week`]) {
    await open(page, address)
    await expect(async () => {
      await page.keyboard.press('k')
      await expect(page.locator('#main li a').first()).toBeFocused({ timeout: 500 })
    }).toPass()
    await page.keyboard.press('j')
    await expect(page.locator('#main li a').first()).not.toBeFocused()
    await page.keyboard.press('/')
    await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible()
  }
})
