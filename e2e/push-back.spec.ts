import type { Page } from 'playwright/test'
import { createBoard } from '#lib/contract/boards.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { readSayDo } from '#lib/contract/say-do.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, cardOn, lane, moveButton, open, openBoard } from './boards.ts'
import type { Client } from './client.ts'
import { carryTo, pointIn } from './drag.ts'
import { pressKey, tabTo } from './keys.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { buildBoard, GROUP, newWord } from './world.ts'

const REASON = 'A customer migration comes first.'
const question = (page: Page, many = false) =>
  page.getByRole('dialog', { name: many ? 'Were these pushed back?' : 'Was this pushed back?' })
const reason = (page: Page) => page.getByRole('textbox', { name: 'Reason of the push-back' })
const no = (page: Page) => page.getByRole('button', { name: /^No, just take (it|them) off$/ })
const yes = (page: Page) => page.getByRole('button', { name: 'Yes, reprioritised' })
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

async function outcome(em: Client, ref: number) {
  const milestone = (await buildBoard(em)).current ?? ''
  const { items, reprioritised } = await em.ask(readSayDo, { group: GROUP, milestone })
  return {
    reprioritised: reprioritised.includes(ref),
    pushBack: items.find((one) => one.ref === ref)?.pushBack ?? null,
  }
}
const isDeliverable = async (em: Client, ref: number) =>
  (await em.ask(readIssue, { group: GROUP, ref })).labels.some(({ title }) => title === 'Deliverable')

async function takeLabelOff(page: Page) {
  await page.getByRole('button', { name: /^Labels:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Deliverable' }).click()
}

test('on the page of an issue the EM says that it was pushed back: history and Say/Do tell why, Z takes both back', async ({
  page,
  onIssue,
  api,
}) => {
  const { ref, title } = await onIssue('mohamed', { dri: 'cindy' })
  const em = await api('mohamed')
  await takeLabelOff(page)
  await expect(question(page)).toContainText(`#${ref} leaves the Build Board of`)
  await expect(yes(page)).toHaveAccessibleDescription('Write the reason first.')
  expect(await isDeliverable(em, ref), 'nothing is changed before the answer').toBe(true)
  await reason(page).fill(REASON)
  await yes(page).click()
  await expect(messages(page)).toContainText(`Removed Deliverable from #${ref}, reprioritised.`)
  await expect.poll(() => outcome(em, ref)).toEqual({ reprioritised: true, pushBack: REASON })
  await expect(page.getByRole('main')).toContainText(`accepted a push-back of this issue from`)
  await expect(page.getByRole('main')).toContainText(REASON)

  const milestone = (await buildBoard(em)).current ?? ''
  await open(page, `/${GROUP}/milestones/${milestone}/say-do?list=reprioritised@${milestone}`)
  const list = page.getByRole('dialog', { name: /reprioritised$/ })
  await expect(list.getByRole('listitem').filter({ hasText: title })).toContainText(REASON)
  await open(page, `/${GROUP}/issues/${ref}`)
  await takeLabelOn(page)
  await takeLabelOff(page)
  await reason(page).fill(REASON)
  await yes(page).click()
  await expect(messages(page)).toContainText('reprioritised')
  await pressKey(page, 'z')
  await expect.poll(() => isDeliverable(em, ref)).toBe(true)
  expect(await outcome(em, ref)).toEqual({ reprioritised: false, pushBack: null })
})

async function takeLabelOn(page: Page) {
  await takeLabelOff(page)
  await expect(page.getByRole('button', { name: /^Labels:.*Deliverable/ })).toBeVisible()
}

test('just taken off it still counts as said; left, the question changes nothing', async ({
  page,
  onIssue,
  api,
}) => {
  const { ref } = await onIssue('mohamed', { dri: 'cindy' })
  const em = await api('mohamed')
  await takeLabelOff(page)
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  expect(await isDeliverable(em, ref)).toBe(true)
  await takeLabelOff(page)
  await no(page).click()
  await expect.poll(() => isDeliverable(em, ref)).toBe(false)
  expect(await outcome(em, ref)).toEqual({ reprioritised: false, pushBack: null })
  await takeLabelOn(page)
  await expect(question(page), 'what comes on the board asks nothing').toHaveCount(0)
})

test('by keys alone: milestone, question, reason, and back', async ({ page, onIssue, api }) => {
  const { ref } = await onIssue('mohamed', { dri: 'cindy' })
  const em = await api('mohamed')
  const { next } = await buildBoard(em)
  await pressKey(page, 'm')
  await page.keyboard.type(next ?? '')
  await page.keyboard.press('Enter')
  await expect(reason(page)).toBeFocused()
  await page.keyboard.type(REASON)
  await page.keyboard.press('Control+Enter')
  await expect(announcement(page)).toContainText([/Planned #\d+ for .+, reprioritised\./])
  await expect.poll(() => outcome(em, ref)).toEqual({ reprioritised: true, pushBack: REASON })
  await pressKey(page, 'z')
  await expect.poll(() => outcome(em, ref)).toEqual({ reprioritised: false, pushBack: null })
  await pressKey(page, 'm')
  await page.keyboard.type(next ?? '')
  await page.keyboard.press('Enter')
  await expect(reason(page)).toBeFocused()
  await tabTo(page, no(page))
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await em.ask(readIssue, { group: GROUP, ref })).milestone).toBe(next)
  expect((await outcome(em, ref)).reprioritised).toBe(false)
})

test('of many in a list it is asked once, with the count of those that leave; one undo takes all back', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const said = [
    await anIssue({ title: `A ${word}`, dri: 'cindy' }),
    await anIssue({ title: `B ${word}`, dri: 'julie' }),
  ]
  await anIssue({ title: `C ${word}`, deliverable: false })
  const em = await api('mohamed')
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues?q=${word}`)
  await page.getByRole('checkbox', { name: 'Select all 3 issues' }).check()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Milestone' }).click()
  await page.getByRole('menuitem', { name: 'Next 1-3 Milestones' }).click()
  await page
    .getByRole('dialog', { name: '1 issue changed' })
    .getByRole('button', { name: 'Take Deliverable off and move 2 issues' })
    .click()
  await expect(question(page, true)).toContainText('2 issues leave the Build Board of')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '1 issue changed' }).getByRole('button', { name: 'Close' }).click()

  await bar.getByRole('button', { name: 'Remove label' }).click()
  await page.getByRole('searchbox', { name: 'Find a label' }).fill('Deliverable')
  await page.getByRole('menuitem', { name: 'Deliverable' }).click()
  await expect(question(page, true)).toContainText('2 of 3 issues leave the Build Board of')
  await reason(page).fill(REASON)
  await yes(page).click()
  for (const { ref } of said)
    await expect.poll(() => outcome(em, ref)).toEqual({ reprioritised: true, pushBack: REASON })
  // what has nothing to take off says so, and is put away
  await page.getByRole('dialog', { name: '2 issues changed' }).getByRole('button', { name: 'Close' }).click()
  await pressKey(page, 'z')
  for (const { ref } of said)
    await expect.poll(() => outcome(em, ref)).toEqual({ reprioritised: false, pushBack: null })
})

/** A board on which a column stands for Deliverable. */
async function aBoardOfDeliverables(em: Client): Promise<string> {
  const column = (label: string) => ({ label, wipCount: null, wipWeight: null })
  const { slug } = await em.ask(createBoard, {
    group: GROUP,
    title: `Said ${newWord()}`,
    milestone: { rule: 'current' },
    labels: ['group::custom models'],
    columns: [column('Deliverable'), column('spike')],
  })
  return slug
}

test('a card that is dragged out of Deliverable asks, by pointer and by the keys of the board', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const board = await aBoardOfDeliverables(em)
  const issue = await anIssue({ title: 'Out of my hands', dri: 'cindy' })
  await signIn('mohamed')
  await openBoard(page, board, { q: issue.title })
  const to = page.getByRole('region', { name: 'spike' })
  await carryTo(page, cardOn(page, issue), await pointIn(to, 0.5, 0.4))
  await page.mouse.up()
  await expect(question(page)).toContainText(`#${issue.ref} leaves the Build Board of`)
  await page.keyboard.press('Escape')
  await expect(cardOn(lane(page, 'Deliverable'), issue)).toBeVisible()

  await tabTo(page, moveButton(page, issue))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'spike' }).press('Enter')
  await expect(reason(page)).toBeFocused()
  await page.keyboard.type(REASON)
  await page.keyboard.press('Control+Enter')
  await expect(cardOn(lane(page, 'spike'), issue)).toBeVisible()
  await expect.poll(() => outcome(em, issue.ref)).toEqual({ reprioritised: true, pushBack: REASON })
  await pressKey(page, 'z')
  await expect(cardOn(lane(page, 'Deliverable'), issue)).toBeVisible()
  expect(await outcome(em, issue.ref)).toEqual({ reprioritised: false, pushBack: null })
})

test('who has no say in it is not asked', async ({ page, onIssue, api }) => {
  const { ref } = await onIssue('cindy', { dri: 'cindy' })
  await page.getByRole('button', { name: /^Labels:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'group::custom models' }).click()
  await expect(messages(page)).toContainText(`Removed group::custom models from #${ref}.`)
  await expect(question(page)).toHaveCount(0)
  expect(await outcome(await api('mohamed'), ref)).toEqual({ reprioritised: false, pushBack: null })
})

test.describe('on a phone, looked at by axe', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 1,
    contextOptions: { reducedMotion: 'reduce' },
  })

  test('the question fits, in both themes', async ({ page, onIssue }) => {
    await onIssue('mohamed', { dri: 'cindy' })
    await page.getByRole('button', { name: /^Labels:/ }).tap()
    await page.getByRole('menuitemcheckbox', { name: 'Deliverable' }).tap()
    await expect(reason(page)).toBeVisible()
    await expectNoOverhang(page, 'the question')
    await expectNoViolations(page, '[role=dialog]')
    await no(page).tap()
    await expect(messages(page)).toContainText('Removed Deliverable')
  })
})
