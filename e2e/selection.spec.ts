import type { Page } from 'playwright/test'
import { readIssue } from '#lib/contract/issues.ts'
import { boardAt, cardOn, lane, open, openBoard, announcement, titlesIn } from './boards.ts'
import { carryTo, pointIn } from './drag.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { enterIssue, GROUP, newWord } from './world.ts'

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

test('cards selected by keys move together, on everybody’s board, and go back together', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const [one, two, three] = [
    await anIssue({ title: `One ${word}` }),
    await anIssue({ title: `Two ${word}` }),
    await anIssue({ title: `Three ${word}` }),
  ]
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  const colleague = await asPerson('newick')
  await open(colleague, boardAt('build', { q: word }))

  await cardOn(page, one).press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await pressKey(page, 'x')
  await expect(announcement(page)).toHaveText(`#${three.ref} selected, 2 in all.`)
  await expect(bar(page)).toContainText('2 issues selected')
  await expect(cardOn(page, three)).toHaveAccessibleName(/, selected$/)

  await bar(page).getByRole('button', { name: 'Move to…' }).press('Enter')
  await page.getByRole('menuitem', { name: 'in review' }).press('Enter')
  await expect(titlesIn(colleague, 'in review')).toHaveText([one.title, three.title])
  await expect(titlesIn(colleague, 'in dev')).toHaveText([two.title])
  await expect(announcement(page)).toContainText('Moved 2 issues to in review.')
  await expect(bar(page)).toHaveCount(0)

  await pressKey(page, 'z')
  await expect(titlesIn(colleague, 'in dev')).toHaveText([one.title, two.title, three.title])
})

test('on a board the letters and the palette act on all the selected cards, by keyboard alone', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const one = await anIssue({ title: `One ${word}` })
  const two = await anIssue({ title: `Two ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, one).press('x')
  await pressKey(page, 'j')
  await pressKey(page, 'x')
  await expect(bar(page)).toContainText('2 issues selected')
  await pressKey(page, 'w')
  await expect(page.getByRole('menu', { name: 'Weight of 2 issues' })).toBeVisible()
  await page.getByRole('menuitem', { name: /^3 / }).press('Enter')
  await expect(announcement(page)).toContainText('Set the weight of 2 issues to 3.')
  await expect(cardOn(page, one)).toContainText('weight 3')
  await expect(cardOn(page, two)).toContainText('weight 3')
  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText('Undid the changes to 2 issues.')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: '2 issues' })).toBeVisible()
  await page.keyboard.type('move review')
  await page.keyboard.press('Enter')
  await expect(titlesIn(page, 'in review')).toHaveText([one.title, two.title])
  await expect(bar(page)).toHaveCount(0)
  await cardOn(page, one).press('x')
  await cardOn(page, two).press('x')
  await pressKey(page, 'i')
  await expect(announcement(page)).toContainText('You are now the DRI of 2 issues')
  const client = await api('cindy')
  for (const { ref } of [one, two]) {
    expect((await client.ask(readIssue, { group: GROUP, ref })).dri).toBe('cindy')
  }
})

test('on the list letters and the palette act on all that is selected, and it goes back as one', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const first = await anIssue({ title: `1 ${word}`, weight: 1 })
  const second = await anIssue({ title: `2 ${word}`, weight: 2 })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues?q=${word}`)
  const link = page.getByRole('table', { name: 'Issues' }).getByRole('link', { name: second.title })
  await expect(async () => {
    await pressKey(page, 'k')
    await expect(link).toBeFocused({ timeout: 300 })
  }).toPass()
  await pressKey(page, 'x')
  await page.keyboard.press('Shift+J')
  await expect(bar(page)).toContainText('2 issues selected')
  await pressKey(page, 'w')
  await expect(page.getByRole('menu', { name: 'Weight of 2 issues' })).toBeVisible()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(messages(page)).toContainText('Set the weight of 2 issues to 3.')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command menu' })
  await expect(palette.getByRole('group', { name: '2 issues' })).toBeVisible()
  await page.keyboard.type('status')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Status of 2 issues' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'in review' }).press('Enter')
  await expect(messages(page)).toContainText('Set 2 issues to in review.')
  await pressKey(page, 'i')
  await expect(messages(page)).toContainText('You are now the DRI of 2 issues')
  await pressKey(page, 'z')
  await expect(messages(page)).toContainText('Undid the changes to 2 issues.')
  await pressKey(page, 'z')
  await expect(messages(page)).toContainText('Undid the changes to 2 issues.')
  await pressKey(page, 'z')
  await expect(async () => {
    const client = await api('cindy')
    for (const { ref, weight } of [first, second]) {
      const now = await client.ask(readIssue, { group: GROUP, ref })
      expect(now).toMatchObject({ weight, dri: null })
      expect(now.labels.map(({ title }) => title)).toContain('workflow::in dev')
    }
  }).toPass()
})

test('Space looks closer without leaving the list, and J goes on to the next', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const first = await anIssue({ title: `1 ${word}` })
  const second = await anIssue({ title: `2 ${word}` })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues?q=${word}`)
  const link = page.getByRole('table', { name: 'Issues' }).getByRole('link', { name: second.title })
  await expect(async () => {
    await pressKey(page, 'k')
    await expect(link).toBeFocused({ timeout: 300 })
  }).toPass()
  await page.keyboard.press('Space')
  const peek = (ref: number) => page.getByRole('complementary', { name: `Issue #${ref}` })
  await expect(peek(second.ref)).toContainText(second.title)
  await expect(page).toHaveURL(new RegExp(`peek=${second.ref}`))
  await pressKey(page, 'j')
  await expect(peek(first.ref)).toContainText(first.title)
  await page.reload()
  await expect(peek(first.ref)).toContainText(first.title)
  await page.keyboard.press('Escape')
  await expect(peek(first.ref)).toHaveCount(0)
})

test('dragging one of the selected cards takes the others along, to where it is dropped', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const [a, b, c] = [
    await anIssue({ title: `A ${word}` }),
    await anIssue({ title: `B ${word}` }),
    await anIssue({ title: `C ${word}` }),
  ]
  const there = await anIssue({ title: `There ${word}`, state: 'in review' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, a).click({ modifiers: ['ControlOrMeta'], position: { x: 90, y: 14 } })
  await cardOn(page, b).click({ modifiers: ['Shift'], position: { x: 90, y: 14 } })
  await expect(bar(page)).toContainText('2 issues selected')
  await carryTo(page, cardOn(page, b), await pointIn(cardOn(page, there), 0.5, 0.9))
  await expect(page.getByText('2 cards', { exact: true })).toBeVisible()
  await page.mouse.up()
  await expect(titlesIn(page, 'in review')).toHaveText([there.title, a.title, b.title])
  await expect(titlesIn(page, 'in dev')).toHaveText([c.title])
})

test('what the rules refuse stays and says why, and closing asks once for all', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const word = newWord()
  const [free, taken] = [
    await anIssue({ title: `Free ${word}` }),
    await anIssue({ title: `Taken ${word}`, dri: 'julie' }),
  ]
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, free).press('x')
  await cardOn(page, taken).press('x')
  await bar(page).getByRole('button', { name: 'Assign to me' }).click()
  await expect(announcement(page)).toContainText(`You are now the DRI of 1 issue. #${taken.ref} stays: `)
  const cindy = await api('cindy')
  expect((await cindy.ask(readIssue, { group: GROUP, ref: free.ref })).dri).toBe('cindy')

  // what was refused stays selected
  await expect(bar(page)).toContainText('1 issue selected')
  await cardOn(page, free).press('x')
  await bar(page).getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: 'Closed' }).click()
  await expect(page.getByRole('dialog')).toContainText('2 issues')
  await page.getByRole('dialog').getByRole('button', { name: /^Done/i }).click()
  await expect(announcement(page)).toContainText('Closed 2 issues.')
  await expect(lane(page, 'in dev').getByRole('link')).toHaveCount(0)
})

test('Escape lets go of what is selected, and a filter takes what it hides out of the act', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const [one, two] = [await anIssue({ title: `Left ${word}` }), await anIssue({ title: `Right ${word}` })]
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await cardOn(page, one).press('x')
  await cardOn(page, two).press('x')
  await expect(bar(page)).toContainText('2 issues selected')
  await page.getByRole('searchbox', { name: 'Filter by title or number' }).fill(`Left ${word}`)
  await expect(bar(page)).toContainText('1 issue selected')
  await cardOn(page, one).press('Escape')
  await expect(bar(page)).toHaveCount(0)
})

/** Of a card, in pixels: beside its title and its buttons. */
const EDGE = { x: 3, y: 3 }

test('more than a hundred selected cards are all moved, and the one that was refused stays selected', async ({
  page,
  signIn,
  api,
}) => {
  test.setTimeout(120_000)
  const word = newWord()
  const em = await api('mohamed')
  const issues = []
  for (let at = 0; at < 120; at += 1)
    issues.push(
      await enterIssue(em, {
        title: `${word} ${at}`,
        state: 'design',
        deliverable: false,
        milestone: 'next-1-3',
        weight: at === 7 ? null : 1,
      }),
    )
  await signIn('cindy')
  await openBoard(page, 'next-1-3', { q: word })
  const cards = lane(page, 'design').getByRole('listitem')
  await cards.first().click({ position: EDGE, modifiers: ['ControlOrMeta'] })
  await expect(bar(page)).toContainText('1 issue selected')
  const [first] = issues
  const last = first && cardOn(page, issues.at(-1) ?? first)
  await expect(async () => {
    await page.mouse.wheel(0, 20_000)
    await expect(last ?? cards).toBeInViewport({ timeout: 500 })
  }).toPass()
  await last?.click({ position: EDGE, modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('120 issues selected')
  await bar(page).getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: 'ready for development' }).click()
  await expect(announcement(page)).toContainText('Moved 119 issues to ready for development.', {
    timeout: 30_000,
  })
  await expect(messages(page)).toContainText(`#${issues[7]?.ref} stays: Set a weight from 1 to 3 first.`)
  await expect(bar(page)).toContainText('1 issue selected')
  await expect(cards).toHaveText([new RegExp(`${word} 7`)])
  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText('Undid the changes to 119 issues.', { timeout: 30_000 })
})
