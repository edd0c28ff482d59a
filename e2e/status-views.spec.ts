import { addTimeOff } from '#lib/contract/time-off.ts'
import { saveDraft } from '#lib/contract/updates.ts'
import { daysOfIsoWeek, previousIsoWeek } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expect, test } from './test.ts'
import { assembled, cardOf, confidence, field, makeReady, someDrivers } from './updates.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' }, permissions: ['clipboard-read', 'clipboard-write'] })

test('a person who is away all week owes no update any more', async ({ page, signIn, api, baseURL }) => {
  const { group, week, aSubject } = await someDrivers(baseURL)
  await aSubject('Waits for nobody', 'cindy')
  const [monday, , , , , , sunday] = daysOfIsoWeek(week)
  await signIn('patrick')
  await open(page, statusLink(group, { view: 'group' }))
  const people = page.getByRole('list', { name: 'People' }).getByRole('listitem')
  await expect(people.filter({ hasText: 'Cindy Halim' })).toContainText('owes')
  await (
    await api('cindy')
  ).ask(addTimeOff, { group, from: monday ?? '', to: sunday ?? '', kind: 'vacation' })
  await expect(people.filter({ hasText: 'Cindy Halim' })).toContainText('away')
  await expect(assembled(page)).not.toContainText('Not posted yet')
})

test('on a phone cards are stacked, choices are large, and posting is at the bottom', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { group, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('Written on a phone', 'cindy')
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('cindy')
  await open(page, statusLink(group))
  const card = cardOf(page, issue)
  for (const words of ['Not', 'Slightly', 'Very'])
    expect((await confidence(card, words).boundingBox())?.height).toBeGreaterThanOrEqual(44)
  const [progress, blockers] = [field(card, 'Progress'), field(card, 'Blockers')]
  const below = async () =>
    ((await blockers.boundingBox())?.y ?? 0) - ((await progress.boundingBox())?.y ?? 0)
  expect(await below()).toBeGreaterThan(60)
  await makeReady(card, 'By thumb.')
  const post = page.getByRole('button', { name: 'Post update' })
  await expect(post).toBeInViewport()
  expect((await post.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await expectNoViolations(page)
  await post.click()
  await expect(card.getByText(/^Posted today/)).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Group, 1 of 1/ })
    .click()
  await expect(assembled(page)).toContainText('By thumb.')
  await expect(page.getByRole('list', { name: 'People' })).toContainText('posted today')
})

test('the assembled update is copied as Markdown with links, and printed without the fields', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { group, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('Copied out', 'cindy')
  await signIn('cindy')
  await open(page, statusLink(group))
  await makeReady(cardOf(page, issue), 'Half of it is there.', 'Not')
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(announcement(page)).toContainText('Copied the updates as Markdown.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^#+ Async Status Update \d{4}-\d\d-\d\d\n/)
  expect(copied).toContain(`${baseURL}/${group}/issues/${issue.ref}`)
  expect(copied).toContain('Progress: Half of it is there.')
  expect(copied).toContain('Blockers: None')
  expect(copied).toContain('Confidence for current milestone: 🔴 Not confident')
  await page.emulateMedia({ media: 'print' })
  await expect(field(cardOf(page, issue), 'Progress')).toBeHidden()
  await expect(assembled(page)).toContainText('Half of it is there.')
  await expect(page.getByRole('button', { name: 'Post update' })).toHaveCount(0)
})

test('a past week is read in the history, at an address of its own', async ({ page, signIn, baseURL }) => {
  const { group } = await someDrivers(baseURL)
  await signIn('cindy')
  await open(page, statusLink(group))
  await expect(page.getByText('You are DRI of nothing active this week.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('No updates in this week')).toBeVisible()
  const weeks = page.getByRole('navigation', { name: 'Past weeks' })
  await weeks.getByRole('link').nth(2).click()
  await expect(page).toHaveURL(/view=history&week=\d{4}-W\d\d/)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expectNoViolations(page)
  await page.goBack()
  await expect(page).toHaveURL(statusLink(group, { view: 'history' }))
})

test('a draft that a person has not posted is theirs alone to see', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { group, week, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('A private thought', 'cindy')
  const draft = { progress: 'Not for others yet.', blockers: '', next: '', confidence: 'not' as const }
  await (
    await api('cindy')
  ).ask(saveDraft, { group, week, subject: `issue-${issue.ref}`, ...draft, version: 0 })
  await signIn('mohamed')
  await open(page, statusLink(group, { view: 'group' }))
  await expect(assembled(page)).toContainText('Cindy Halim, 1 subject')
  await expect(page.getByText('Not for others yet.')).toHaveCount(0)
})

test('a draft of last week is offered to be read, and is taken over or discarded, never posted by itself', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { group, week, aSubject, updatesTo } = await someDrivers(baseURL)
  const [first, second] = [await aSubject('Begun last week', 'cindy'), await aSubject('Given up', 'cindy')]
  const cindy = await api('cindy')
  for (const { ref } of [first, second])
    await cindy.ask(saveDraft, {
      group,
      week: previousIsoWeek(week),
      subject: `issue-${ref}`,
      progress: 'Half of it is merged.',
      blockers: '',
      next: 'The other half',
      confidence: 'slightly',
      version: 0,
    })
  await signIn('cindy')
  await open(page, statusLink(group))
  const offer = (ref: number) => page.getByRole('region', { name: `Draft of last week of #${ref}` })
  await expect(offer(first.ref)).toContainText('Half of it is merged.')
  await expect(offer(first.ref)).toContainText('Confidence then: Slightly confident.')
  await expect(field(cardOf(page, first), 'Next')).toHaveValue('')
  await expect(assembled(page)).not.toContainText('Half of it is merged.')
  await expect(page.getByText('0 of 2 ready', { exact: true }).first()).toBeVisible()
  await expectNoViolations(page)

  await offer(first.ref).getByRole('button', { name: 'Take over' }).press('Enter')
  await expect(field(cardOf(page, first), 'Progress')).toHaveValue('Half of it is merged.')
  await expect(field(cardOf(page, first), 'Progress')).toBeFocused()
  await expect(cardOf(page, first).getByText('Draft, not ready: choose a confidence')).toBeVisible()
  await expect(offer(first.ref)).toHaveCount(0)

  await field(cardOf(page, second), 'Progress').fill('Something else this week.')
  await offer(second.ref).getByRole('button', { name: 'Take over' }).click()
  await expect(offer(second.ref).getByRole('region', { name: 'Written this week' })).toContainText(
    'Something else this week.',
  )
  await offer(second.ref).getByRole('button', { name: 'Keep this week’s' }).click()
  await offer(second.ref).getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(offer(second.ref)).toHaveCount(0)
  await expect(field(cardOf(page, second), 'Progress')).toHaveValue('Something else this week.')
  const { mine, updates } = await updatesTo(cindy)
  expect(updates).toEqual([])
  expect(mine.map(({ ref, left, draft }) => [ref, left, draft?.progress]).toSorted()).toEqual([
    [first.ref, null, 'Half of it is merged.'],
    [second.ref, null, 'Something else this week.'],
  ])
})
