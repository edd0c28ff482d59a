import { weighIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the activity of an issue is read back to its beginning, while new things happen', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const julie = await api('julie')
  const { ref } = await anIssue({ title: 'A long life', weight: 1, deliverable: false })
  const weigh = (weight: number) => julie.ask(weighIssue, { group: GROUP, ref, weight })
  for (let turn = 0; turn < 55; turn += 1) await weigh(turn % 2 === 0 ? 2 : 1)
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${ref}`)
  const entries = page.locator('main').getByRole('listitem')
  await expect(entries.filter({ hasText: /changed the weight/ })).toHaveCount(50)
  await expect(entries.filter({ hasText: /created this issue/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show earlier' }).click()
  await expect(entries.filter({ hasText: /created this issue/ })).toHaveCount(1)
  await expect(entries.filter({ hasText: /changed the weight/ })).toHaveCount(55)
  await expect(page.getByRole('button', { name: 'Show earlier' })).toHaveCount(0)
  await weigh(3)
  await expect(entries.filter({ hasText: /from 2 to 3/ })).toHaveCount(1)
  await expect(entries.filter({ hasText: /changed the weight/ })).toHaveCount(56)
})
