import { readIssue } from '#lib/contract/issues.ts'
import { createPlanningIssue } from '#lib/contract/planning-issue.ts'
import { putUpdate } from '#lib/contract/updates.ts'
import { listInbox } from '#lib/contract/inbox.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expect, test } from './test.ts'
import { assembled, someDrivers } from './updates.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the planning issue shows what the group has posted, as it is posted, and answers stay comments there', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { em, group, week, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('Seen by planners', 'cindy')
  const { ref } = await em.ask(createPlanningIssue, { group, milestone: '1.0' })
  await signIn('jordan')
  await open(page, `/${group}/issues/${ref}`)
  await expect(assembled(page)).toContainText('Not posted yet: Cindy Halim, 1 subject.')
  const cindy = await api('cindy')
  const update = { progress: 'The probe runs.', blockers: '', next: '', confidence: 'not' as const }
  await cindy.ask(putUpdate, { group, week, subject: `issue-${issue.ref}`, ...update })
  await expect(assembled(page)).toContainText('The probe runs.')
  await expect(assembled(page)).toContainText('Not confident')
  await expect(assembled(page)).not.toContainText('Not posted yet')
  await expectNoViolations(page)
  const before = await em.ask(listInbox, { group })
  await page.reload()
  await expect(assembled(page)).toContainText('The probe runs.')
  expect(await em.ask(listInbox, { group }), 'reading it marks nothing').toEqual(before)

  await page.getByRole('button', { name: 'Answer in a comment' }).click()
  await expect(page.getByRole('textbox', { name: 'Add a comment' })).toBeFocused()
  await page.keyboard.type('What does it need?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article', { name: /^Comment by Jordan/ })).toContainText('What does it need?')
})

test('a comment with many subjects, as the handbook writes them, is posted as updates', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { em, group, aSubject, updatesTo } = await someDrivers(baseURL)
  const [first, second] = [await aSubject('Probe it', 'cindy'), await aSubject('Rename it', 'cindy')]
  const { ref } = await em.ask(createPlanningIssue, { group, milestone: '1.0' })
  await signIn('cindy')
  await open(page, `/${group}/issues/${ref}`)
  const box = page.getByRole('textbox', { name: 'Add a comment' })
  await box.fill(
    [
      'Async Status Update 2026-11-26',
      '',
      `Probe it (${baseURL}/${group}/issues/${first.ref})`,
      '',
      '- Progress: The probe runs.',
      '- Blockers: A key for the other cloud.',
      '- Confidence for current milestone: 🟡 Slightly confident',
      '',
      'Rename it',
      '',
      '- Progress: Renamed.',
      '- Blockers: None',
      '- Confidence for current milestone: 🟢 Very confident',
    ].join('\n'),
  )
  const offer = page.getByRole('region', { name: 'Status updates in this comment' })
  await expect(offer).toContainText('This reads like 2 status updates.')
  await expectNoViolations(page)
  await offer.getByRole('button', { name: 'Post as 2 updates' }).click()
  await expect(announcement(page)).toContainText('Posted 2 updates.')
  await expect(box).toHaveValue('')
  await expect(assembled(page)).toContainText('A key for the other cloud.')
  const { updates } = await updatesTo(await api('cindy'))
  expect(updates.map(({ ref, confidence, blockers }) => [ref, confidence, blockers]).toSorted()).toEqual([
    [first.ref, 'slightly', 'A key for the other cloud.'],
    [second.ref, 'very', ''],
  ])
})

test('a comment with tick boxes is the update of the issue on which it is written; left alone it is a comment', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { group, aSubject, updatesTo } = await someDrivers(baseURL)
  const issue = await aSubject('By tick boxes', 'patrick')
  const boxes = (chosen: string) =>
    [
      '- Progress: Merged.',
      '- Blockers: none',
      '- Confidence for current milestone:',
      `  - [ ] 🔴 Not confident`,
      `  - [${chosen}] 🟡 Slightly confident`,
      `  - [ ] 🟢 Very confident`,
    ].join('\n')
  await signIn('patrick')
  await open(page, `/${group}/issues/${issue.ref}`)
  const box = page.getByRole('textbox', { name: 'Add a comment' })
  const offer = page.getByRole('region', { name: 'Status updates in this comment' })
  await box.fill(boxes(' '))
  await expect(offer).toContainText('Its confidence is missing.')
  await box.fill(boxes('x'))
  await expect(offer).toContainText('Slightly confident')
  await box.press('Control+Enter')
  await expect(page.getByRole('article', { name: /^Comment by Patrick/ })).toContainText('Merged.')
  expect((await updatesTo(await api('patrick'))).updates).toEqual([])

  await box.fill(boxes('x'))
  await offer.getByRole('button', { name: 'Post as an update' }).click()
  await expect(announcement(page)).toContainText(`Posted the update of #${issue.ref}.`)
  const patrick = await api('patrick')
  expect((await updatesTo(patrick)).updates).toMatchObject([
    { ref: issue.ref, progress: 'Merged.', blockers: '', confidence: 'slightly' },
  ])
  expect((await patrick.ask(readIssue, { group, ref: issue.ref })).comments).toHaveLength(1)
})

test('My week says that an update is due, and leads to it', async ({ page, signIn, api, baseURL }) => {
  const { group, week, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('Due this week', 'cindy')
  await signIn('cindy')
  await open(page, `/${group}/week`)
  const due = page.getByRole('region', { name: 'Weekly update' })
  await expect(due).toContainText(/Your update of week \d+ is due \w{3} \d+ \w{3} · 1 subject/)
  await due.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your update, week/)
  await page.goBack()
  await expect(due).toBeVisible()
  const update = { progress: 'Done.', blockers: '', next: '', confidence: 'very' as const }
  await (await api('cindy')).ask(putUpdate, { group, week, subject: `issue-${issue.ref}`, ...update })
  await expect(due).toHaveCount(0)
})
