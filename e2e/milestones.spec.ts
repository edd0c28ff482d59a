import { boardAt, open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('the product manager takes a proposed milestone, moves its days and renames it, and boards follow', async ({
  page,
  signIn,
  asPerson,
}) => {
  const title = `Later ${newWord()}`
  await signIn('jordan')
  await open(page, `/${GROUP}/settings/milestones`)
  const row = (name: string) =>
    page.getByRole('list', { name: 'Dated' }).getByRole('listitem').filter({ hasText: name })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'New milestone' }).click()
  const day = (name: string) => dialog.getByRole('textbox', { name })
  const [first, last] = [day('First day'), day('Last day')]
  const [proposedFirst, proposedLast] = [await first.inputValue(), await last.inputValue()]
  expect(Date.parse(proposedFirst) < Date.parse(proposedLast), 'the days are proposed').toBe(true)
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await first.fill('2020-01-01')
  await expect(dialog.getByRole('button', { name: 'Create the milestone' })).toHaveAccessibleDescription(
    /runs from .* to .*\. Choose other dates\./,
  )
  await first.fill(proposedFirst)
  await dialog.getByRole('button', { name: 'Create the milestone' }).click()
  await expect(row(title)).toBeVisible()

  const colleague = await asPerson('cindy')
  await open(colleague, boardAt('planning'))
  await page.getByRole('button', { name: `Edit ${title}` }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`${title} again`)
  await last.fill(proposedFirst)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row(`${title} again`)).toBeVisible()
  await colleague.getByRole('button', { name: /change milestone/ }).click()
  await expect(colleague.getByRole('menuitemcheckbox', { name: `${title} again` })).toBeVisible()
})

test('a shelf is renamed and stays the shelf that it is', async ({ page, signIn }) => {
  const title = `Someday ${newWord()}`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/milestones`)
  const shelves = page.getByRole('list', { name: 'Shelves' }).getByRole('listitem')
  const rename = async (from: string, to: string) => {
    await page.getByRole('button', { name: `Edit ${from}`, exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'First day' })).toHaveCount(0)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill(to)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(shelves.filter({ hasText: to })).toContainText('Not intended to be worked on')
  }
  await rename('Backlog', title)
  await rename(title, 'Backlog')
})

test('an engineer reads why milestones are not theirs to change', async ({ page, signIn }) => {
  await signIn('newick')
  await open(page, `/${GROUP}/settings/milestones`)
  await expect(
    page.getByText('Only the product manager or the engineering manager creates and edits milestones.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'New milestone' })).toHaveCount(0)
})
