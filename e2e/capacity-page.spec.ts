import type { Page } from 'playwright/test'
import { readCapacity } from '#lib/contract/capacity.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/milestones/next/capacity`
const grid = (page: Page) => page.getByRole('table', { name: /^Capacity of / })
const capacityOf = (page: Page, name: string) =>
  grid(page).getByRole('button', { name: new RegExp(`^${name}: capacity `) })
const sum = (page: Page) => page.getByRole('dialog')

async function planned(client: Client) {
  const { next } = await client.ask(listMilestones, { group: GROUP })
  return client.ask(readCapacity, { group: GROUP, milestone: next ?? '' })
}

test('the engineering manager overrides a term with a reason; another window sees it and takes it off', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const view = await planned(await api('mohamed'))
  const cindy = view.rows.find(({ person }) => person === 'cindy')
  await signIn('mohamed')
  await open(page, PAGE)
  await expect(page.getByText(/^The group can commit/)).toContainText(
    `${view.total.weight} in ${view.milestone.title}`,
  )
  await expectNoViolations(page)
  const second = await asPerson('mohamed')
  await open(second, PAGE)

  await capacityOf(page, 'Cindy Halim').click()
  await expect(sum(page)).toContainText(`Available${cindy?.availableDays} days`)
  await sum(page).getByRole('button', { name: 'Override: Focus' }).click()
  await sum(page).getByRole('textbox', { name: 'Focus' }).fill('0.5')
  await expect(sum(page).getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(/Add a reason/)
  await sum(page).getByRole('textbox', { name: 'Reason' }).fill('Two conferences')
  await expectNoViolations(page, '[role=dialog]')
  await sum(page).getByRole('button', { name: 'Save' }).click()
  await expect(sum(page)).toContainText(/0\.5, set by Mohamed .* on .*: Two conferences/)
  const half = `Cindy Halim: capacity ${Math.round((cindy?.availableDays ?? 0) * 2.5) / 10}`
  await expect(grid(page).getByRole('button', { name: half, exact: true })).toBeVisible()

  await expect(grid(second).getByRole('button', { name: half, exact: true })).toBeVisible()
  await capacityOf(second, 'Cindy Halim').click()
  await sum(second).getByRole('button', { name: 'Remove override: Focus' }).click()
  await expect(sum(second)).not.toContainText('Two conferences')
  await expect(sum(page)).not.toContainText('Two conferences')
})

test('the grid is gone through by keyboard, and the focus comes back from a sum', async ({
  page,
  signIn,
  api,
}) => {
  const { weeks } = await planned(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const cells = grid(page).getByRole('button')
  await cells.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cells.nth(weeks.length + 2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cells.nth(2 * weeks.length + 1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(sum(page)).toContainText('Days per weight')
  await expect(sum(page).getByRole('button')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sum(page)).toHaveCount(0)
  await expect(cells.nth(2 * weeks.length + 1)).toBeFocused()
})

test('the EM asks who has not confirmed, who finds it in their week and confirms with one press', async ({
  page,
  signIn,
  asPerson,
}) => {
  const engineer = await asPerson('patrick')
  await open(engineer, PAGE)
  const withdraw = engineer.getByRole('button', { name: 'Withdraw' })
  await expect(withdraw.or(engineer.getByRole('button', { name: 'My days are right' }))).toBeVisible()
  if (await withdraw.isVisible()) await withdraw.click()
  await signIn('mohamed')
  await open(page, PAGE)
  const line = page
    .getByRole('list', { name: 'Days confirmed' })
    .getByRole('listitem')
    .filter({ hasText: 'Patrick' })
  await line.getByRole('button', { name: /^Ask Patrick/ }).click()
  await expect(page.getByText(/^Asked Patrick .* to confirm their days/).first()).toBeVisible()

  await open(engineer, `/${GROUP}/week`)
  const row = engineer.getByRole('region', { name: 'Days to confirm' })
  await expect(row).toContainText(/Confirm your days in .* Mohamed .* asked on/)
  await row.getByRole('button', { name: 'My days are right' }).click()
  await expect(row).toHaveCount(0)
  await expect(line).toContainText('Confirmed')
  await expect(line.getByRole('button')).toHaveCount(0)
})

test('the EM divides the capacity into lanes, weighs carry-over and gives triage, each with a way back', async ({
  page,
  signIn,
  api,
}) => {
  const view = await planned(await api('mohamed'))
  await signIn('mohamed')
  await open(page, PAGE)
  await page.getByRole('button', { name: /^(Divide into|Edit) lanes$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Gateway Services, Priority 3' }).fill('2.5')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const lanes = page.getByRole('list', { name: 'Lanes of Gateway Services' })
  await expect(lanes).toContainText('Priority 32.5')
  await page.keyboard.press('z')
  await expect(page.getByText('Priority 32.5')).toHaveCount(0)

  const [first] = view.carryOver?.issues ?? []
  const left = page.getByRole('textbox', { name: `Left of #${first?.ref}`, exact: true })
  await left.fill('1')
  await left.press('Enter')
  await expect(page.getByText(`1 is left of #${first?.ref}.`).first()).toBeVisible()
  await left.fill('')
  await left.press('Enter')
  await expect(page.getByText(`#${first?.ref} counts as weighed.`).first()).toBeVisible()

  const duty = page.getByRole('table', { name: 'Triage duty' }).getByRole('button').last()
  const before = (await duty.textContent()) ?? ''
  await duty.click()
  await page.getByRole('menuitemcheckbox', { checked: false }).first().click()
  await expect(duty).not.toHaveText(before)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(duty).toHaveText(before)
})

test('a stakeholder reads the sums and is offered nothing to change', async ({ page, signIn }) => {
  await signIn('stakeholder')
  await open(page, PAGE)
  await capacityOf(page, 'Cindy Halim').click()
  await expect(sum(page)).toContainText('Days per weight')
  await expect(sum(page).getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /My days|^Ask |lanes$|^Override/ })).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Triage duty' }).getByRole('button')).toHaveCount(0)
})

test('on a phone each person is a card, and nothing scrolls sideways', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('julie')
  await open(page, PAGE)
  await expect(capacityOf(page, 'Cindy Halim')).toBeVisible()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways).toBe(0)
  await capacityOf(page, 'Cindy Halim').click()
  await expect(sum(page)).toBeInViewport()
  await expectNoViolations(page)
})

test('on paper the grid stands with its words, and without what is pressed', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, PAGE)
  const mine = page.getByRole('button', { name: /^(My days are right|Withdraw)$/ })
  await expect(mine).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(grid(page)).toBeVisible()
  await expect(grid(page)).toContainText('Cindy Halim')
  await expect(mine).toBeHidden()
})
