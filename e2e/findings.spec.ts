import type { Page } from 'playwright/test'
import { createLabel, changeLabel } from '#lib/contract/labels.ts'
import { labelIssue, planIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open, openBoard } from './boards.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`
const report = (page: Page) => page.getByRole('region', { name: 'Needs attention' })

test('of two labels that exclude each other one is kept', async ({ page, signIn, anIssue, api }) => {
  const em = await api('mohamed')
  const word = newWord()
  const { label } = await em.ask(createLabel, { group: GROUP, title: word })
  const issue = await anIssue({ title: 'Two types', type: 'bug', labels: [word] })
  await em.ask(changeLabel, { group: GROUP, label: Number(label.id), title: `feature::${word}` })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await expect(report(page)).toContainText(
    new RegExp(`It holds (~type::bug and ~feature::${word}|~feature::${word} and ~type::bug) at once\\.`),
  )
  await pressKey(page, 'f')
  await page.getByRole('menuitem', { name: 'Keep ~type::bug' }).click()
  await expect(report(page).getByText(/It holds/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Labels:/ })).not.toContainText(word)
})

test('a Deliverable that went back is made ready again', async ({ page, signIn, anIssue, api }) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Promised too early', dri: 'cindy' })
  await em.ask(labelIssue, { group: GROUP, ref: issue.ref, add: ['workflow::design'] })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await expect(report(page)).toContainText('It is a Deliverable and still in design.')
  await expectNoViolations(page)
  await report(page).getByRole('button', { name: 'Move to ready for development' }).click()
  await expect(report(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Workflow: ready for development' })).toBeVisible()
})

test('one key leads from finding to finding', async ({ page, signIn, anIssue, api }) => {
  const em = await api('mohamed')
  const facts = { deliverable: false, state: null, weight: 5, labels: ['spike'], dri: 'cindy' }
  const issue = await anIssue({ title: 'Needs a place', ...facts })
  await em.ask(planIssue, { group: GROUP, ref: issue.ref, milestone: null })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await expect(report(page).getByRole('heading')).toHaveText('3 findings')
  await expect(async () => {
    await pressKey(page, 'f')
    await expect(page.getByRole('menu', { name: 'Milestone' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('menuitemcheckbox', { name: 'Backlog' }).click()
  await expect(report(page).getByRole('heading')).toHaveText('2 findings')
  await pressKey(page, 'f')
  const split = page.getByRole('dialog', { name: `Split #${issue.ref}` })
  await expect(split).toBeVisible()
  await page.keyboard.press('Escape')
  await report(page).getByRole('button', { name: 'Add scope…' }).click()
  await page.getByRole('textbox', { name: 'Scope' }).fill('Which models stream. Two days.')
  await page.getByRole('button', { name: 'Save scope' }).click()
  await expect(report(page).getByRole('heading')).toHaveText('1 finding')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Fix the first finding')
})

test('the panel beside a board shows what is to fix, and fixes it there', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Beside the board', type: null, dri: 'cindy' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title, peek: String(issue.ref) })
  const panel = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
  await expect(panel.getByRole('region', { name: 'Needs attention' })).toContainText('It has no type.')
  await pressKey(page, 'f')
  await page.getByRole('menuitem', { name: 'It is a bug' }).click()
  await expect(panel.getByRole('region', { name: 'Needs attention' })).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Type: bug' })).toBeVisible()
})
