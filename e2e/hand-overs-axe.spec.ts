import { handOverIssue } from '#lib/contract/hand-overs.ts'
import { expectNoViolations } from './axe.ts'
import { cardOn, open, openBoard } from './boards.ts'
import { pressKey, tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing where a hand-over waits, in both themes: issue, inbox, week, board and dialogs', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Readable', dri: 'newick' })
  const asked = { from: 'newick', to: 'cindy', context: 'Done:\n\n- the probe' }
  await (await api('newick')).ask(handOverIssue, { group: GROUP, ref: issue.ref, ...asked })
  await signIn('cindy')
  for (const address of [`/${GROUP}/issues/${issue.ref}`, `/${GROUP}/inbox`, `/${GROUP}/week`]) {
    await open(page, address)
    await expect(page.getByRole('button', { name: `Take over #${issue.ref}`, exact: true })).toBeVisible()
    await expectNoViolations(page)
  }
  await page.getByRole('button', { name: `Decline to take over #${issue.ref}` }).click()
  await expect(page.getByRole('textbox', { name: /^Why/ })).toBeVisible()
  await expectNoViolations(page)
  await openBoard(page, 'build', { q: issue.title })
  await expectNoViolations(page)
  await tabTo(page, cardOn(page, issue))
  await pressKey(page, 'd')
  await expect(page.getByRole('dialog', { name: `The hand-over of #${issue.ref}` })).toBeVisible()
  await expectNoViolations(page)
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('button', { name: 'Hand over now…' }).click()
  await expect(
    page.getByRole('dialog', { name: `Hand over #${issue.ref}` }).getByRole('textbox', { name: /^Context/ }),
  ).toBeVisible()
  await expectNoViolations(page)
})
