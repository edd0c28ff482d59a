import type { Page } from 'playwright/test'
import { confirmCapacity } from '#lib/contract/capacity.ts'
import { listOutcomes } from '#lib/contract/closing.ts'
import { readIssue, weighIssue, type Card } from '#lib/contract/issues.ts'
import { createPlanningIssue } from '#lib/contract/planning-issue.ts'
import { addTimeOff } from '#lib/contract/time-off.ts'
import { addDays, eachDay, monthOf, weekday, type PlainDate } from '#lib/kit/plain-date.ts'
import { announcement, open } from './boards.ts'
import type { Client } from './client.ts'
import { choose } from './fields.ts'
import { pressKey, tabTo } from './keys.ts'
import { somePlanners } from './planners.ts'
import { candidates, pickBox, rowOf, tray } from './plans.ts'
import { expect, test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

type Month = {
  em: Client
  group: string
  /** First and last of three working days of 1.1, in one month. */
  away: { from: PlainDate; to: PlainDate }
  /** An open Deliverable of 1.0. */
  late: Card
  /** To be planned: with a DRI, without one, without a weight, and what can wait. */
  driven: Card
  free: Card
  raw: Card
  spare: Card
}

/** A month that is to be planned. `place`: of what is a candidate for it. */
async function aMonth(baseURL = '', place = 'next-1-3'): Promise<Month> {
  const { em, group, startOn, ...rest } = await somePlanners(baseURL)
  const anIssue: typeof rest.anIssue = (title, facts, labels) =>
    rest.anIssue(title, { milestone: place, ...facts }, labels)
  const from = eachDay(startOn, addDays(startOn, 25)).find(isWithinMonth) ?? startOn
  return {
    em,
    group,
    away: { from, to: addDays(from, 2) },
    late: await anIssue('Not done in time', { milestone: '1.0', dri: 'patrick' }, [
      'workflow::in dev',
      'Deliverable',
    ]),
    driven: await anIssue('Retry what the receiver drops', { dri: 'cindy' }),
    free: await anIssue('Rename the probe', {}),
    raw: await anIssue('Show the version of a model', { weight: null, dri: 'cindy' }, [
      'workflow::planning breakdown',
    ]),
    spare: await anIssue('Tidy the logs', { weight: 1, dri: 'patrick' }),
  }
}

const isWithinMonth = (day: PlainDate) => weekday(day) === 1 && monthOf(day) === monthOf(addDays(day, 2))

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const planAt = (group: string) => `/${group}/milestones/1.1/plan`
const capacityAt = (group: string) => `/${group}/milestones/1.1/capacity`
const settingsAt = (group: string) => `/${group}/settings/milestones`
const capacityOf = (page: Page, weight: number) =>
  button(page, new RegExp(`^Cindy Halim: capacity ${weight}$`))
const panel = (page: Page) => page.getByRole('complementary', { name: 'Planning issue' })
const closing = (page: Page) => page.getByRole('dialog', { name: 'Close 1.0' })
const reasonOf = (page: Page, { ref }: Card) =>
  closing(page).getByRole('combobox', { name: `Slip reason of #${ref}` })

/** Down the candidates, from the first or from where one is. */
async function walkTo(page: Page, { title }: Card): Promise<void> {
  await expect(async () => {
    await pressKey(page, 'j')
    await expect(candidates(page).getByRole('link', { name: title })).toBeFocused({ timeout: 200 })
  }).toPass()
}

/** What the month came to: who drives what in 1.1, and what became of 1.0. */
async function expectPlanned({ em, group, late, driven, free, raw, spare }: Month): Promise<void> {
  const found = async ({ ref }: Card) => {
    const { dri, milestone, labels } = await em.ask(readIssue, { group, ref })
    return [dri, milestone, labels.some(({ meaning }) => meaning === 'deliverable')]
  }
  expect(await Promise.all([driven, raw, free, spare, late].map(found))).toEqual([
    ['cindy', '1.1', true],
    ['cindy', '1.1', true],
    ['patrick', '1.1', true],
    ['patrick', '1.1', false],
    ['patrick', '1.1', true],
  ])
  const { items } = await em.ask(listOutcomes, { group, milestone: '1.0' })
  expect(items.map(({ ref, reason }) => [ref, reason])).toEqual([[late.ref, 'blocked']])
}

test('a month is planned by PM, engineers and EM, from the planning issue to the close of the milestone before', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const month = await aMonth(baseURL)
  const { group, away, driven, free, raw, spare, late } = month
  const [pm, cindy, patrick] = [await asPerson('jordan'), await asPerson('cindy'), await asPerson('patrick')]

  // the PM creates the planning issue, and adds what waits on the shelf
  await open(pm, planAt(group))
  await button(pm, /^Create the planning issue for /).click()
  await expect(button(pm, 'Post capacity and DRIs')).toHaveCount(0)
  await expect(panel(pm).getByRole('link', { name: /^#\d+$/ })).toBeVisible()
  await button(pm, 'Add candidates').first().click()
  const adding = pm.getByRole('dialog', { name: 'Add candidates to 1.1' })
  for (const { ref } of [driven, free, raw, spare])
    await adding.getByRole('checkbox', { name: new RegExp(`#${ref}\\b`) }).check()
  await button(pm, 'Add 4 candidates').click()
  await expect(rowOf(pm, spare)).toBeVisible()

  // an engineer is away for three days, which leave the capacity while the EM looks, and confirms the rest
  await signIn('mohamed')
  await open(page, capacityAt(group))
  await expect(capacityOf(page, 10)).toBeVisible()
  await open(cindy, `/${group}/time-off?month=${monthOf(away.from)}`)
  const dayOf = (day: PlainDate) => cindy.locator(`td[data-person="cindy"][data-day="${day}"]`)
  await dayOf(away.from).hover()
  await cindy.mouse.down()
  await dayOf(away.to).hover()
  await cindy.mouse.up()
  await button(cindy, 'Add 3 days').click()
  await capacityOf(page, 8.5).click()
  await expect(page.getByRole('dialog')).toContainText('Available17 days')
  await page.keyboard.press('Escape')
  await open(cindy, capacityAt(group))
  await button(cindy, 'My days are right').click()
  const confirmed = page.getByRole('list', { name: 'Days confirmed' }).getByRole('listitem')
  await expect(confirmed.filter({ hasText: 'Cindy' })).toContainText(/Confirmed \d/)

  // she weighs what is hers
  await open(cindy, planAt(group))
  await button(cindy, `Weigh #${raw.ref}`).click()
  await cindy.getByRole('menuitemcheckbox', { name: /^2/ }).first().click()

  // the EM takes a proposal, exchanges what can wait for what was weighed, and makes the Deliverables
  await open(page, planAt(group))
  await expect(button(page, `Weight of #${raw.ref}: 2`)).toBeVisible()
  await button(page, 'Propose').first().click()
  await expect(page.getByText('Proposal · 3 picked, 1 left out')).toBeVisible()
  await expect(button(page, `DRI of #${free.ref}: Patrick Cyiza, chosen here`)).toBeVisible()
  await pickBox(page, spare).uncheck()
  await pickBox(page, raw).check()
  await tray(page)
    .getByRole('button', { name: `Set the status of #${raw.ref}` })
    .click()
  await page.getByRole('menuitemcheckbox', { name: /ready for development/ }).click()
  await expect(tray(page)).toContainText('3 picked · weight 6 of 18.5')
  await button(page, 'Make 3 Deliverables').click()
  await expect(rowOf(page, raw)).toContainText('Deliverable')
  await open(patrick, `/${group}/inbox`)
  const inbox = patrick.getByRole('list', { name: 'Inbox' }).getByRole('listitem')
  await expect(inbox.filter({ hasText: free.title }).filter({ hasText: 'You are the DRI' })).toBeVisible()

  // capacity and DRIs are posted where the PM reads them
  await button(page, 'Post capacity and DRIs').click()
  const post = panel(pm).getByRole('listitem').filter({ hasText: 'Team capacity, 1.1' })
  await expect(post).toContainText('18.5')
  await expect(post.getByRole('row', { name: free.title })).toContainText('patrick')

  // the milestone before is closed, and what was not done in it comes along
  await open(page, settingsAt(group))
  await button(page, 'Close milestone… 1.0').click()
  await choose(reasonOf(page, late), 'Blocked')
  await button(page, 'Close 1.0').click()
  await expect(announcement(page)).toContainText('Closed 1.0: 0 of 1 kept, 0 %.')
  await expect(rowOf(pm, late)).toContainText('Deliverable')
  await expectPlanned(month)
})

test('the part of the EM is done by keyboard alone', async ({ page, signIn, api, baseURL }) => {
  test.setTimeout(240_000)
  const month = await aMonth(baseURL, '1.1')
  const { group, away, free, raw, spare, late } = month
  const milestone = '1.1'
  await (await api('jordan')).ask(createPlanningIssue, { group, milestone })
  const cindy = await api('cindy')
  await cindy.ask(addTimeOff, { group, ...away, kind: 'vacation' })
  await cindy.ask(confirmCapacity, { group, milestone, person: 'cindy' })
  await cindy.ask(weighIssue, { group, ref: raw.ref, weight: 2 })
  await signIn('mohamed')
  await open(page, capacityAt(group))
  await tabTo(page, page.getByRole('table', { name: 'Capacity of 1.1' }).getByRole('button').first())
  // below the team
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(capacityOf(page, 8.5)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Available17 days')
  await page.keyboard.press('Escape')

  await open(page, planAt(group))
  await tabTo(page, button(page, 'Propose').last())
  await page.keyboard.press('Enter')
  await expect(page.getByText('Proposal · 3 picked, 1 left out')).toBeVisible()
  await walkTo(page, spare)
  await pressKey(page, 'x')
  await walkTo(page, raw)
  await pressKey(page, 'x')
  await tabTo(page, button(page, `Set the status of #${raw.ref}`))
  await page.keyboard.press('Enter')
  const ready = page.getByRole('menuitemcheckbox', { name: /ready for development/ })
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(ready).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(tray(page)).toContainText('3 picked · weight 6 of 18.5')
  await pressKey(page, 'Control+Enter')
  await expect(rowOf(page, free)).toContainText('Deliverable')
  await tabTo(page, button(page, 'Post capacity and DRIs'))
  await page.keyboard.press('Enter')
  await expect(button(page, 'Post capacity and DRIs again')).toBeVisible()

  await open(page, settingsAt(group))
  await tabTo(page, button(page, 'Close milestone… 1.0'))
  await page.keyboard.press('Enter')
  await tabTo(page, reasonOf(page, late))
  await page.keyboard.press('Enter')
  await page.keyboard.type('block')
  await page.keyboard.press('Enter')
  await expect(reasonOf(page, late)).toHaveText('Blocked')
  await expect(reasonOf(page, late)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(announcement(page)).toContainText('Closed 1.0: 0 of 1 kept, 0 %.')
  await expectPlanned(month)
})
