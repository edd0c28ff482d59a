import { listLabels } from '#lib/contract/labels.ts'
import { openBoard, open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('a label is created, renamed, and removed, and one that is used says by how many', async ({
  page,
  signIn,
}) => {
  const title = `story::${newWord()}`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/labels`)
  const row = (name: string) =>
    page.getByRole('list', { name: 'Labels' }).getByRole('listitem').filter({ hasText: name })
  await page.getByRole('button', { name: 'New label' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('type::bug')
  const create = page.getByRole('button', { name: 'Create the label' })
  await expect(create).toHaveAccessibleDescription('A label “type::bug” already exists.')
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('radio', { name: 'teal' }).check({ force: true })
  await create.click()
  await expect(row(title)).toContainText('Not used.')

  await page.getByRole('button', { name: `Edit ${title}` }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(`${title} again`)
  await choose(page.getByRole('combobox', { name: 'Meaning' }), 'A category, named by its title')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row(`${title} again`)).toContainText(/Category: w\w+ again/)
  await page.getByRole('button', { name: `Remove ${title} again` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row(title)).toHaveCount(0)

  await expect(page.getByRole('button', { name: 'Remove type::bug' })).toHaveAccessibleDescription(
    /“type::bug” is used by \d+ issues and \d+ board/,
  )
})

test('a board keeps its cards when the label of a column is renamed, and bears the new name', async ({
  page,
  signIn,
  anIssue,
  asPerson,
  api,
}) => {
  const issue = await anIssue({ title: 'Kept in its column', state: 'in review' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  const manager = await asPerson('mohamed')
  await open(manager, `/${GROUP}/settings/labels`)
  const rename = async (from: string, to: string) => {
    await manager.getByRole('button', { name: `Edit ${from}`, exact: true }).click()
    await manager.getByRole('textbox', { name: 'Title' }).fill(to)
    await manager.getByRole('button', { name: 'Save' }).click()
    await expect(manager.getByRole('button', { name: `Edit ${to}`, exact: true })).toBeVisible()
  }
  await rename('workflow::in review', 'workflow::looked at')
  try {
    await expect(page.getByRole('list', { name: 'looked at', exact: true })).toContainText(issue.title)
  } finally {
    await rename('workflow::looked at', 'workflow::in review')
  }
  const { items } = await (await api('mohamed')).ask(listLabels, { group: GROUP })
  expect(items.find(({ meaning }) => meaning === 'workflow.in-review')?.title).toBe('workflow::in review')
})
