import type { Page } from 'playwright/test'
import { editIssue, readIssue } from '#lib/contract/issues.ts'
import { setSpikeScope } from '#lib/contract/issue-facts.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`
const description = (page: Page) => page.getByRole('region', { name: 'Description', exact: true })
const field = (page: Page) => page.getByRole('textbox', { name: 'Description', exact: true })
const begin = (page: Page) => page.getByRole('button', { name: 'Edit the description' }).click()

test('a person who takes the version of the others keeps their own beside it, until they dismiss it', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'Given up for a while', description: 'As it was.' })
  const julie = await api('julie')
  await signIn('cindy')
  await open(page, issueAt(issue))
  await begin(page)
  await field(page).fill('What Cindy knows.')
  const edit = { group: GROUP, ref: issue.ref, version: issue.version }
  await julie.ask(editIssue, { ...edit, description: 'What Julie knows.' })
  await field(page).press('Control+Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click()
  await expect(description(page)).toContainText('What Julie knows.')
  const kept = page.getByRole('region', { name: 'Your version of the description' })
  const back = { name: 'Restore mine' }
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('button', back)).toBeVisible()
  await expectNoViolations(page)

  await page.reload()
  await kept.getByText('What you wrote').click()
  await expect(kept).toContainText('What Cindy knows.')
  await kept.getByRole('button', back).click()
  await expect(field(page)).toHaveValue('What Cindy knows.')
  await expect(kept).toHaveCount(0)
  await field(page).press('Control+Enter')
  await expect(description(page)).toContainText('What Cindy knows.')
  await expect
    .poll(async () => (await julie.ask(readIssue, { group: GROUP, ref: issue.ref })).description)
    .toBe('What Cindy knows.')
})

test('a person who opens the editor and types after another saved builds on the newest text, without a conflict', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Opened early', description: 'First.' })
  const julie = await api('julie')
  await signIn('cindy')
  await open(page, issueAt(issue))
  await begin(page)
  await expect(field(page)).toHaveValue('First.')
  const edit = { group: GROUP, ref: issue.ref, version: issue.version }
  await julie.ask(editIssue, { ...edit, description: 'First. Second.' })
  await expect(field(page)).toHaveValue('First. Second.')
  await field(page).press('End')
  await page.keyboard.type(' Third.')
  await field(page).press('Control+Enter')
  await expect(description(page)).toContainText('First. Second. Third.')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a scope that another person stated meanwhile is shown beside one’s own, and neither is written over', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Two scopes', labels: ['spike'] })
  const julie = await api('julie')
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Spike scope: not stated' }).click()
  const dialog = page.getByRole('dialog', { name: `The scope of #${issue.ref} as a spike` })
  const scope = dialog.getByRole('textbox', { name: 'Scope' })
  await scope.fill('What it costs.')
  const one = { group: GROUP, ref: issue.ref }
  await julie.ask(setSpikeScope, { ...one, scope: 'Which models stream.', was: null })
  await expect(dialog.getByRole('region', { name: 'Theirs' })).toContainText('Which models stream.')
  await expect(dialog.getByRole('button', { name: 'Save scope' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(scope).toHaveValue('Which models stream.')
  await dialog.getByRole('button', { name: 'Restore mine' }).click()
  await dialog.getByRole('button', { name: 'Save scope' }).click()
  await expect(page.getByRole('button', { name: 'Spike scope: What it costs.' })).toBeVisible()
})

test('Esc, a press beside a dialog and its Cancel ask before typed words are thrown away', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Too much at once', weight: 5 })
  await signIn('mohamed')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Split…' }).click()
  const split = page.getByRole('dialog', { name: `Split #${issue.ref}` })
  const piece = split.getByRole('textbox', { name: 'Piece 1' })
  const question = page.getByRole('dialog', { name: 'Discard your text?' })
  await piece.fill('The first half')
  const ways = [
    () => piece.press('Escape'),
    () => page.mouse.click(5, 5),
    () => split.getByRole('button', { name: 'Cancel' }).click(),
  ]
  for (const leave of ways) {
    await leave()
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await expect(piece).toHaveValue('The first half')
  }
  await expectNoViolations(page)
  await piece.press('Escape')
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(split).toHaveCount(0)
  await page.getByRole('button', { name: 'Split…' }).click()
  await piece.press('Escape')
  await expect(split).toHaveCount(0)
})
