import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { setDue } from '#lib/contract/issue-facts.ts'
import { assignIssue } from '#lib/contract/issues.ts'
import { filterField, open, openBoard, titlesIn } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const listAt = (query: Record<string, string> = {}) => `/${GROUP}/issues?${new URLSearchParams(query)}`
const table = (page: Page): Locator => page.getByRole('table', { name: 'Issues' })
const titles = (page: Page): Locator => table(page).getByRole('link')
const selection = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })

test('a list is sorted by any column, grouped, and remembers both in its address', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const light = await anIssue({ title: `B ${word}`, weight: 1, dri: 'julie' })
  const heavy = await anIssue({ title: `A ${word}`, weight: 3, dri: 'patrick' })
  const none = await anIssue({ title: `C ${word}`, weight: null, deliverable: false })
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await expect(titles(page)).toHaveText([none.title, heavy.title, light.title])
  const head = (name: string) => table(page).getByRole('columnheader', { name })
  await head('Weight').getByRole('button').click()
  await expect(titles(page)).toHaveText([light.title, heavy.title, none.title])
  await expect(head('Weight')).toHaveAttribute('aria-sort', 'ascending')
  await head('Weight').getByRole('button').click()
  await expect(titles(page)).toHaveText([heavy.title, light.title, none.title])
  await expect(page).toHaveURL(/sort=-weight/)

  await page.getByRole('button', { name: 'Group: none' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'By DRI' }).click()
  await expect(table(page).getByRole('row').filter({ hasText: '· weight' })).toHaveText([
    /^Julie Huang1 · weight 1$/,
    /^Patrick Cyiza1 · weight 3$/,
    /^No DRI1 · weight 0$/,
  ])
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Labels' }).click()
  await page.keyboard.press('Escape')
  await expect(head('Labels')).toBeVisible()
  await page.reload()
  await expect(head('Labels')).toBeVisible()
  await expect(titles(page)).toHaveText([light.title, heavy.title, none.title])
})

test('a filter can be written where chips do not say enough, and one that cannot be read says why', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const bug = await anIssue({ title: `Bug ${word}`, dri: 'julie', weight: 3 })
  const free = await anIssue({ title: `Free ${word}`, type: 'feature' })
  await anIssue({ title: `Other ${word}`, type: 'feature', dri: 'cindy' })
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await page.getByRole('button', { name: 'Advanced filter' }).click()
  const written = page.getByRole('textbox', { name: 'Advanced filter' })
  await written.fill('(type:bug and weight>2) or dri:none')
  await written.press('Enter')
  await expect(titles(page)).toHaveText([free.title, bug.title])
  await expect(page.getByText('2 issues', { exact: true })).toBeVisible()
  await written.fill('colour:red')
  await written.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no field “colour”' })).toBeVisible()
  await page.goto(listAt({ q: word, filter: 'not type:bug and not dri:none' }))
  await expect(titles(page)).toHaveCount(1)
})

test('a chip says “me” to every reader, and days move on by themselves', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const mine = await anIssue({ title: `Mine ${word}`, dri: 'cindy' })
  const theirs = await anIssue({ title: `Theirs ${word}`, dri: 'newick' })
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Me', exact: true }).first().click()
  await expect(titles(page)).toHaveText([mine.title])
  await expect(page).toHaveURL(/person%3Ame/)
  const colleague = await asPerson('newick')
  await open(colleague, page.url())
  await expect(titles(colleague)).toHaveText([theirs.title])
  await page.goto(listAt({ q: word, filter: 'dri:me and created>-1d and milestone:current' }))
  await expect(titles(page)).toHaveText([mine.title])
  await page.goto(listAt({ q: word, due: 'any' }))
  await expect(page.getByRole('heading', { name: 'No issues match' })).toBeVisible()
})

test('the same words narrow a board, and a copied link shows the same', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const heavy = await anIssue({ title: `Heavy ${word}`, weight: 3 })
  await anIssue({ title: `Light ${word}`, weight: 1 })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await page.getByRole('button', { name: 'Advanced filter' }).click()
  const written = page.getByRole('textbox', { name: 'Advanced filter' })
  await written.fill('weight>2 or author:none')
  await written.press('Enter')
  await expect(titlesIn(page, 'in dev')).toHaveText([heavy.title])
  const colleague = await asPerson('newick')
  await open(colleague, page.url())
  await expect(titlesIn(colleague, 'in dev')).toHaveText([heavy.title])
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(titlesIn(page, 'in dev')).toHaveCount(2)
})

test('a list is worked through without a pointer', async ({ page, signIn, anIssue }) => {
  const word = newWord()
  const [third, second, first] = [
    await anIssue({ title: `3 ${word}` }),
    await anIssue({ title: `2 ${word}` }),
    await anIssue({ title: `1 ${word}` }),
  ]
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  const link = (title: string) => table(page).getByRole('link', { name: title })
  await expect(async () => {
    // at the top it stays where it is, however often it has to be pressed
    await page.keyboard.press('k')
    await expect(link(first.title)).toBeFocused({ timeout: 300 })
  }).toPass()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect(link(second.title)).toBeFocused()
  await expect(selection(page)).toContainText('2 issues selected')
  await page.keyboard.press('j')
  await expect(link(third.title)).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Escape')
  await expect(selection(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/issues/${second.ref}`)
})

test('a list is grouped by assignee; a group folds, the address remembers it, and its issues stay selected with all', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const both = await anIssue({ title: `Both ${word}` })
  const nobody = await anIssue({ title: `Nobody ${word}`, deliverable: false })
  const em = await api('mohamed')
  await em.ask(assignIssue, { group: GROUP, ref: both.ref, assignees: ['newick', 'julie'] })
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await page.getByRole('button', { name: 'Group: none' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'By assignee' }).click()
  const head = page.getByRole('button', { name: /^Julie Huang, Newick Lee/ })
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await head.click()
  await expect(titles(page)).toHaveText([nobody.title])
  await expect(page).toHaveURL(/group=assignees&fold=julie%2Cnewick|group=assignees&fold=julie,newick/)
  await page.reload()
  await expect(titles(page)).toHaveText([nobody.title])
  await page.getByRole('checkbox', { name: 'Select all 2 issues' }).check()
  await expect(selection(page)).toContainText('2 issues selected')
  await head.click()
  await expect(page.getByRole('checkbox', { name: `Select #${both.ref}` })).toBeChecked()
})

test('the list as it is filtered leaves as a file that a spreadsheet does not compute', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const issue = await anIssue({ title: `=1+1 ${word}`, weight: 3 })
  await anIssue({ title: `Feature ${word}`, type: 'feature' })
  await signIn('cindy')
  await open(page, listAt({ q: word, type: 'bug', columns: 'number,title,weight' }))
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^custom-models-issues-\d{4}-\d\d-\d\d\.csv$/)
  expect(await readFile(await file.path(), 'utf8')).toBe(
    `\uFEFFnumber,title,weight\r\n${issue.ref},'${issue.title},3\r\n`,
  )
})

test('a list follows what others do', async ({ page, signIn, asPerson, anIssue }) => {
  const word = newWord()
  await signIn('cindy')
  await open(page, listAt({ q: word }))
  await expect(page.getByText('No issues match')).toBeVisible()
  const issue = await anIssue({ title: `Just now ${word}` })
  await expect(titles(page)).toHaveText([issue.title])
  const colleague = await asPerson('newick')
  await open(colleague, `/${GROUP}/issues/${issue.ref}`)
  await colleague.getByRole('button', { name: 'Close…' }).click()
  await colleague.getByRole('menuitem', { name: 'done' }).click()
  await expect(page.getByText('No issues match')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('each issue is a card that tells what matters and fits the screen', async ({
    page,
    signIn,
    anIssue,
  }) => {
    const word = newWord()
    const issue = await anIssue({
      title: `A title that is long enough for two lines of a phone ${word}`,
      dri: 'julie',
    })
    await signIn('cindy')
    await open(page, listAt({}))
    await filterField(page).fill(word)
    const row = table(page).getByRole('row').filter({ hasText: issue.title })
    await expect(row).toContainText(`#${issue.ref}`)
    await expect(row).toContainText('in dev')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await row.getByRole('link').click()
    await expect(page).toHaveURL(`/${GROUP}/issues/${issue.ref}`)
  })

  test('the list is sorted, grouped, selected as a whole, and its cards show the columns one chooses', async ({
    page,
    signIn,
    anIssue,
    api,
  }) => {
    const word = newWord()
    const light = await anIssue({ title: `B ${word}`, weight: 1 })
    const heavy = await anIssue({ title: `A ${word}`, weight: 3 })
    await (await api('cindy')).ask(setDue, { group: GROUP, ref: heavy.ref, due: '2030-01-31' })
    await signIn('cindy')
    await open(page, listAt({ q: word }))
    await expect(titles(page)).toHaveText([heavy.title, light.title])
    await page.getByRole('button', { name: 'Sort: Number' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Weight' }).click()
    await expect(titles(page)).toHaveText([light.title, heavy.title])
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Milestone' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Due' }).click()
    await page.keyboard.press('Escape')
    await expect(table(page).getByRole('row').filter({ hasText: heavy.title })).toContainText('31 Jan 2030')
    // what a finger hits is the label round it, which is larger
    await page.getByRole('checkbox', { name: 'Select all 2 issues' }).check({ force: true })
    await expect(selection(page)).toContainText('2 issues selected')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
