import type { Page } from 'playwright/test'
import { labelIssue, readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`
const blocked = { need: 'the price list', from: 'Purchasing' }
const answer = async (page: Page, { need, from }: typeof blocked, button: string) => {
  const dialog = page.getByRole('dialog', { name: /^What (is|are) .* blocked on\?$/ })
  await dialog.getByRole('textbox', { name: 'What is needed' }).fill(need)
  await dialog.getByRole('textbox', { name: 'From whom' }).fill(from)
  await dialog.getByRole('button', { name: button }).click()
}

test('what an issue waits for is said anew where it stands, and its history tells both', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Waits for somebody' })
  await em.ask(labelIssue, { group: GROUP, ref: issue.ref, add: ['workflow::blocked'], blocked })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Blocked on: the price list from Purchasing' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page)
  await answer(page, { need: 'a decision', from: 'Legal' }, 'Save')
  await expect(page.getByRole('button', { name: 'Blocked on: a decision from Legal' })).toBeVisible()
  const place = page.getByRole('article').first().or(page.locator('main'))
  await expect(place.getByText(/it is blocked on the price list from Purchasing/).first()).toBeVisible()
  await expect(
    place.getByText(/Cindy Halim updated the blocker: this issue is blocked on a decision/).first(),
  ).toBeVisible()
  await em.ask(labelIssue, { group: GROUP, ref: issue.ref, add: ['workflow::in dev'] })
  await expect(place.getByText(/it was blocked for less than a day/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Blocked on/ })).toHaveCount(0)
})

test('many issues that are blocked at once are asked what they wait for', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const word = newWord()
  const issues = [await anIssue({ title: `One ${word}` }), await anIssue({ title: `Two ${word}` })]
  await signIn('cindy')
  await open(page, `/${GROUP}/issues?q=${word}`)
  for (const { ref } of issues) await page.getByRole('checkbox', { name: `Select #${ref}` }).check()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Add label' }).click()
  await page.getByRole('menuitem', { name: 'workflow::blocked' }).click()
  await answer(page, blocked, 'Mark as blocked')
  for (const { ref } of issues) {
    await expect.poll(() => em.ask(readIssue, { group: GROUP, ref })).toMatchObject({ blocked })
  }
})

test('an issue that is blocked from the start says by what', async ({ page, signIn }) => {
  const title = `Blocked at once ${newWord()}`
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  await page.getByRole('button', { name: 'New issue' }).click()
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await expect(dialog.getByRole('textbox', { name: 'From whom' })).toHaveCount(0)
  await choose(dialog.getByRole('combobox', { name: 'Add a label' }), 'workflow::blocked')
  await dialog.getByRole('textbox', { name: 'What is needed' }).fill(blocked.need)
  await dialog.getByRole('textbox', { name: 'From whom' }).fill(blocked.from)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.getByRole('button', { name: 'Blocked on: the price list from Purchasing' })).toBeVisible()
})
