import { closeIssue } from '#lib/contract/issues.ts'
import { addLink } from '#lib/contract/links.ts'
import { open, announcement } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`

test('an issue is linked with what it waits for, and says so until that is closed', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const [ours, theirs] = [await anIssue({ title: 'Comes second' }), await anIssue({ title: 'Comes first' })]
  await signIn('cindy')
  const colleague = await asPerson('newick')
  await open(colleague, issueAt(theirs))
  await open(page, issueAt(ours))
  await page.getByRole('button', { name: 'Link…' }).click()
  const dialog = page.getByRole('dialog', { name: `#${ours.ref} …` })
  await choose(dialog.getByRole('combobox', { name: /^How/ }), 'is blocked by')
  await dialog.getByRole('searchbox', { name: 'The other issue' }).fill(String(theirs.ref))
  await expect(dialog.getByText(theirs.title)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(announcement(page)).toContainText(`#${ours.ref} is blocked by #${theirs.ref}.`)
  await expect(page.getByText(/^Blocked by #/)).toBeVisible()
  const far = colleague.getByRole('region', { name: 'Links' })
  await expect(far.getByRole('heading', { name: 'Blocks' })).toBeVisible()
  await expect(far.getByRole('link', { name: ours.title })).toBeVisible()

  await (await api('mohamed')).ask(closeIssue, { group: GROUP, ref: theirs.ref })
  await expect(page.getByText(/^Blocked by #/)).toHaveCount(0)
  const near = page.getByRole('region', { name: 'Links' })
  await near.getByRole('button', { name: `Remove the link: is blocked by #${theirs.ref}` }).click()
  await expect(near.getByText('No links.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(near.getByRole('link', { name: theirs.title })).toBeVisible()
})

test('a circle of waiting is refused in words, and nothing changes', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/422|409|400/)
  const [one, two] = [await anIssue({ title: 'One' }), await anIssue({ title: 'Two' })]
  await (await api('mohamed')).ask(addLink, { group: GROUP, ref: one.ref, role: 'blocks', other: two.ref })
  await signIn('cindy')
  await open(page, issueAt(one))
  await page.getByRole('button', { name: 'Link…' }).click()
  const dialog = page.getByRole('dialog', { name: `#${one.ref} …` })
  await dialog.getByRole('searchbox', { name: 'The other issue' }).fill(two.title)
  await dialog.getByRole('button', { name: `Link #${two.ref}` }).click()
  await expect(page.getByText('This link would make a circle').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Links' }).getByRole('listitem')).toHaveCount(1)
})

test('a person who closes a duplicate says of what, and both issues show it', async ({
  page,
  signIn,
  anIssue,
}) => {
  const [original, twin] = [await anIssue({ title: 'The original' }), await anIssue({ title: 'The twin' })]
  await signIn('cindy')
  await open(page, issueAt(twin))
  await page.getByRole('button', { name: 'Close…' }).click()
  await page.getByRole('menuitem', { name: 'duplicate' }).click()
  const question = page.getByRole('dialog', { name: `Of which issue is #${twin.ref} a duplicate?` })
  await question.getByRole('searchbox', { name: 'The original' }).fill(original.title)
  await question.getByRole('button', { name: `Close as duplicate #${original.ref}` }).click()
  await expect(page.getByText('Closed: duplicate')).toBeVisible()
  await page.getByRole('region', { name: 'Links' }).getByRole('link', { name: original.title }).click()
  const links = page.getByRole('region', { name: 'Links' })
  await expect(links.getByRole('heading', { name: 'Is duplicated by' })).toBeVisible()
  await expect(links.getByRole('link', { name: twin.title })).toBeVisible()
})
