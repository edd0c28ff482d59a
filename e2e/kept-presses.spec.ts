import type { Page } from 'playwright/test'
import { createMilestone } from '#lib/contract/milestones.ts'
import { createPlanningIssue, readPlanningIssue } from '#lib/contract/planning-issue.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { announcement, boardAt, cardOn, lane, open, titled } from './boards.ts'
import { holdScriptOf } from './chunks.ts'
import type { Client } from './client.ts'
import { tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const bar = (page: Page) => page.getByRole('region', { name: 'Planning issue' })
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true })
const priorities = (page: Page) => page.getByRole('dialog', { name: /^Priorities of/ })
const opening = (page: Page) => page.getByText('Opening…')

/** The planning issue of a milestone of the story's own, in weeks that no other has. */
async function aPlanningIssue(client: Client, weeks: number) {
  const startOn = addDays('2044-01-04', weeks * 14)
  const wanted = { group: GROUP, title: `Plan ${newWord()}`, startOn, dueOn: addDays(startOn, 11) }
  const at = { group: GROUP, milestone: (await client.ask(createMilestone, wanted)).milestone.slug }
  const { ref } = await client.ask(createPlanningIssue, at)
  const isFrozen = async () => (await client.ask(readPlanningIssue, at)).frozen !== null
  return { address: `/${GROUP}/issues/${ref}`, isFrozen }
}

test('a button that is pressed before its script is there acts once the script has come, and once', async ({
  page,
  signIn,
  api,
}) => {
  const { address, isFrozen } = await aPlanningIssue(await api('jordan'), 1)
  await signIn('jordan')
  const chunks = await holdScriptOf(page, 'Edit priorities')
  await open(page, address)
  await button(page, 'Freeze').click()
  await button(page, 'Freeze').click()
  await expect(opening(page)).toBeVisible()
  expect(await isFrozen()).toBe(false)
  chunks.letThrough()
  await expect(bar(page)).toContainText(/^Frozen on .* by Jordan/)
  await expect(opening(page)).toHaveCount(0)
  await expect(button(page, 'Unfreeze')).toBeVisible()
})

test('Enter and Space are kept like a press of the pointer, and Esc gives up what waits', async ({
  page,
  signIn,
  api,
}) => {
  const { address, isFrozen } = await aPlanningIssue(await api('jordan'), 2)
  await signIn('jordan')
  const chunks = await holdScriptOf(page, 'Edit priorities')
  await open(page, address)
  await tabTo(page, button(page, 'Freeze'))
  await page.keyboard.press('Space')
  await expect(opening(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opening(page)).toHaveCount(0)
  await button(page, 'Edit priorities').press('Enter')
  chunks.letThrough()
  await expect(priorities(page)).toBeVisible()
  expect(await isFrozen()).toBe(false)
})

test('a list that opens when the pointer goes down opens once its script has come', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  const chunks = await holdScriptOf(page, 'min-w-(--anchor-width)')
  await open(page, `/${GROUP}/settings/audit`)
  await page.getByRole('combobox', { name: 'Who' }).click()
  await expect(opening(page)).toBeVisible()
  chunks.letThrough()
  await page.getByRole('option', { name: 'Patrick Cyiza' }).click()
  await expect(page).toHaveURL(/\?actor=patrick$/)
})

test('what is pressed in a part that cannot come is forgotten, and the page says why', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/chunk|ERR_FAILED|Failed to load|Minified React error/i)
  const goals = page.getByRole('region', { name: 'Goals' })
  await signIn('mohamed')
  const chunks = await holdScriptOf(page, 'Write goals')
  await open(page, `/${GROUP}/milestones/current`)
  await goals.getByRole('button').first().click()
  await expect(opening(page)).toBeVisible()
  chunks.fail()
  await expect(page.getByRole('alert').filter({ hasText: 'This part could not be fetched.' })).toBeVisible()
  await expect(opening(page)).toHaveCount(0)
})

test('a card that is dropped by keys before the rules of moves are there moves once they have come', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue()
  await signIn('julie')
  const chunks = await holdScriptOf(page, RULES_OF_MOVES)
  await dropToTheRight(page, issue)
  chunks.letThrough()
  await expect(cardOn(lane(page, 'in review'), issue)).toBeVisible()
})

test('where the rules of moves cannot come, the card stays, and the page says so', async ({
  page,
  signIn,
  anIssue,
  forgive,
}) => {
  forgive(/chunk|ERR_FAILED|Failed to load/i)
  const issue = await anIssue()
  await signIn('julie')
  const chunks = await holdScriptOf(page, RULES_OF_MOVES)
  await dropToTheRight(page, issue)
  chunks.fail()
  await expect(announcement(page)).toHaveText(
    `#${issue.ref} did not move. Check the connection, then try again.`,
  )
  await expect(cardOn(lane(page, 'in dev'), issue)).toBeVisible()
})

const RULES_OF_MOVES = 'Already here.'

/** The page is not loaded until the rules are there, but takes keys. */
async function dropToTheRight(page: Page, issue: { title: string }) {
  await page.goto(boardAt('build', titled(issue.title)), { waitUntil: 'commit' })
  await expect(async () => {
    await cardOn(page, issue).press('v')
    await expect(announcement(page)).toContainText('Picked up', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
}
