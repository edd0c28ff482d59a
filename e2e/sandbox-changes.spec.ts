import type { Page } from 'playwright/test'
import { readCapacity } from '#lib/contract/capacity.ts'
import { labelIssue, readIssue } from '#lib/contract/issues.ts'
import { addSandboxChange, openSandbox, readSandbox } from '#lib/contract/sandboxes.ts'
import { addTimeOff, editTimeOff, listTimeOff } from '#lib/contract/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { sandboxLink } from '#lib/kit/links.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { pressKey, tabTo } from './keys.ts'
import { aCandidate, planOf } from './plans.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const dialog = (page: Page) => page.getByRole('dialog')
const changes = (page: Page) => page.getByRole('list', { name: 'Changes', exact: true }).getByRole('listitem')
const people = (page: Page) => page.getByRole('table', { name: 'What-if by person' })
const left = (page: Page) =>
  dialog(page)
    .getByRole('status')
    .filter({ hasText: /left of it/i })

async function opened(client: Client, title: string) {
  const { milestone } = await planOf(client)
  const { sandbox } = await client.ask(openSandbox, { group: GROUP, milestone: milestone.slug, title })
  const at = { group: GROUP, milestone: milestone.slug, sandbox }
  const startOn = milestone.startOn ?? ''
  const monday = addDays(startOn, ((8 - weekday(startOn)) % 7) + 14)
  return { at, monday, link: sandboxLink(GROUP, at.milestone, sandbox) }
}

test('a day out of the middle of a week off is worked: it is tried, confirmed after the week has moved, applied and undone', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const [em, newick] = [await api('mohamed'), await api('newick')]
  const { monday, link } = await opened(em, 'A day of work')
  const [wednesday, friday] = [addDays(monday, 2), addDays(monday, 4)]
  const { entry } = await newick.ask(addTimeOff, {
    group: GROUP,
    from: monday,
    to: friday,
    kind: 'vacation',
    note: 'Sailing',
  })
  const away = async (client: Client) =>
    (await client.ask(listTimeOff, { group: GROUP, from: monday, to: friday, person: 'newick' })).items
  await signIn('mohamed')
  await open(page, link)
  await page.getByRole('button', { name: 'Add a change' }).click()
  await dialog(page).getByRole('combobox', { name: 'What changes' }).click()
  await page.getByRole('option', { name: 'Less time off of a person' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Add', exact: true })).toHaveAccessibleDescription(
    'Choose the time off.',
  )
  await dialog(page).getByRole('combobox', { name: 'Time off' }).click()
  await page.getByRole('option', { name: new RegExp(`^Newick .*, ${spanText(monday, friday)}$`) }).click()
  await expect(left(page)).toHaveText('Nothing is left of it.')
  await dialog(page).getByRole('textbox', { name: 'First day worked' }).fill(wednesday)
  await dialog(page).getByRole('textbox', { name: 'Last day worked' }).fill(wednesday)
  await expect(left(page)).toHaveText(
    `Left of it: ${spanText(monday, addDays(monday, 1))} and ${spanText(addDays(monday, 3), friday)}.`,
  )
  await expectNoViolations(page, '[role=dialog]')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(changes(page)).toHaveText(
    new RegExp(`Newick .* is not away ${spanText(wednesday, wednesday)}`),
  )
  await expect(people(page).getByRole('row').filter({ hasText: 'Newick' })).toContainText('becomes')

  const engineer = await asPerson('julie')
  await open(engineer, link)
  await expect(changes(engineer)).toHaveCount(1)
  await expect(engineer.locator('body')).not.toContainText(/vacation|sailing/i)

  await newick.ask(editTimeOff, { group: GROUP, entry: entry.id, to: addDays(monday, 3) })
  await expect(changes(page)).toContainText(/Since then: Newick .* changed their time off/)
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(dialog(page).getByRole('checkbox')).not.toBeChecked()
  await dialog(page).getByRole('checkbox').check()
  await expect(dialog(page).getByRole('combobox', { name: 'Kind of the time off' })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText(/^This what-if was applied by Mohamed/)).toBeVisible()
  expect((await away(newick)).map(({ from, to, kind, note }) => [from, to, kind, note])).toEqual([
    [monday, addDays(monday, 1), 'vacation', 'Sailing'],
    [addDays(monday, 3), addDays(monday, 3), 'vacation', 'Sailing'],
  ])
  await page.keyboard.press('z')
  await expect(page.getByText(/^With these changes/)).toBeVisible()
  expect((await away(em)).map(({ from, to }) => [from, to])).toEqual([[monday, addDays(monday, 3)]])
})

test('Deliverables are chosen by keys on a phone, held against capacity, applied as the plan does it, and undone', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const ready = await aCandidate(anIssue, em, { title: 'Ready to be picked', weight: 3 })
  const unready = await aCandidate(anIssue, em, { title: 'Not ready at all', state: 'planning breakdown' })
  const { at, link } = await opened(em, 'One Deliverable more')
  const before = (await em.ask(readSandbox, at)).total
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('mohamed')
  await open(page, link)
  await tabTo(page, page.getByRole('button', { name: 'Choose Deliverables' }))
  await page.keyboard.press('Enter')
  const box = (name: string) => dialog(page).getByRole('checkbox', { name })
  await dialog(page).getByRole('searchbox', { name: 'Find a candidate' }).fill(`#${unready.ref}`)
  await expect(box(unready.title)).toBeDisabled()
  await expect(dialog(page).getByRole('listitem')).toContainText('Move it to ready for development first.')
  await dialog(page).getByRole('searchbox', { name: 'Find a candidate' }).fill(`#${ready.ref}`)
  await tabTo(page, box(ready.title))
  await page.keyboard.press('Space')
  await expect(box(ready.title)).toBeChecked()
  const sum = `${before.live.picked + 3} of ${before.live.weight} picked`
  await expect(dialog(page).getByRole('status').filter({ hasText: sum })).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await wider()).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await expect(changes(page)).toContainText([`#${ready.ref} becomes a Deliverable`])
  expect(await wider()).toBeLessThanOrEqual(0)
  await expectNoViolations(page)
  const { total } = await em.ask(readSandbox, at)
  expect(total).toMatchObject({ live: before.live, whatIf: { picked: before.live.picked + 3 } })
  expect((await em.ask(readCapacity, { group: GROUP, milestone: at.milestone })).total.weight).toBe(
    before.live.weight,
  )

  await tabTo(page, page.getByRole('button', { name: 'Apply', exact: true }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, dialog(page).getByRole('button', { name: 'Apply 1 change' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^This what-if was applied by Mohamed/)).toBeVisible()
  const assignees = async () => (await em.ask(readIssue, { group: GROUP, ref: ready.ref })).assignees
  expect(await assignees()).toEqual(['cindy'])
  await pressKey(page, 'z')
  await expect(page.getByText(/^With these changes/)).toBeVisible()
  expect(await assignees()).toEqual([])
})

test('a tick that is taken back leaves no change, and what could not be picked any more says why when it is applied', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const em = await api('mohamed')
  const ready = await aCandidate(anIssue, em, { title: 'Picked for a while' })
  const { at, link } = await opened(em, 'Picks that come and go')
  const change = { what: 'deliverable' as const, ref: ready.ref, isIn: true }
  await em.ask(addSandboxChange, { ...at, change })
  await signIn('mohamed')
  await open(page, link)
  await expect(changes(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Choose Deliverables' }).click()
  const box = dialog(page).getByRole('checkbox', { name: ready.title })
  const line = dialog(page).getByRole('listitem').filter({ hasText: ready.title })
  await expect(line).toContainText('Not a Deliverable in the live plan')
  await box.uncheck()
  await expect(line).not.toContainText('in the live plan')
  expect((await em.ask(readSandbox, at)).changes).toEqual([])
  await box.check()
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(changes(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await em.ask(labelIssue, { group: GROUP, ref: ready.ref, add: ['workflow::planning breakdown'] })
  await dialog(page).getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Move it to ready for development first.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Drop' }).click()
  await expect(page.getByText(/^This what-if was dropped/)).toBeVisible()
})
