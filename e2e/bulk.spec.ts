import type { Locator, Page } from 'playwright/test'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { createIssue, readIssue } from '#lib/contract/issues.ts'
import { open, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const listAt = (query: Record<string, string> = {}) => `/${GROUP}/issues?${new URLSearchParams(query)}`
const table = (page: Page): Locator => page.getByRole('table', { name: 'Issues' })
const selection = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })

test('many issues are changed at once; what is refused says why; all of it is taken back', async ({
  page,
  signIn,
  anIssue,
  api,
  asPerson,
}) => {
  const word = newWord()
  const issues = [
    await anIssue({ title: `1 ${word}` }),
    await anIssue({ title: `2 ${word}` }),
    await anIssue({ title: `3 ${word}`, deliverable: false, labels: ['severity::1'] }),
  ]
  const refs = issues.map(({ ref }) => ref)
  const em = await api('mohamed')
  const facts = async () => Promise.all(refs.map(async (ref) => em.ask(readIssue, { group: GROUP, ref })))
  await signIn('mohamed')
  await open(page, listAt({ q: word }))
  const colleague = await asPerson('newick')
  await open(colleague, listAt({ q: word, columns: 'number,title,labels' }))

  await page.getByRole('checkbox', { name: 'Select all 3 issues' }).check()
  await selection(page).getByRole('button', { name: 'Add label' }).click()
  await page.getByRole('searchbox', { name: 'Find a label' }).fill('severity::2')
  await page.getByRole('menuitem', { name: 'severity::2' }).click()
  await expect(announcement(page)).toContainText(['Added severity::2 to 3 issues.'])
  await expect(table(colleague).getByText('severity::2')).toHaveCount(3)
  expect((await facts()).map(({ labels }) => labels.some(({ title }) => title === 'severity::1'))).toEqual([
    false,
    false,
    false,
  ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(table(colleague).getByText('severity::2')).toHaveCount(0)
  await expect(table(colleague).getByText('severity::1')).toHaveCount(1)

  await selection(page).getByRole('button', { name: 'Milestone' }).click()
  await page.getByRole('searchbox', { name: 'Find a milestone' }).fill('Backlog')
  await page.getByRole('menuitem', { name: 'Backlog' }).click()
  const dialog = page.getByRole('dialog', { name: '1 issue changed' })
  await expect(dialog).toContainText('2 issues unchanged:')
  await expect(dialog.getByRole('link')).toHaveText([`#${refs[1]}`, `#${refs[0]}`])
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect((await facts()).map(({ milestone }) => milestone === 'backlog')).toEqual([false, false, true])
})

test('due date, health, type and who sees them are set for many; duplicates are asked for their original', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const original = await anIssue({ title: `Original of ${newWord()}` })
  const twins = [await anIssue({ title: `1 ${word}` }), await anIssue({ title: `2 ${word}` })]
  const em = await api('mohamed')
  const facts = async () =>
    Promise.all(twins.map(async ({ ref }) => em.ask(readIssue, { group: GROUP, ref })))
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await page.getByRole('checkbox', { name: 'Select all 2 issues' }).check()
  const choose = async (menu: string, entry: string) => {
    await selection(page).getByRole('button', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).click()
  }
  await choose('Type', 'maintenance')
  await expect(announcement(page)).toContainText(['The type of 2 issues is maintenance now.'])
  await choose('Health', 'at risk')
  await expect(announcement(page)).toContainText(['2 issues: at risk.'])
  await choose('Visibility', 'Confidential')
  await expect(announcement(page)).toContainText(['Hid 2 issues from stakeholders.'])
  await selection(page).getByRole('button', { name: 'Due…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Due date' }).fill('2030-01-31')
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText(['Set the due date of 2 issues to'])
  expect(await facts()).toMatchObject([
    { health: 'at_risk', due: '2030-01-31', confidential: true },
    { health: 'at_risk', due: '2030-01-31', confidential: true },
  ])

  await selection(page).getByRole('button', { name: 'Close…' }).click()
  await page.getByRole('dialog', { name: 'Close 2 issues as…' }).getByText('Duplicate').click()
  const dialog = page.getByRole('dialog', { name: 'Of which issue are 2 issues duplicates?' })
  await dialog.getByLabel('The original').fill(`#${original.ref}`)
  await dialog.getByRole('button', { name: `Close as duplicate #${original.ref}` }).click()
  await expect(announcement(page)).toContainText([`Closed 2 issues: duplicate of #${original.ref}.`])
  expect((await facts()).map(({ closeReason }) => closeReason)).toEqual(['duplicate', 'duplicate'])
})

test('who changes no issue has nothing to select in a list', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const issue = await anIssue({ title: `1 ${word}`, dri: 'julie' })
  await signIn('stakeholder')
  await open(page, listAt({ q: word }))
  await expect(page.getByRole('link', { name: issue.title })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^New issue/ })).toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(selection(page)).toHaveCount(0)
})

test('more than five hundred are changed only when that is meant, and go back as one', async ({
  page,
  signIn,
  api,
}) => {
  const word = newWord()
  const em = await api('mohamed')
  const many = Array.from({ length: 501 }, (_, at) => `${at} ${word}`)
  for (const title of many) await em.ask(createIssue, { group: GROUP, title })
  await signIn('mohamed')
  await open(page, listAt({ q: word }))
  await page.getByRole('checkbox', { name: 'Select all 501 issues' }).check()
  const weigh = async () => {
    await selection(page).getByRole('button', { name: 'Weight' }).click()
    await page.getByRole('menuitem', { name: /^2 / }).click()
  }
  const weighed = async () => (await em.ask(indexIssues, { group: GROUP, filter: word })).weight
  await weigh()
  const question = page.getByRole('dialog', { name: 'Change 501 issues?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  expect(await weighed()).toBe(0)
  await weigh()
  await question.getByRole('button', { name: 'Change 501 issues' }).click()
  await expect.poll(weighed).toBe(1002)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(weighed).toBe(0)
})
