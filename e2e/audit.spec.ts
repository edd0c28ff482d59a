import { weighIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the audit log is narrowed in the address, and its chain is unbroken', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Weighed by Patrick' })
  await (await api('patrick')).ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 3 })
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/audit`)
  const entries = page.getByRole('list', { name: 'Events' }).getByRole('listitem')
  await choose(page.getByRole('combobox', { name: 'Who' }), 'Patrick Cyiza')
  await choose(page.getByRole('combobox', { name: 'Topic' }), 'Issues')
  await expect(entries.first()).toContainText(
    `Patrick Cyiza changed the weight of #${issue.ref} from 2 to 3.`,
  )
  await expect(page).toHaveURL(/\?actor=patrick&about=issues$/)
  await page.reload()
  await expect(entries.first()).toContainText(`#${issue.ref}`)
  await expect(entries.filter({ hasNotText: /Event [\d,]+Patrick Cyiza/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Verify the log' }).click()
  await expect(page.getByRole('main').getByText(/^Events 1–[\d,]+ are verified\.$/)).toBeVisible()
})

test('an engineer reads the record, and is not offered to check its chain', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, `/${GROUP}/settings/audit`)
  await expect(page.getByRole('combobox', { name: 'Who' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Verify the log' })).toHaveCount(0)
})
