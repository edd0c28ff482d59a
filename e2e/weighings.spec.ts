import { readWeighing } from '#lib/contract/weighings.ts'
import { open, announcement } from './boards.ts'
import { openStream } from './stream.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('three people weigh an issue unseen; the last one reveals it, and they agree', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const issue = await anIssue({
    title: 'How big is it',
    weight: null,
    state: 'planning breakdown',
    deliverable: false,
  })
  const address = `/${GROUP}/issues/${issue.ref}`
  const em = await api('mohamed')
  const stream = await openStream(em, GROUP)
  await expect.poll(stream.retry).toBe(1000)

  await signIn('mohamed')
  await open(page, address)
  const weighing = page.getByRole('region', { name: 'Estimation' })
  await weighing.getByRole('button', { name: 'Estimate together…' }).click()
  const dialog = page.getByRole('dialog', { name: `Who estimates #${issue.ref}?` })
  await expect(dialog.getByRole('checkbox').first()).toBeVisible()
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  const ask = dialog.getByRole('button', { name: /^Ask/ })
  await expect(ask).toBeDisabled()
  for (const name of ['Cindy Halim', 'Julie Huang', 'Newick Lee']) await dialog.getByLabel(name).check()
  await ask.click()
  await expect(weighing.getByText('0 of 3 have voted.')).toBeVisible()

  const julie = await asPerson('julie')
  await open(julie, address)
  const mine = julie.getByRole('region', { name: 'Estimation' })
  await mine.getByRole('textbox', { name: 'Another weight' }).fill('5')
  await mine.getByRole('textbox', { name: /^Reason/ }).fill('Seventeen tables move')
  await mine.getByRole('button', { name: 'Submit weight' }).click()
  await expect(mine.getByText('Your weight: 5.')).toBeVisible()
  await expect(weighing.getByText('1 of 3 have voted.')).toBeVisible()
  await expect(weighing.getByRole('listitem').filter({ hasText: 'Julie Huang' })).toContainText('voted')
  await expect(weighing.getByText('Seventeen')).toHaveCount(0)
  const { weighing: seen } = await em.ask(readWeighing, { group: GROUP, ref: issue.ref })
  expect(JSON.stringify([seen, stream.events])).not.toMatch(/Seventeen|"weight":5/)
  stream.close()

  for (const handle of ['cindy', 'newick']) {
    const other = await asPerson(handle)
    await open(other, address)
    const theirs = other.getByRole('region', { name: 'Estimation' })
    await theirs.getByRole('radio', { name: '3' }).focus()
    await other.keyboard.press('Space')
    await other.keyboard.press('Enter')
    await expect(other.getByRole('region', { name: 'Estimation' })).toContainText(
      handle === 'cindy' ? 'Your weight: 3.' : 'From 3 to 5',
    )
  }
  await expect(weighing.getByText('Seventeen tables move')).toBeVisible()
  await expect(julie.getByRole('button', { name: 'Agree', exact: true })).toBeVisible()
  await julie.getByRole('textbox', { name: 'Another weight' }).fill('4')
  await julie.getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(announcement(julie)).toContainText(`#${issue.ref} weighs 4.`)
  await expect(page.getByRole('button', { name: /^Weight:/ })).toHaveAccessibleName('Weight: 4')
  await expect(weighing.getByText('Agreed on 4.')).toBeVisible()
})

test('a person who was asked neither reveals nor gives up what others began', async ({
  page,
  signIn,
  anIssue,
  asPerson,
}) => {
  const issue = await anIssue({
    title: 'Theirs to reveal',
    weight: null,
    state: 'planning breakdown',
    deliverable: false,
  })
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const weighing = page.getByRole('region', { name: 'Estimation' })
  await weighing.getByRole('button', { name: 'Estimate together…' }).click()
  await page.getByRole('button', { name: /^Ask \d/ }).click()
  const cindy = await asPerson('cindy')
  await open(cindy, `/${GROUP}/issues/${issue.ref}`)
  const hers = cindy.getByRole('region', { name: 'Estimation' })
  const reveal = hers.getByRole('button', { name: 'Reveal the weights' })
  await expect(reveal).toBeDisabled()
  await expect(reveal).toHaveAccessibleDescription(
    'Only the person who started the estimation, the PM or the EM can reveal it.',
  )
  await expect(hers.getByRole('button', { name: 'Cancel estimation' })).toHaveCount(0)
  await weighing.getByRole('button', { name: 'Cancel estimation' }).click()
  await expect(hers.getByRole('button', { name: 'Estimate together…' })).toBeVisible()
})
