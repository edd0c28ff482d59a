import { viewBoard } from '#lib/contract/boards.ts'
import { listEvents } from '#lib/contract/events.ts'
import { moveIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { boardAt, cardOn, lane, moveButton, open, openBoard, titlesIn } from './boards.ts'
import { tabTo } from './keys.ts'
import { daysAgo, lookBack, momentIn, nowButton, openPast, pastLine, slider } from './past.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CAPACITY = `/${GROUP}/milestones/current/capacity`
const SAY_DO = `/${GROUP}/say-do`
const PAGES = [
  boardAt('build'),
  boardAt('planning'),
  `/${GROUP}/issues`,
  CAPACITY,
  `/${GROUP}/ownership`,
  SAY_DO,
]

test('a board is looked at as it was by keyboard alone, day by day, and Escape leads back to now', async ({
  page,
  signIn,
}) => {
  await signIn('cindy')
  await openBoard(page, 'build')
  await lookBack(page)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'Now')
  await expect(slider(page)).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/[?&]at=/)
  const first = momentIn(page) ?? ''
  expect(first).toMatch(DAY)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /, end of day, .*change/)
  await expect(page).toHaveTitle(/^Build · as of \d/)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => momentIn(page)! < first).toBe(true)
  const second = momentIn(page) ?? ''
  await page.keyboard.press('PageDown')
  await expect.poll(() => momentIn(page)).toBe(weekBefore(second))
  await page.keyboard.press('PageUp')
  await expect.poll(() => momentIn(page)).toBe(second)
  await page.keyboard.press('Home')
  await expect.poll(() => momentIn(page)! < weekBefore(second)).toBe(true)
  await expect(slider(page)).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(boardAt('build'))
  await expect(pastLine(page)).toHaveCount(0)
  await expect(nowButton(page)).toBeFocused()
  await expect(page).toHaveTitle('Build · Saydo')

  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/[?&]at=/)
  await page.keyboard.press('End')
  await expect(page).toHaveURL(boardAt('build'))
})

const weekBefore = (day: string): string =>
  new Date(Date.parse(day) - 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('the slider is opened and moved with the mouse, a day is typed, and one button leads back to now', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await openBoard(page, 'planning')
  await nowButton(page).click()
  await expect(slider(page)).toBeFocused()
  const { x, y, width, height } = (await slider(page).boundingBox())!
  await page.mouse.click(x + width / 2, y + height / 2)
  await expect(page).toHaveURL(/[?&]at=/)
  const middle = momentIn(page) ?? ''
  await expect(pastLine(page)).toContainText('end of day')

  const field = pastLine(page).getByRole('textbox', { name: 'Show the end of a day' })
  await field.fill(daysAgo(3))
  await field.press('Enter')
  await expect.poll(() => momentIn(page)).toBe(daysAgo(3))
  expect(middle).not.toBe(daysAgo(3))

  await pastLine(page).getByRole('button', { name: 'Back to now' }).click()
  await expect(page).toHaveURL(boardAt('planning'))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(nowButton(page)).toBeFocused()
})

test('the moment stays in the address: over a reload, Back and Forward, and what the page itself leads to', async ({
  page,
  signIn,
}) => {
  const day = daysAgo(4)
  await signIn('julie')
  await openBoard(page, 'build')
  await lookBack(page)
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/[?&]at=/)
  const week = momentIn(page)
  await page.goBack()
  await expect(page).toHaveURL(boardAt('build'))
  await expect(nowButton(page)).toBeVisible()
  await page.goForward()
  await expect(pastLine(page)).toContainText('end of day')
  expect(momentIn(page)).toBe(week)
  await page.reload()
  await expect(pastLine(page)).toContainText('end of day')
  await expect(page).toHaveTitle(/ · as of /)

  await openPast(page, boardAt('build', { at: day }))
  await page.getByRole('button', { name: 'Density' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Compact' }).click()
  await expect(page).toHaveURL(boardAt('build', { density: 'compact', at: day }))
  await openPast(page, `/${GROUP}/issues?at=${day}`)
  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Closed' }).click()
  await expect(page).toHaveURL(`/${GROUP}/issues?state=closed&at=${day}`)
})

test('a board shows what was seen at that moment, and not what became of it', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Where it was' })
  const before = new Date().toISOString()
  const { columns } = await em.ask(viewBoard, { group: GROUP, board: 'build' })
  const review = columns.find(({ title }) => title === 'in review')?.id ?? ''
  await em.ask(moveIssue, { group: GROUP, ref: issue.ref, board: 'build', to: review })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await expect(titlesIn(page, 'in review')).toHaveText([issue.title])
  await openPast(page, boardAt('build', { q: issue.title, at: before }))
  await expect(titlesIn(page, 'in dev')).toHaveText([issue.title])
  await expect(titlesIn(page, 'in review')).toHaveCount(0)
})

test('nothing can be changed in the past: no card is lifted, no button or key changes it, and a press says so once', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'As it stood' })
  const at = new Date().toISOString()
  const newest = async () => (await em.ask(listEvents, { group: GROUP, limit: 1 })).items[0]?.number
  await signIn('mohamed')
  await openPast(page, boardAt('build', { q: issue.title, at }))
  const card = cardOn(page, issue)
  await expect(card).toBeVisible()
  await expect(card).not.toHaveAttribute('draggable', 'true')
  for (const name of [/^New issue/, /^Assign to me/, 'Board menu', /below the line/])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(moveButton(page, issue)).toHaveCount(0)
  const start = await newest()
  await tabTo(page, card)
  for (const key of ['c', 'v', 'x', 'i', 'm', 'w', 'z']) {
    await page.keyboard.press(key)
    await expect(page.getByText('This is the past. It cannot be changed.')).toHaveCount(2)
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(card).toBeFocused()
  expect(await newest()).toBe(start)
  await page.getByRole('button', { name: 'Back to now' }).last().click()
  await expect(card).toHaveAttribute('draggable', 'true')
  await expect(moveButton(page, issue)).toBeVisible()
})

test('an issue that is opened from a past day says that it is shown as it is now, and leads back', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Opened from then' })
  const past = boardAt('build', { q: issue.title, at: new Date().toISOString() })
  await signIn('cindy')
  await openPast(page, past)
  await tabTo(page, cardOn(page, issue))
  await page.keyboard.press(' ')
  await expect(
    page.getByText('Issues are shown as they are now, so none stands beside the past.'),
  ).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/issues/${issue.ref}`)
  const note = page.getByRole('complementary', { name: 'Opened from the past' })
  await expect(note).toContainText('Issues are shown as they are now.')
  await expectNoViolations(page)
  await note.getByRole('link', { name: 'Back to that day' }).click()
  await expect(page).toHaveURL(past)
  await expect(cardOn(page, issue)).toBeVisible()

  await pastLine(page).getByRole('button', { name: 'Back to now' }).click()
  await cardOn(page, issue).getByRole('link', { name: issue.title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(issue.title)
  await expect(note).toHaveCount(0)
})

for (const address of PAGES) {
  test(`${address} as of a day says so in its title, axe finds nothing, and it prints the day`, async ({
    page,
    signIn,
  }) => {
    const day = daysAgo(2)
    await signIn('mohamed')
    await openPast(page, `${address}?at=${day}`)
    await expect(page).toHaveTitle(/ · as of \d{1,2} \w{3} \d{4} · Saydo$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(
      page.getByRole('button', { name: /^(New issue|My days|Divide|Edit lanes|Ask )/ }),
    ).toHaveCount(0)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expectNoViolations(page)
    await page.emulateMedia({ media: 'print' })
    await expect(pastLine(page).getByText(/^Saydo, as of \d{1,2} \w{3} \d{4}$/)).toBeVisible()
    await expect(slider(page)).toBeHidden()
  })
}

test('the command menu leads to the past and back', async ({ page, signIn }) => {
  await signIn('patrick')
  await open(page, `/${GROUP}/ownership`)
  const choose = async (typed: string) => {
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    const field = page.getByRole('combobox', { name: 'Command menu' })
    await field.fill(typed)
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await field.press('Enter')
  }
  await choose('look back')
  await expect(slider(page)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/[?&]at=/)
  await choose('back to now')
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
})

test('on a phone the slider lies below the day, and nothing scrolls sideways', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('cindy')
  for (const address of PAGES) {
    await openPast(page, `${address}?at=${daysAgo(9)}`)
    await expect(slider(page)).toBeInViewport()
    await expect(pastLine(page).getByRole('button', { name: 'Back to now' })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
})

test('a day before the group began, or one to come, is not there, and the page leads back to now', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/404/)
  await signIn('cindy')
  for (const at of ['2001-01-01', '2199-01-01']) {
    await page.goto(boardAt('build', { at }))
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await pastLine(page).getByRole('button', { name: 'Back to now' }).click()
    await expect(lane(page, 'in dev')).toBeVisible()
  }
})
