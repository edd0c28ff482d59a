import { readIssue } from '#lib/contract/issues.ts'
import { cardOn, lane, moveButton, moveByMenu, openBoard, announcement, titlesIn } from './boards.ts'
import { boxOf, carryTo, pointIn, tremble } from './drag.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('a card is dragged into another column, and says beforehand what letting go will change', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Drag me', dri: 'cindy' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await carryTo(page, cardOn(page, issue), await pointIn(page.getByRole('region', { name: 'in review' })))
  await expect(page.getByText('Move to “in review”')).toBeVisible()
  await expect(page.getByText('place 1 of 1')).toBeVisible()
  await expect(page.getByText('→ workflow::in review')).toBeVisible()
  await expect(page.getByText('workflow::in dev', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect(cardOn(lane(page, 'in review'), issue)).toBeVisible()
  await expect(announcement(page)).toContainText(
    `Moved #${issue.ref} from in dev to in review, place 1 of 1.`,
  )
  await page.reload()
  await expect(cardOn(lane(page, 'in review'), issue)).toBeVisible()
})

test('a card that is let go outside of every column stays where it was', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Stay' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await carryTo(page, cardOn(page, issue), await pointIn(page.getByRole('navigation', { name: 'Pages' })))
  await page.mouse.up()
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()
})

test('a card is dragged to a place between others, and lies there for everybody', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const cards = []
  for (const nth of ['one', 'two', 'three']) cards.push(await anIssue({ title: `${nth} ${word}` }))
  const [one, two, three] = cards.map(({ title }) => title)
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  const colleague = await asPerson('newick')
  await openBoard(colleague, 'build', { q: word })
  const titles = titlesIn(page, 'in dev')
  await expect(titles).toHaveText([one ?? '', two ?? '', three ?? ''])

  const second = cardOn(page, { title: two ?? '' })
  await carryTo(page, cardOn(page, { title: three ?? '' }), await pointIn(second, 0.5, 0.2))
  await expect(page.getByText('place 2 of 3')).toBeVisible()
  await page.mouse.up()
  await expect(titles).toHaveText([one ?? '', three ?? '', two ?? ''])
  await expect(titlesIn(colleague, 'in dev')).toHaveText([one ?? '', three ?? '', two ?? ''])
  await page.reload()
  await expect(titles).toHaveText([one ?? '', three ?? '', two ?? ''])
})

test('a long column scrolls by itself when a card is held at its edge', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const cards = []
  for (let nth = 1; nth <= 14; nth += 1) cards.push(await anIssue({ title: `Card ${nth} ${word}` }))
  const [first, last] = [cards[0], cards.at(-1)]
  if (!first || !last) throw new Error('There are no cards.')
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await expect(cardOn(page, last)).not.toBeInViewport()

  const column = await boxOf(page.getByRole('region', { name: 'in dev' }))
  const edge = { x: column.x + column.width / 2, y: column.y + column.height - 12 }
  await carryTo(page, cardOn(page, first), edge)
  await expect(async () => {
    await tremble(page, edge)
    await expect(page.getByText('place 14 of 14')).toBeVisible({ timeout: 50 })
  }).toPass()
  await expect(cardOn(page, last)).toBeInViewport()
  await page.mouse.up()
  await expect(announcement(page)).toContainText(`Moved #${first.ref} from in dev to in dev, place 14 of 14.`)
  await expect(titlesIn(page, 'in dev').last()).toHaveText(first.title)
})

test('a card is dragged into the lanes beside the columns: to Closed it asks why', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Not needed' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await carryTo(page, cardOn(page, issue), await pointIn(page.getByRole('button', { name: /^Closed/ })))
  await expect(page.getByText('Closes it (asks for a reason).')).toBeVisible()
  await page.mouse.up()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /won’t do|won't do/i })
    .click()
  await page.getByRole('button', { name: 'Closed 1 · weight 2' }).click()
  await expect(cardOn(lane(page, 'Closed'), issue)).toBeVisible()
})

test('to Closed closes and from Closed reopens, by the menu of the card', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Close and reopen' })
  const now = async () => (await api('mohamed')).ask(readIssue, { group: GROUP, ref: issue.ref })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await moveByMenu(page, issue, 'Closed')
  const question = page.getByRole('dialog', { name: `Close #${issue.ref} as…` })
  await expect(question.getByRole('button', { name: /^done/i })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText('Closed')
  await expect.poll(now).toMatchObject({ state: 'closed', closeReason: 'done' })

  await page.getByRole('button', { name: /^Closed 1/ }).click()
  await moveByMenu(page, issue, 'in review')
  await expect(cardOn(lane(page, 'in review'), issue)).toBeVisible()
  await expect.poll(now).toMatchObject({ state: 'open', closeReason: null })
})

test('what becomes blocked asks what it needs and from whom, and says so on the card', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Waits' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await moveByMenu(page, issue, 'blocked')
  const question = page.getByRole('dialog', { name: `What is #${issue.ref} blocked on?` })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()

  await moveByMenu(page, issue, 'blocked')
  await question.getByRole('textbox', { name: 'What is needed' }).fill('The price list')
  await question.getByRole('textbox', { name: 'From whom' }).fill('Fulfillment')
  await question.getByRole('button', { name: 'Mark as blocked' }).click()
  const card = cardOn(lane(page, 'blocked'), issue)
  await expect(card).toHaveAccessibleName(/blocked, needs The price list from Fulfillment/)
  await moveByMenu(page, issue, 'in dev')
  await expect(cardOn(lane(page, 'in dev'), issue)).not.toHaveAccessibleName(/blocked/)
})

test('what was done is undone, by its button and by Z', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'There and back' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await moveByMenu(page, issue, 'in review')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(announcement(page)).toContainText(`Undid the change to #${issue.ref}.`)
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()

  await moveByMenu(page, issue, 'in review')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText(`Undid the change to #${issue.ref}.`)
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()
})

test('an undo that would undo another person’s act is refused', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'Between two' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await moveByMenu(page, issue, 'in review')
  const colleague = await asPerson('newick')
  await openBoard(colleague, 'build', { q: issue.title })
  await moveByMenu(colleague, issue, 'awaiting security release')
  await expect(cardOn(lane(page, 'awaiting security release'), issue)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(announcement(page)).toContainText('Newick Lee changed the same thing since then.')
  await expect(cardOn(lane(page, 'awaiting security release'), issue)).toBeVisible()
})

test('a column that a rule closes to a card says why, before and after the drop', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({
    title: 'Not set',
    milestone: 'next-1-3',
    state: 'planning breakdown',
    weight: null,
    deliverable: false,
  })
  await signIn('cindy')
  await openBoard(page, 'next-1-3', { q: issue.title })
  const target = page.getByRole('region', { name: 'ready for development' })
  await carryTo(page, cardOn(page, issue), await pointIn(target))
  await expect(page.getByText('Cannot move to “ready for development”')).toBeVisible()
  await expect(page.getByText('Set a weight from 1 to 3 first.')).toBeVisible()
  await page.mouse.up()
  await expect(announcement(page)).toContainText(
    `#${issue.ref} did not move. Set a weight from 1 to 3 first.`,
  )
  await expect(cardOn(lane(page, 'planning breakdown'), issue)).toBeVisible()
  await moveButton(page, issue).click()
  await expect(page.getByRole('menuitem', { name: 'ready for development' })).toBeDisabled()
})

test('a move that only the server can refuse is shown at once, taken back, and explained', async ({
  page,
  signIn,
  anIssue,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({
    title: 'Without words',
    description: '',
    milestone: 'next-1-3',
    state: 'planning breakdown',
    deliverable: false,
  })
  await signIn('cindy')
  await openBoard(page, 'next-1-3', { q: issue.title })
  await moveByMenu(page, issue, 'ready for development')
  await expect(announcement(page)).toContainText(`#${issue.ref} stays as it is. Add a description first`)
  await expect(cardOn(lane(page, 'planning breakdown'), issue)).toBeVisible()
})

test('an unusual step is let through with a word of warning', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Backwards', state: 'in review' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await moveByMenu(page, issue, 'in dev')
  await expect(announcement(page)).toContainText('From in review back to in dev is an unusual step')
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()
})

test('the menu of a card also moves it to the ends of its column', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const one = await anIssue({ title: `one ${word}` })
  const two = await anIssue({ title: `two ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await expect(titlesIn(page, 'in dev')).toHaveText([one.title, two.title])
  await moveByMenu(page, two, 'Top of the column')
  await expect(titlesIn(page, 'in dev')).toHaveText([two.title, one.title])
  await moveByMenu(page, two, 'Bottom of the column')
  await expect(titlesIn(page, 'in dev')).toHaveText([one.title, two.title])
})
