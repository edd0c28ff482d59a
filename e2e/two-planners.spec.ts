import { readIssue } from '#lib/contract/issues.ts'
import { addPerson } from '#lib/contract/people.ts'
import { open } from './boards.ts'
import { somePlanners } from './planners.ts'
import { pickBox, rowOf, tray } from './plans.ts'
import { expect, test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('of two EMs who plan one milestone at once the second reads who was first, and loses nothing else', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  await em.ask(addPerson, { group, person: 'julie', role: 'em', acting: true })
  const both = await anIssue('Both want it', {})
  const own = await anIssue('Only the second wants it', { dri: 'cindy' })
  const raw = await anIssue('Not ready yet', { weight: null }, ['workflow::planning breakdown'])
  const plan = `/${group}/milestones/1.1/plan`
  const driOf = async ({ ref }: { ref: number }) => (await em.ask(readIssue, { group, ref })).dri

  await signIn('mohamed')
  await open(page, plan)
  const second = await asPerson('julie')
  await open(second, plan)
  for (const [who, dri] of [
    [page, 'Cindy Halim'],
    [second, 'Patrick Cyiza'],
  ] as const) {
    await pickBox(who, both).check()
    await rowOf(who, both)
      .getByRole('button', { name: `DRI of #${both.ref}: none` })
      .click()
    await who.getByRole('menuitemcheckbox', { name: dri }).click()
  }
  for (const one of [own, raw]) await pickBox(second, one).check()

  // both press at the same moment; what the second sends arrives last
  const { promise: first, resolve: arrived } = Promise.withResolvers<void>()
  await second.route('**/plan/selection', async (route) => {
    await first
    await route.continue()
  })
  await tray(second).getByRole('button', { name: 'Make 2 Deliverables' }).click()
  await tray(page).getByRole('button', { name: 'Make 1 Deliverable' }).click()
  await expect(rowOf(page, both)).toContainText('Deliverable')
  arrived()

  await expect(second.getByText(`#${both.ref} stays: Cindy Halim is now the DRI.`).first()).toBeVisible()
  await expect(rowOf(second, both)).toContainText('Mohamed Hamda')
  await expect(rowOf(second, own)).toContainText('Deliverable')
  await expect(pickBox(second, raw)).toBeChecked()
  await expect(rowOf(page, own)).toContainText('Julie Huang')
  expect([await driOf(both), await driOf(own), await driOf(raw)]).toEqual(['cindy', 'cindy', null])
})
