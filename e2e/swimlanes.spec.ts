import type { Page } from 'playwright/test'
import { viewBoard } from '#lib/contract/boards.ts'
import { createEpic } from '#lib/contract/epics.ts'
import { boardAt, cardOn, openBoard } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

/** Lanes are a part of the board that comes to life after it; from then on what lies in them can be lifted and pressed. */
const comeAlive = (page: Page, card: { title: string }) =>
  expect(cardOn(page, card)).toHaveAttribute('draggable', 'true')

async function openLanes(page: Page, board: string, query: Record<string, string>): Promise<void> {
  await openBoard(page, board, query)
  await expect(page.getByRole('main').getByRole('listitem').first()).toHaveAttribute('draggable', 'true')
}

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
  await openLanes(page, 'build', { q: word, group: 'person' })
  const patrick = page.getByRole('region', { name: 'Patrick Cyiza' })
  await expect(cardOn(patrick, here)).toBeVisible()
  await expect(cardOn(patrick, there)).toBeVisible()
  await expect(cardOn(patrick, free)).toHaveCount(0)

  await page.getByRole('button', { name: 'Patrick Cyiza 2 · weight 4' }).click()
  await expect(cardOn(page, here)).toHaveCount(0)
  await expect(cardOn(page, free)).toBeVisible()
  await expect(page).toHaveURL(boardAt('build', { q: word, group: 'person', fold: 'patrick' }))
  await page.reload()
  await comeAlive(page, free)
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
  await openLanes(page, 'build', { q: word, group: 'person' })
  await cardOn(page, cindy).focus()
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, julie)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cardOn(page, second)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cardOn(page, across)).toBeFocused()
})

test('by epic and by functional team the lanes fold as well, and each is remembered by its own', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const em = await api('mohamed')
  const { number } = await em.ask(createEpic, { group: GROUP, title: `Epic ${word}` })
  const inEpic = await anIssue({ title: `In it ${word}`, epic: number, team: 'gateway-services', weight: 2 })
  const outside = await anIssue({ title: `Outside ${word}`, state: 'in review', weight: 1 })
  await signIn('cindy')
  await openLanes(page, 'build', { q: word, group: 'epic' })
  await expect(cardOn(page.getByRole('region', { name: `Epic ${word}` }), inEpic)).toBeVisible()
  await page.getByRole('button', { name: 'No epic 1 · weight 1' }).click()
  await expect(cardOn(page, outside)).toHaveCount(0)
  await expect(page).toHaveURL(boardAt('build', { q: word, group: 'epic', fold: '-' }))
  await page.reload()
  await comeAlive(page, inEpic)
  await expect(cardOn(page, outside)).toHaveCount(0)

  await openLanes(page, 'build', { q: word, group: 'team' })
  const team = page.getByRole('button', { name: /· weight 2$/ })
  await expect(team).toHaveAttribute('aria-expanded', 'true')
  await team.click()
  await expect(cardOn(page, inEpic)).toHaveCount(0)
  await expect(cardOn(page, outside)).toBeVisible()
  await expect(page).toHaveURL(boardAt('build', { q: word, group: 'team', fold: 'gateway-services' }))
})

test('the waterline of the planning board is drawn in groups as well', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const { board } = await (await api('jordan')).ask(viewBoard, { group: GROUP, board: 'planning' })
  const heavy = { weight: 99, state: 'planning breakdown', deliverable: false, milestone: board.milestone }
  const above = await anIssue({ title: `Too much ${word}`, ...heavy })
  const below = await anIssue({ title: `Excess ${word}`, ...heavy, dri: 'cindy' })
  await signIn('jordan')
  await openBoard(page, 'planning', { q: word, group: 'person' })
  const lane = page.getByRole('region', { name: 'Cindy Halim' })
  await expect(cardOn(lane, below)).toBeVisible()
  await expect(lane.getByRole('listitem').filter({ hasText: /^capacity .* ends$/ })).toBeVisible()
  await expect(cardOn(page, above)).toBeVisible()
})
