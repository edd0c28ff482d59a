import type { Page } from 'playwright/test'
import { createActivity, listActivities } from '#lib/contract/activities.ts'
import { listCalls } from '#lib/contract/calls.ts'
import { createEpic } from '#lib/contract/epics.ts'
import { giveRole } from '#lib/contract/people.ts'
import { cadenceLink, epicLink, issueLink } from '#lib/kit/links.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expectNoOverhang } from './overhang.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const lineOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Activities' }).getByRole('listitem').filter({ hasText: name }).first()

test('an activity is added, recorded by H, undone, and skipped with a reason; a colleague sees it as it happens', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { em, group, today } = await somePlanners(baseURL)
  const yesterday = addDays(today, -1)
  const weekly = { group, every: 'week' as const, day: weekday(yesterday), from: addDays(today, -15) }
  await em.ask(createActivity, { ...weekly, kind: 'issue_triage', name: 'Issue triage', owner: 'mohamed' })
  await signIn('mohamed')
  await open(page, cadenceLink(group))
  await page.getByRole('button', { name: 'New activity' }).click()
  const dialog = page.getByRole('dialog', { name: 'New activity' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Reading of logs')
  await expectNoViolations(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Add activity' }).click()
  await expect(lineOf(page, 'Reading of logs')).toContainText('Not due yet.')

  const colleague = await asPerson('jordan')
  await open(colleague, cadenceLink(group))
  const triage = lineOf(page, 'Issue triage')
  await expect(triage).toContainText('Has not happened: missed 3 times.')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(triage.getByRole('link', { name: 'Issue triage' })).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('h')
  await expect(announcement(page)).toContainText('Recorded that “Issue triage” happened')
  await expect(triage).toContainText('Happened 1 of the last 3 times: missed twice.')
  await expect(lineOf(colleague, 'Issue triage'), 'live').toContainText('Happened 1 of the last 3 times')
  await page.keyboard.press('z')
  await expect(triage).toContainText('Has not happened: missed 3 times.')

  await triage.getByRole('link', { name: 'Issue triage' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/activity=\d+/)
  await triage
    .getByRole('button', { name: /^Skip: Issue triage/ })
    .nth(1)
    .click()
  const skip = page.getByRole('dialog', { name: /^Skip “Issue triage”/ })
  await expect(skip.getByRole('button', { name: 'Skip' })).toBeDisabled()
  await skip.getByRole('textbox', { name: 'Reason' }).fill('A holiday.')
  await skip.getByRole('button', { name: 'Skip' }).click()
  await expect(skip).toBeHidden()
  await expect(triage).toContainText('A holiday.')
  await expect(triage).toContainText('skipped once with a reason')
  await expectNoViolations(page)
})

test('a counterpart group accepts a shared review, and both groups record it', async ({
  page,
  signIn,
  asPerson,
  baseURL,
  forgive,
}) => {
  forgive(/409/)
  const one = await somePlanners(baseURL)
  const two = await somePlanners(baseURL)
  await two.em.ask(giveRole, { group: two.group, person: 'jordan', role: 'em' })
  const day = weekday(one.today)
  const review = { kind: 'shared_review' as const, name: 'Evaluation review', every: 'week' as const, day }
  await one.em.ask(createActivity, { group: one.group, ...review, owner: 'mohamed' })
  await signIn('mohamed')
  await open(page, cadenceLink(one.group))
  const ours = lineOf(page, 'Evaluation review')
  await ours.getByRole('link', { name: 'Evaluation review' }).click()
  await ours.getByRole('button', { name: 'Share Evaluation review' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share “Evaluation review”' })
  await dialog.getByRole('combobox', { name: 'Counterpart group' }).click()
  await page.getByRole('option', { name: two.name }).click()
  await dialog.getByRole('button', { name: 'Ask to share' }).click()
  await expect(ours).toContainText(`waits for ${two.name} to accept`)

  const other = await asPerson('jordan')
  await open(other, cadenceLink(two.group))
  await expect(other.getByRole('list', { name: 'Offered to share' })).toContainText(`offered by ${one.name}`)
  await other.getByRole('button', { name: 'Accept Evaluation review' }).click()
  await expect(ours, 'the group that asked hears it').toContainText(`shared with ${two.name}`)
  const theirs = lineOf(other, 'Evaluation review')
  await expect(theirs).toContainText(`shared with ${one.name}`)
  await theirs.getByRole('button', { name: /^It happened: Evaluation review/ }).click()
  await expect(ours, 'what one group records, the other sees').toContainText(
    'Happened the one time it was due.',
  )
  await expect(ours).toContainText('Jordan')
  const { items } = await two.em.ask(listActivities, { group: two.group })
  expect(items.map(({ name }) => name)).toEqual(['Evaluation review'])
})

test('a call is noted on an issue, from the palette too, and on an epic; the recording is added later', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const { ref } = await anIssue('Keep the probe', { dri: 'cindy' })
  const { number } = await em.ask(createEpic, { group, title: 'Lifecycle' })
  await signIn('cindy')
  const note = async (outcome: string) => {
    const dialog = page.getByRole('dialog', { name: /^Note a call on/ })
    await dialog.getByRole('checkbox', { name: 'Patrick' }).check()
    await dialog.getByRole('textbox', { name: 'Outcome, in a sentence' }).fill(outcome)
    await dialog
      .getByRole('textbox', { name: 'Why async was not enough' })
      .fill('Comments went past each other.')
    await expectNoViolations(page, '[role=dialog]')
    await dialog.getByRole('button', { name: 'Note call' }).click()
    await expect(dialog).toBeHidden()
  }
  const calls = page.getByRole('region', { name: 'Calls' })
  await open(page, issueLink(group, ref))
  await calls.getByRole('button', { name: 'Note a call…' }).click()
  await note('The probe stays.')
  await expect(calls).toContainText('The probe stays.')
  await page.keyboard.press('z')
  await expect(calls).not.toContainText('The probe stays.')
  await expect(async () => {
    const field = page.getByRole('combobox', { name: 'Command menu' })
    if (await field.isHidden()) await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('note a call')
  await page.keyboard.press('Enter')
  await note('The probe stays, once a day.')
  await calls.getByRole('button', { name: /^Edit the call/ }).click()
  const edit = page.getByRole('dialog', { name: /^Edit the call on/ })
  const recording = edit.getByRole('textbox', { name: 'Recording (optional)' })
  await recording.fill('http://video.example.com/1')
  await expect(edit.getByRole('button', { name: 'Save' })).toBeDisabled()
  await recording.fill('https://video.example.com/1')
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(calls.getByRole('link', { name: 'Recording' })).toHaveAttribute(
    'href',
    'https://video.example.com/1',
  )

  await open(page, epicLink(group, number))
  await calls.getByRole('button', { name: 'Note a call…' }).click()
  await note('The epic ends with the probe.')
  await expect(calls).toContainText('The epic ends with the probe.')
  await open(page, cadenceLink(group))
  await expect(page.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByText('2 calls in the last 8 weeks, 1 with a recording.')).toBeVisible()
  expect((await em.ask(listCalls, { group, subject: `issue-${ref}` })).items).toHaveLength(1)
})

test('on a phone nothing hangs over, and readers have nothing to press', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('stakeholder')
  await open(page, cadenceLink(GROUP))
  await expect(page.getByRole('heading', { name: 'Cadence', level: 1 })).toBeVisible()
  await expectNoOverhang(page, 'cadence')
  await expect(page.getByRole('button', { name: 'New activity' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^It happened/ })).toHaveCount(0)
})
