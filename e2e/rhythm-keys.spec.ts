import type { Locator, Page } from 'playwright/test'
import { createEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { createModel, listModels } from '#lib/contract/models.ts'
import { listPushBacks, raisePushBack } from '#lib/contract/push-backs.ts'
import { driftLink, drisLink, epicLink, handsLink, modelsLink, pushBacksLink } from '#lib/kit/links.ts'
import { raiseHand } from '#lib/contract/hands.ts'
import { open } from './boards.ts'
import { pressKey, tabTo } from './keys.ts'
import { somePlanners, type Planners } from './planners.ts'
import { expect, test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const IN_DEV = ['workflow::in dev']
const inDev = ({ anIssue }: Planners, title: string, dri?: string) =>
  anIssue(title, { milestone: '1.0', ...(dri ? { dri } : {}) }, IN_DEV)

/** After an act the focus is on the page, where the next key goes on from; not nowhere. */
const expectFocusKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')).not.toBe('BODY')

/** J until the line has the focus: the page may still be coming to life. */
const walkTo = (page: Page, link: Locator) =>
  expect(async () => {
    await page.keyboard.press('j')
    await expect(link).toBeFocused({ timeout: 300 })
  }).toPass()

/** Letters that come late, as on a busy machine, begin a name anew: then it is typed again. */
const nameIn = (page: Page, dialog: Locator, name: string) =>
  expect(async () => {
    await page.keyboard.type(name.slice(0, 3))
    await expect(dialog.getByRole('combobox', { name: 'To' })).toHaveText(name, { timeout: 1_000 })
  }).toPass()

test('by keys alone drift is ended, line after line', async ({ page, signIn, baseURL }) => {
  const planners = await somePlanners(baseURL)
  const { em, group } = planners
  const [first, second] = [await inDev(planners, 'Drifts first'), await inDev(planners, 'Drifts second')]
  await signIn('mohamed')
  await open(page, driftLink(group))
  for (const { ref, title } of [first, second]) {
    await walkTo(page, page.getByRole('main').getByRole('link', { name: title }))
    await tabTo(page, page.getByRole('button', { name: `Assign #${ref}` }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `Name a DRI of #${ref}` })
    await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused()
    await nameIn(page, dialog, 'Patrick Cyiza')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveCount(0)
    await expectFocusKept(page)
  }
  await expect(page.getByRole('heading', { name: 'Nothing drifts' })).toBeVisible()
  expect((await em.ask(readIssue, { group, ref: second.ref })).dri).toBe('patrick')
})

test('by keys alone work without a DRI is found and taken', async ({ page, signIn, baseURL }) => {
  const planners = await somePlanners(baseURL)
  const { em, group } = planners
  const free = await inDev(planners, 'Free to take')
  await inDev(planners, 'Driven by Patrick', 'patrick')
  await signIn('cindy')
  await open(page, drisLink(group))
  const main = page.getByRole('main')
  const lines = page.getByRole('list', { name: 'DRIs', exact: true }).getByRole('listitem')
  await pressKey(page, '/')
  await page.keyboard.type('free')
  await expect(lines).toHaveCount(1)
  await tabTo(page, main.getByRole('button', { name: `Assign to me #${free.ref}` }))
  await page.keyboard.press('Enter')
  await expect(lines.first()).toContainText('Cindy Halim')
  await expectFocusKept(page)
  expect((await em.ask(readIssue, { group, ref: free.ref })).dri).toBe('cindy')
})

test('I takes the issue of the line that has the focus, and D hands it over, on the DRIs page and among drift', async ({
  page,
  signIn,
  baseURL,
}) => {
  const planners = await somePlanners(baseURL)
  const { em, group } = planners
  const [taken, given] = [await inDev(planners, 'Free to take'), await inDev(planners, 'Free to give')]
  const main = page.getByRole('main')
  await signIn('mohamed')
  await open(page, drisLink(group))
  const lines = page.getByRole('list', { name: 'DRIs', exact: true }).getByRole('listitem')
  await walkTo(page, main.getByRole('link', { name: taken.title }))
  await page.keyboard.press('i')
  await expect(lines.filter({ hasText: taken.title })).toContainText('Mohamed Hamda')
  expect((await em.ask(readIssue, { group, ref: taken.ref })).dri).toBe('mohamed')
  await expectFocusKept(page)
  await page.keyboard.press('d')
  const handing = page.getByRole('dialog', { name: `Hand over #${taken.ref}` })
  await expect(handing).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(handing).toBeHidden()

  await open(page, driftLink(group))
  await walkTo(page, main.getByRole('link', { name: given.title }))
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog', { name: `Name a DRI of #${given.ref}` })
  await expect(dialog.getByRole('combobox', { name: 'To' })).toBeFocused()
  await nameIn(page, dialog, 'Patrick Cyiza')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(main.getByRole('link', { name: given.title })).toHaveCount(0)
  expect((await em.ask(readIssue, { group, ref: given.ref })).dri).toBe('patrick')
})

test('by keys alone a hand is lowered, and the focus goes on to the next', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group } = await somePlanners(baseURL)
  for (const ask of ['I need help with the first.', 'I need help with the second.'])
    await em.ask(raiseHand, { group, kind: 'stuck', ask })
  await signIn('mohamed')
  await open(page, handsLink(group))
  const lines = page.getByRole('list', { name: 'Open hands' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  const gone = await lines.first().textContent()
  await tabTo(page, lines.first().getByRole('button', { name: 'Lower my hand…' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Lower the hand' })
  await expect(dialog.getByRole('textbox', { name: 'How it ended' })).toBeFocused()
  await page.keyboard.type('We paired on it.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(lines).toHaveCount(1)
  expect(await lines.first().textContent()).not.toBe(gone)
  await expectFocusKept(page)
})

test('by keys alone a model is registered and waived', async ({ page, signIn, baseURL }) => {
  const { em, group } = await somePlanners(baseURL)
  await em.ask(createModel, { group, name: 'Avocet', offered: [] })
  await signIn('mohamed')
  await open(page, modelsLink(group))
  await tabTo(page, page.getByRole('button', { name: 'New model' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New model' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Bittern')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expectFocusKept(page)
  const name = page.getByRole('list', { name: 'Models' }).getByRole('link', { name: 'Bittern' })
  await walkTo(page, name)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Waive…' }))
  await page.keyboard.press('Enter')
  const waiving = page.getByRole('dialog', { name: /^Waive/ })
  await expect(waiving.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('A pilot of two customers.')
  await page.keyboard.press('Control+Enter')
  await expect(waiving).toBeHidden()
  await expect(page.getByText(/Waived by .*: A pilot of two customers\./)).toBeVisible()
  await expectFocusKept(page)
  const { items } = await em.ask(listModels, { group })
  expect(items.find((one) => one.name === 'Bittern')).toMatchObject({
    offered: ['customer_zero'],
    readiness: 'waived',
  })
})

test('by keys alone an epic is pushed back on, and an issue that was is accepted and moved', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const { number } = await em.ask(createEpic, { group, title: 'Too early', description: '' })
  const { ref } = await anIssue('Comes too early', {})
  const reason = 'The registry comes first.'
  await em.ask(raisePushBack, { group, work: `issue-${ref}`, reason })
  await signIn('mohamed')
  await open(page, epicLink(group, number))
  await tabTo(page, page.getByRole('button', { name: 'Push back…' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Push back on/ })
  await expect(dialog.getByRole('textbox', { name: /^Reason/ })).toBeFocused()
  await page.keyboard.type('It has no design yet.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expectFocusKept(page)

  await open(page, pushBacksLink(group))
  await walkTo(page, page.getByRole('link', { name: reason }))
  await page.keyboard.press('Enter')
  const line = page.getByRole('listitem').filter({ hasText: reason })
  await tabTo(page, line.getByRole('radio').first())
  await page.keyboard.press('Space')
  const move = line.getByRole('combobox', { name: 'The issue' })
  await tabTo(page, move)
  await page.keyboard.press('Enter')
  const backlog = page.getByRole('option', { name: 'Move it to Backlog' })
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(backlog).toBeFocused({ timeout: 300 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(move).toHaveText('Move it to Backlog')
  await tabTo(page, line.getByRole('textbox', { name: /^Note/ }))
  await page.keyboard.type('The registry first.')
  await page.keyboard.press('Control+Enter')
  await expect(line).toContainText('Accepted')
  await expectFocusKept(page)
  expect((await em.ask(readIssue, { group, ref })).milestone).toBe('backlog')
  const { items } = await em.ask(listPushBacks, { group, work: `epic-${number}` })
  expect(items.map((one) => one.reason)).toEqual(['It has no design yet.'])
  await pressKey(page, 'z')
  await expect(line).toContainText('Open')
})
