import type { Page } from 'playwright/test'
import { viewBoard } from '#lib/contract/boards.ts'
import { expectNoViolations } from './axe.ts'
import { boardAt, open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const button = (page: Page) => page.getByRole('button', { name: /^Capacity [\d.]+: show details$/ })
const terms = (page: Page) => page.getByRole('dialog', { name: /^Capacity of / })
const head = (page: Page) => page.getByText(/^Committed [\d.]+ of /).locator('..')

test('the capacity opens into its terms, by mouse and by keyboard', async ({ page, signIn, api }) => {
  const { capacity } = await (await api('julie')).ask(viewBoard, { group: GROUP, board: 'build' })
  await signIn('julie')
  await open(page, boardAt('build'))
  await button(page).click()
  await expect(terms(page)).toContainText('share of time × focus, ÷ 2 days per weight')
  await expect(terms(page).getByRole('row')).toHaveCount((capacity?.terms.length ?? 0) + 2)
  await expect(terms(page)).toContainText('Julie Huang')
  await expectNoViolations(page)
  await button(page).click()
  await expect(terms(page)).toBeHidden()

  await button(page).focus()
  await page.keyboard.press('Enter')
  await expect(terms(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(terms(page)).toBeHidden()
  await expect(button(page)).toBeFocused()
})

test('a stakeholder reads the same sums as the EM, with how many cards are not shown, and follows them live', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  await signIn('mohamed')
  await open(page, boardAt('build'))
  const outside = await asPerson('stakeholder')
  await open(outside, boardAt('build'))
  const before = await head(page).textContent()
  await anIssue({ title: 'Not for everybody', weight: 3, confidential: true })
  await expect(head(page)).not.toHaveText(before ?? '')
  const sums = (await head(page).textContent()) ?? ''
  await expect(head(outside)).toContainText(sums)
  await expect(head(outside)).toContainText(/ · \d+ not shown$/)
  await expect(outside.getByText('Not for everybody')).toHaveCount(0)
})

test('the head of a past board tells what was committed and done by its end', async ({
  page,
  signIn,
  api,
}) => {
  const julie = await api('julie')
  const { milestones, today } = await julie.ask(viewBoard, { group: GROUP, board: 'build' })
  const past = milestones.find(({ dueOn }) => dueOn !== null && dueOn < today)
  const milestone = past?.slug ?? ''
  const { commitments } = await julie.ask(viewBoard, { group: GROUP, board: 'build', milestone })
  await signIn('julie')
  await open(page, boardAt('build', { milestone }))
  await expect(page.getByText(`Committed ${commitments?.assigned.weight}`, { exact: true })).toBeVisible()
  await expect(page.getByText(`${commitments?.completed.weight} done`)).toBeVisible()
  await expect(button(page)).toHaveCount(0)
})
