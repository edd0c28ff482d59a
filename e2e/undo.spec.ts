import { createBoard } from '#lib/contract/boards.ts'
import { changeIssues } from '#lib/contract/issue-lists.ts'
import { commentOnIssue, readIssue, weighIssue } from '#lib/contract/issues.ts'
import { createLabel, listLabels } from '#lib/contract/labels.ts'
import { issueLink } from '#lib/kit/links.ts'
import type { Page } from 'playwright/test'
import { boardAt, cardOn, open, openBoard, announcement } from './boards.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const acts = (page: Page) => page.getByRole('list', { name: 'My changes' }).getByRole('listitem')
const whatIDid = async (page: Page) => {
  await open(page, `/${GROUP}/activity`)
  await page.getByRole('link', { name: 'My changes' }).click()
}

test('Z pressed again walks back through one’s own acts, the newest first', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'One step and another' })
  const weight = async () =>
    (await (await api('cindy')).ask(readIssue, { group: GROUP, ref: issue.ref })).weight
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  const weigh = async (to: string) => {
    await cardOn(page, issue).press('w')
    await page.getByRole('menuitemcheckbox', { name: new RegExp(`^${to} `) }).click()
    await expect(announcement(page)).toContainText(`Set the weight of #${issue.ref} to ${to}.`)
  }
  const before = await weight()
  await weigh('3')
  await weigh('1')
  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText(`Undid the change to #${issue.ref}.`)
  await expect.poll(weight).toBe(3)
  await pressKey(page, 'z')
  await expect.poll(weight).toBe(before)
})

test('a board that was removed is brought back with its address, its columns and its place', async ({
  page,
  signIn,
  api,
}) => {
  const title = `Back ${newWord()}`
  const columns = [{ label: 'workflow::in dev', wipCount: 3, wipWeight: null }]
  const shape = { group: GROUP, title, milestone: { rule: 'any' as const }, labels: ['type::bug'], columns }
  const { slug } = await (await api('mohamed')).ask(createBoard, shape)
  await signIn('mohamed')
  await openBoard(page, slug)
  await page.getByRole('button', { name: 'Board menu' }).click()
  await page.getByRole('menuitem', { name: 'Remove this board…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('You can undo it within a day')
  await dialog.getByRole('button', { name: 'Remove board' }).click()
  await expect(page).toHaveURL(boardAt('build'))
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(announcement(page)).toContainText('Undid the change.')
  await page.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(new RegExp(`/boards/${slug}`))
  await expect(page.getByRole('list', { name: 'in dev', exact: true })).toBeVisible()
})

test('the rename of a label is taken back from the list of what one did, after a reload too', async ({
  page,
  signIn,
  api,
}) => {
  const em = await api('mohamed')
  const title = `undo::${newWord()}`
  await em.ask(createLabel, { group: GROUP, title })
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/labels`)
  await page.getByRole('button', { name: `Edit ${title}`, exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(`${title} other`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: `Edit ${title} other` })).toBeVisible()
  await whatIDid(page)
  const line = acts(page).filter({ hasText: `renamed the label ~${title} to ~${title} other` })
  await line.getByRole('button', { name: /^Undo/ }).click()
  await expect(announcement(page)).toContainText('Undid the change.')
  await expect(line).toContainText('You already undid this change.')
  const { items } = await em.ask(listLabels, { group: GROUP })
  expect(items.filter((label) => label.title.startsWith(title)).map((label) => label.title)).toEqual([title])
})

test('a comment is taken back until another person answers it; then the refusal says who did', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'Said too much' })
  await signIn('manoj')
  await open(page, issueLink(GROUP, issue.ref))
  const say = async (comment: string) => {
    await page.getByRole('textbox', { name: 'Add a comment' }).fill(comment)
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(page.getByText(comment)).toBeVisible()
    // it is shown before it is kept: the answer must come behind it
    await expect(announcement(page)).toContainText(`Commented on #${issue.ref}.`)
  }
  await say('The password is secret.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('The password is secret.')).toHaveCount(0)
  await expect(announcement(page)).toContainText(`Undid the change to #${issue.ref}.`)

  await say('Is it done?')
  await (await api('newick')).ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'It is.' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(announcement(page)).toContainText('Newick Lee answered since then. Edit the comment instead.')
  await expect(page.getByText('Is it done?')).toBeVisible()
})

test('an act on many issues is one line with one way back, and what another person changed since stays', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const refs: number[] = []
  for (const name of ['One', 'Two', 'Three']) refs.push((await anIssue({ title: `${name} ${word}` })).ref)
  const patrick = await api('patrick')
  await patrick.ask(changeIssues, { group: GROUP, refs, change: { what: 'weight', weight: 7 } })
  await (await api('julie')).ask(weighIssue, { group: GROUP, ref: refs[0] ?? 0, weight: 9 })
  await signIn('patrick')
  await whatIDid(page)
  const line = acts(page).first()
  await line.getByText('On 3 issues in all').click()
  await expect(line).toContainText(`changed the weight of #${refs[2]}`)
  await line.getByRole('button', { name: /^Undo/ }).click()
  await expect(announcement(page)).toContainText('Undid the changes to 2 issues.')
  await expect(announcement(page)).toContainText('Julie Huang changed the same thing since')
  const weights = await Promise.all(
    refs.map(async (ref) => (await patrick.ask(readIssue, { group: GROUP, ref })).weight),
  )
  expect(weights[0]).toBe(9)
  expect(weights.slice(1)).not.toContain(7)
})
