import { createEpic } from '#lib/contract/epics.ts'
import { reportIssues } from '#lib/contract/issue-lists.ts'
import { lowerHand, raiseHand } from '#lib/contract/hands.ts'
import { putUpdate } from '#lib/contract/updates.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import { boardLink, driftLink, drisLink, insightsLink, personLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { newWord } from './world.ts'

const IN_DEV = ['workflow::in dev', 'Deliverable']

test('a card shows the hand that is raised about it and how sure its DRI is, at once and without a reload', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { group, today, anIssue } = await somePlanners(baseURL)
  const work = await anIssue(`Probe ${newWord()}`, { milestone: '1.0', dri: 'cindy', weight: 2 }, IN_DEV)
  const [cindy, subject] = [await api('cindy'), `issue-${work.ref}`]
  await signIn('mohamed')
  await open(page, boardLink(group, 'build', { milestone: '1.0' }))
  const card = page.getByRole('listitem').filter({ hasText: work.title }).first()
  await expect(card).toHaveAccessibleName(/DRI Cindy Halim/)
  await expect(card).not.toHaveAccessibleName(/hand raised/)
  const { hand } = await cindy.ask(raiseHand, { group, kind: 'stuck', ask: 'I need help with DWS.', subject })
  await expect(card).toHaveAccessibleName(/hand raised/)
  const said = { progress: 'It starts.', blockers: '', next: 'Run it.', confidence: 'not' } as const
  await cindy.ask(putUpdate, { group, week: isoWeek(today), subject, ...said })
  await expect(card).toHaveAccessibleName(/hand raised, Not confident/)
  await expectNoViolations(page)

  await open(page, drisLink(group))
  const line = page.getByRole('list', { name: 'DRIs', exact: true }).getByRole('listitem').first()
  await expect(line).toContainText(work.title)
  await expect(line).toContainText('Cindy Halim raised a hand: I need help with DWS.')

  await open(page, personLink(group, 'cindy'))
  const raised = page.getByRole('region', { name: 'Raised hands' })
  await expect(raised.getByRole('listitem')).toHaveCount(1)
  await expect(raised).toContainText('I need help with DWS.')
  await expect(page.getByRole('region', { name: 'Drives' })).toContainText('drives weight 2 · capacity')
  await expectNoViolations(page)

  await open(page, insightsLink(group))
  await expect(page.getByText('Fewer than three hands of the last 90 days found help')).toBeVisible()

  await cindy.ask(lowerHand, { group, hand: hand.id, how: 'Paired on it.' })
  await open(page, boardLink(group, 'build', { milestone: '1.0' }))
  await expect(card).toHaveAccessibleName(/Not confident/)
  await expect(card).not.toHaveAccessibleName(/hand raised/)
})

test('what lets an epic drift is ended where it is listed, and silence in a group of weekly updates by one', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { em, group, today, anIssue } = await somePlanners(baseURL)
  const { number: epic } = await em.ask(createEpic, { group, title: `Lifecycle ${newWord()}` })
  const facts = { milestone: '1.0', dri: 'cindy', epic }
  const [work, quiet] = [await anIssue('Probe', facts, IN_DEV), await anIssue('Quiet', facts, IN_DEV)]
  await signIn('mohamed')
  await open(page, driftLink(group))
  await page.getByRole('button', { name: `Assign &${epic}` }).click()
  const dialog = page.getByRole('dialog', { name: `Hand over &${epic}` })
  await expect(dialog).toBeVisible()
  await expectNoViolations(page, '[role=dialog]')
  await dialog.getByRole('combobox').first().click()
  await page.getByRole('option', { name: /Patrick/ }).click()
  await dialog.getByRole('button', { name: 'Make them the tech lead' }).click()
  await expect(page.getByRole('button', { name: `Assign &${epic}` })).toHaveCount(0)

  const said = { progress: 'It starts.', blockers: '', next: 'Run it.', confidence: 'very' } as const
  const cindy = await api('cindy')
  await cindy.ask(putUpdate, { group, week: isoWeek(today), subject: `issue-${work.ref}`, ...said })
  expect(quiet.ref).toBeGreaterThan(0)
  expect((await cindy.ask(reportIssues, { group })).weekly).toBe(true)
})
