import { indexIssues } from '#lib/contract/issue-lists.ts'
import { weighIssue } from '#lib/contract/issues.ts'
import { addLink, removeLink } from '#lib/contract/links.ts'
import { readRefinement } from '#lib/contract/refinements.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('a refinement issue shows how far it is, is weighed in place, and closes with the last weight', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const waiting = { weight: null, state: 'planning breakdown', deliverable: false }
  const [first, last] = [
    await anIssue({ ...waiting, title: 'How big is it' }),
    await anIssue({ ...waiting, title: 'And how big is this' }),
  ]
  const { first: made } = await em.ask(indexIssues, { group: GROUP, filter: 'kind:refinement' })
  const ref = made[0]?.ref ?? 0
  expect(made[0]?.title).toMatch(/^Refinement, week \d+$/)
  // The issues of the story take the place of those that the sample lists.
  for (const other of [first.ref, last.ref])
    await em.ask(addLink, { group: GROUP, ref, role: 'relates', other })
  const { items } = await em.ask(readRefinement, { group: GROUP, ref })
  for (const { ref: other } of items) {
    if (other !== first.ref && other !== last.ref)
      await em.ask(removeLink, { group: GROUP, ref, role: 'relates', other })
  }

  await signIn('julie')
  await open(page, `/${GROUP}/issues/${ref}`)
  const list = page.getByRole('region', { name: 'Issues to refine' })
  await expect(list).toContainText('0 of 2 weighed')
  await list.getByRole('button', { name: `Weigh #${first.ref}` }).click()
  await page.getByRole('menuitemcheckbox', { name: /^3/ }).click()
  await expect(list).toContainText('1 of 2 weighed')
  await expect(page.getByText('all 2 of its issues have a weight')).toHaveCount(0)

  await em.ask(weighIssue, { group: GROUP, ref: last.ref, weight: 1 })
  await expect(list).toContainText('2 of 2 weighed')
  await expect(
    page.getByText(/^Mohamed Hamda.*closed this issue: all 2 of its issues have a weight/),
  ).toBeVisible()
  await page.keyboard.press('z')
  await expect(list).toContainText('1 of 2 weighed')
  await expect(
    page.getByText(/^Julie Huang.*reopened this issue: an issue of it has no weight/),
  ).toBeVisible()
})
