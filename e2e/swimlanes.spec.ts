import { boardAt, cardOn, lane, openBoard, titlesIn } from './boards.ts'
import { carryTo, pointIn } from './drag.ts'
import { expect, test } from './test.ts'
import { newWord } from './world.ts'

test('a group is a lane across all columns; folded it is its head alone, and the address remembers that', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const here = await anIssue({ title: `Here ${word}`, dri: 'patrick', weight: 1 })
  const there = await anIssue({ title: `There ${word}`, dri: 'patrick', weight: 3, state: 'in review' })
  const free = await anIssue({ title: `Free ${word}` })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word, group: 'person' })
  const patrick = page.getByRole('region', { name: 'Patrick Cyiza' })
  await expect(cardOn(patrick, here)).toBeVisible()
  await expect(cardOn(patrick, there)).toBeVisible()
  await expect(cardOn(patrick, free)).toHaveCount(0)

  await page.getByRole('button', { name: 'Patrick Cyiza 2 · weight 4' }).click()
  await expect(cardOn(page, here)).toHaveCount(0)
  await expect(cardOn(page, free)).toBeVisible()
  await expect(page).toHaveURL(boardAt('build', { q: word, group: 'person', fold: 'patrick' }))
  await page.reload()
  await expect(cardOn(page, free)).toBeVisible()
  await expect(cardOn(page, there)).toHaveCount(0)
  await page.getByRole('button', { name: 'Patrick Cyiza 2 · weight 4' }).press('Enter')
  await expect(cardOn(page, there)).toBeVisible()
})

test('arrows go from lane to lane and keep to the lane across columns', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const cindy = await anIssue({ title: `Cindy ${word}`, dri: 'cindy' })
  await anIssue({ title: `Julie above ${word}`, dri: 'julie', state: 'in review' })
  const across = await anIssue({ title: `Julie across ${word}`, dri: 'julie', state: 'in review' })
  const julie = await anIssue({ title: `Julie ${word}`, dri: 'julie' })
  const second = await anIssue({ title: `Julie too ${word}`, dri: 'julie' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word, group: 'person' })
  await cardOn(page, cindy).focus()
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, julie)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, second)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cardOn(page, across)).toBeFocused()
})

test('a card keeps its lane wherever it is dropped, and the drop preview says so', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const mine = await anIssue({ title: `Mine ${word}`, dri: 'cindy' })
  const first = await anIssue({ title: `First ${word}`, dri: 'cindy', state: 'in review' })
  const last = await anIssue({ title: `Last ${word}`, dri: 'cindy', state: 'in review' })
  const other = await anIssue({ title: `Other ${word}`, dri: 'julie', state: 'in review' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word, group: 'person' })
  await carryTo(page, cardOn(page, mine), await pointIn(cardOn(page, last), 0.5, 0.2))
  await expect(
    page.getByText('Stays in the lane “Cindy Halim”: a move changes the column alone.'),
  ).toBeVisible()
  await page.mouse.up()
  await expect(titlesIn(page, 'in review, Cindy Halim')).toHaveText([first.title, mine.title, last.title])

  await carryTo(page, cardOn(page, first), await pointIn(lane(page, 'in dev, Julie Huang')))
  await page.mouse.up()
  await expect(titlesIn(page, 'in dev, Cindy Halim')).toHaveText([first.title])
  await expect(titlesIn(page, 'in review, Julie Huang')).toHaveText([other.title])
})
