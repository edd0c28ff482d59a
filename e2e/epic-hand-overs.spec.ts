import { createEpic, readEpic } from '#lib/contract/epics.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { newWord } from './world.ts'

test('a tech lead hands an epic over with context; it waits, and the engineer who accepts leads it', async ({
  page,
  signIn,
  baseURL,
  asPerson,
}) => {
  const { em, group } = await somePlanners(baseURL)
  const title = `Lifecycle ${newWord()}`
  const { number: epic } = await em.ask(createEpic, { group, title, techLead: 'cindy' })
  await signIn('cindy')
  await open(page, `/${group}/epics/${epic}`)
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await facts.getByRole('button', { name: 'Tech lead: Cindy Halim' }).click()
  await page.getByRole('menuitem', { name: 'Hand over…' }).click()
  const dialog = page.getByRole('dialog', { name: `Hand over &${epic}` })
  await expect(dialog.getByRole('textbox', { name: /^Context/ })).toHaveValue(/0 of 0 issues are done/)
  await dialog.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Patrick Cyiza' }).click()
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Ask to take over' }).click()
  await expect(facts.getByRole('region', { name: 'Pending hand-over' })).toContainText(
    'Until then Cindy Halim stays the tech lead.',
  )

  const patrick = await asPerson('patrick')
  await open(patrick, `/${group}/inbox`)
  await patrick.getByRole('link', { name: new RegExp(title) }).click()
  await patrick.getByRole('button', { name: `Take over &${epic}`, exact: true }).press('Enter')
  await expect(facts).toContainText('Patrick Cyiza')
  await expect(facts.getByRole('region', { name: 'Pending hand-over' })).toHaveCount(0)
  expect((await em.ask(readEpic, { group, epic })).techLead).toBe('patrick')
})
