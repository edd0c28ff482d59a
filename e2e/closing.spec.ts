import type { Page } from 'playwright/test'
import { closeMilestone, listOutcomes } from '#lib/contract/closing.ts'
import { createGroup, readGroup } from '#lib/contract/groups.ts'
import { createIssue, labelIssue, readIssue } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { createMilestone } from '#lib/contract/milestones.ts'
import { addPerson } from '#lib/contract/people.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { clientAt, type Client } from './client.ts'
import { choose } from './fields.ts'
import { tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

type World = { em: Client; group: string; refs: number[] }

/** A group of the story's own, on the due day of its milestone 1.0 unless said otherwise, with four Deliverables. */
async function aGroup(baseURL: string | undefined, { daysLeft = 0 } = {}): Promise<World> {
  const admin = await clientAt(baseURL ?? '', 'admin')
  const { group } = await admin.ask(createGroup, { name: `Closers ${newWord()}`, zone: 'UTC', em: 'mohamed' })
  const em = await clientAt(baseURL ?? '', 'mohamed')
  const { today } = await em.ask(readGroup, { group })
  const dueOn = addDays(today, daysLeft)
  await em.ask(createMilestone, { group, title: '1.0', startOn: addDays(today, -20), dueOn })
  await em.ask(createMilestone, {
    group,
    title: '1.1',
    startOn: addDays(dueOn, 1),
    dueOn: addDays(dueOn, 28),
  })
  const { items } = await em.ask(listLabels, { group })
  const own = items.filter(({ meaning }) => meaning === 'group').map(({ title }) => title)
  const refs: number[] = []
  for (const title of ['First', 'Second', 'Third', 'Fourth']) {
    const { card } = await em.ask(createIssue, {
      group,
      title,
      description: 'Enough to start from.',
      weight: 2,
      milestone: '1.0',
      dri: 'mohamed',
      labels: [...own, 'type::bug', 'workflow::in dev', 'Deliverable'],
    })
    refs.push(card.ref)
  }
  return { em, group, refs }
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Close 1.0' })
const row = (page: Page, title: string) => dialog(page).getByRole('listitem').filter({ hasText: title })
const field = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true })
const opener = (page: Page) => page.getByRole('button', { name: 'Close milestone… 1.0' })
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })
const toast = (page: Page) => messages(page).getByText('Closed 1.0: 0 of 4 kept, 0 %.')
const milestoneOf = async ({ em, group }: World, ref: number) =>
  (await em.ask(readIssue, { group, ref })).milestone

test('the EM closes a milestone: many are set at once, one is said otherwise, and for a day it can be reopened', async ({
  page,
  signIn,
  baseURL,
}) => {
  const world = await aGroup(baseURL)
  const { em, group, refs } = world
  const [first = 0, second = 0] = refs
  await signIn('mohamed')
  await open(page, `/${group}/settings/milestones`)
  await opener(page).click()
  await expect(row(page, 'First')).toContainText('in dev')
  await expect(field(page, `Destination of #${first}`)).toHaveText('1.1')
  await expectNoViolations(page)
  await dialog(page).getByRole('button', { name: 'Close 1.0' }).click()
  await expect(row(page, 'Second')).toContainText('Choose a reason.')
  await expect(field(page, `Slip reason of #${first}`)).toBeFocused()
  await choose(field(page, 'Slip reason of all 4'), 'Blocked')
  await dialog(page)
    .getByRole('checkbox', { name: `Select #${second}` })
    .check()
  await choose(field(page, 'Destination of 1 selected'), 'Backlog')
  await choose(field(page, `Slip reason of #${second}`), 'Other')
  await dialog(page)
    .getByRole('textbox', { name: `Why #${second} slipped` })
    .fill('The vendor left')
  await expect(dialog(page)).toContainText(
    '0 of 4 kept, 0 %. Open Deliverables move: 3 to 1.1 and 1 to Backlog.',
  )
  await dialog(page).getByRole('button', { name: 'Close 1.0' }).click()
  await expect(toast(page)).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  expect([await milestoneOf(world, first), await milestoneOf(world, second)]).toEqual(['1.1', 'backlog'])
  const { items } = await em.ask(listOutcomes, { group, milestone: '1.0' })
  expect(items.map(({ ref, reason, text }) => [ref, reason, text])).toEqual(
    refs.map((ref) => (ref === second ? [ref, 'other', 'The vendor left'] : [ref, 'blocked', ''])),
  )
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(messages(page).getByText('Reopened 1.0. 4 issues came back.')).toBeVisible()
  await expect(opener(page)).toBeVisible()
  expect(await milestoneOf(world, second)).toBe('1.0')
})

test('by keyboard alone, before the due day: it says how many days are left, and asks again', async ({
  page,
  signIn,
  baseURL,
}) => {
  const world = await aGroup(baseURL, { daysLeft: 3 })
  await signIn('mohamed')
  await open(page, `/${world.group}/settings/milestones`)
  await opener(page).focus()
  await page.keyboard.press('Enter')
  await expect(field(page, 'Slip reason of all 4')).toBeVisible()
  await tabTo(page, field(page, 'Slip reason of all 4'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('scope')
  await page.keyboard.press('Enter')
  await expect(field(page, `Slip reason of #${world.refs[3]}`)).toHaveText('Scope grew')
  await expect(dialog(page)).toContainText('Ends in 3 days')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('1.0 ends in 3 days.')
  await expect(dialog(page).getByRole('button', { name: 'Close 3 days early' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(toast(page)).toBeVisible()
  await expect(opener(page)).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(messages(page).getByText('Reopened 1.0. 4 issues came back.')).toBeVisible()
})

test('what the rules hold back is said in its row, and goes without Deliverable', async ({
  page,
  signIn,
  baseURL,
}) => {
  const world = await aGroup(baseURL)
  const [first = 0] = world.refs
  await world.em.ask(labelIssue, { group: world.group, ref: first, remove: ['workflow::in dev'] })
  await signIn('mohamed')
  await open(page, `/${world.group}/settings/milestones`)
  await opener(page).click()
  await choose(field(page, 'Slip reason of all 4'), 'Deprioritised')
  await choose(field(page, `Destination of #${first}`), /^1\.1/)
  await dialog(page).getByRole('button', { name: 'Close 1.0' }).click()
  await expect(row(page, 'First')).toContainText('It has no workflow state.')
  await row(page, 'First').getByRole('checkbox', { name: 'Take Deliverable off' }).check()
  await dialog(page).getByRole('button', { name: 'Close 1.0' }).click()
  await expect(toast(page)).toBeVisible()
  expect(await milestoneOf(world, first)).toBe('1.1')
})

test('of two EMs one closes, and the other reads that it is closed', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const world = await aGroup(baseURL)
  await world.em.ask(addPerson, { group: world.group, person: 'julie', role: 'em' })
  await signIn('mohamed')
  await open(page, `/${world.group}/settings/milestones`)
  await opener(page).click()
  await choose(field(page, 'Slip reason of all 4'), 'Blocked')
  const other = await asPerson('julie')
  await open(other, `/${world.group}/settings/milestones`)
  await opener(other).click()
  await choose(field(other, 'Slip reason of all 4'), 'Time off')
  await dialog(other).getByRole('button', { name: 'Close 1.0' }).click()
  await expect(toast(other)).toBeVisible()
  await expect(dialog(page).getByRole('alert').filter({ hasText: '1.0 is already closed.' })).toBeVisible()
  const { items, closedBy } = await world.em.ask(listOutcomes, { group: world.group, milestone: '1.0' })
  expect([closedBy, new Set(items.map(({ reason }) => reason))]).toEqual([
    'Julie Huang',
    new Set(['time_off']),
  ])
})

test('a product manager closes no milestone', async ({ page, signIn, asPerson, api }) => {
  await signIn('jordan')
  await open(page, `/${GROUP}/settings/milestones`)
  await expect(page.getByRole('button', { name: 'New milestone' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Close milestone/ })).toHaveCount(0)
  const em = await asPerson('mohamed')
  await open(em, `/${GROUP}/settings/milestones`)
  await expect(em.getByRole('button', { name: /^Close milestone/ })).toHaveCount(1)
  const pm = await api('jordan')
  const refused = pm.ask(closeMilestone, { group: GROUP, milestone: 'backlog', issues: [] })
  await expect(refused).rejects.toThrow('Only the engineering manager closes a milestone.')
})
