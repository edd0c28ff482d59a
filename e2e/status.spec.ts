import { putUpdate } from '#lib/contract/updates.ts'
import { statusLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expect, test } from './test.ts'
import { assembled, cardOf, confidence, field, makeReady, someDrivers } from './updates.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a DRI writes what they drive on one page, posts what is ready, and the group sees it at once', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { group, aSubject } = await someDrivers(baseURL)
  const [first, second] = [await aSubject('Probe the gateway', 'cindy'), await aSubject('Rename it', 'cindy')]
  const patrick = await asPerson('patrick')
  await open(patrick, statusLink(group, { view: 'group' }))
  await expect(patrick.getByText('No updates this week yet')).toBeVisible()
  await signIn('cindy')
  await open(page, `/${group}/week`)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Status' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your update, week \d+$/)
  await expect(page.getByText('0 of 2 ready', { exact: true }).first()).toBeVisible()
  const card = cardOf(page, first)
  await expect(card.getByText(/Not ready: /)).toBeVisible()
  await field(card, 'Progress').fill('The probe runs on one of two clouds.')
  await field(card, 'Blockers').fill('A key for the other cloud.')
  await expect(card.getByText('Draft, not ready: choose a confidence')).toBeVisible()
  await confidence(card, 'Slightly').click()
  await expect(card.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await expect(page.getByText('1 of 2 ready', { exact: true }).first()).toBeVisible()
  await expect(assembled(page)).toContainText('A key for the other cloud.')
  await expect(assembled(page)).toContainText('Not posted yet: you, 1 subject.')
  const owes = page.getByRole('list', { name: 'People' }).getByRole('listitem')
  await expect(owes).toContainText(['owes, 1 of 2 ready'])
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Post update' }).click()
  await expect(announcement(page)).toContainText(`Posted the update of #${first.ref}.`)
  await expect(card.getByText(/^Posted today \d\d:\d\d$/)).toBeVisible()
  await expect(cardOf(page, second).getByRole('textbox', { name: 'Progress' })).toBeVisible()
  await expect(owes).toContainText(['owes, 1 posted, 0 of 1 ready'])
  await expect(patrick.getByRole('list', { name: 'Updates in full' })).toContainText(
    'The probe runs on one of two clouds.',
  )
  await expect(assembled(patrick)).toContainText('Slightly confident')
  await expectNoViolations(patrick)
})

test('a week is written by keyboard alone, as fast as one types', async ({ page, signIn, api, baseURL }) => {
  const { group, aSubject, updatesTo } = await someDrivers(baseURL)
  const first = await aSubject('First by keys', 'patrick')
  const second = await aSubject('Second by keys', 'patrick')
  await signIn('patrick')
  await open(page, `/${group}/week`)
  await page.keyboard.press('u')
  await expect(page).toHaveURL(statusLink(group))
  await expect(cardOf(page, first)).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(cardOf(page, first)).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('p')
  await expect(field(cardOf(page, first), 'Progress')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Merged, and watched for a day.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('None so far')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Close it')
  await page.keyboard.press('Escape')
  await expect(cardOf(page, first)).toBeFocused()
  await page.keyboard.press('3')
  await expect(confidence(cardOf(page, first), 'Very')).toBeChecked()
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await page.keyboard.type('A review')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('In review.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(confidence(cardOf(page, second), 'Not')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(confidence(cardOf(page, second), 'Slightly')).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(announcement(page)).toContainText('Posted 2 updates.')
  const { updates } = await updatesTo(await api('patrick'))
  expect(
    updates
      .map(({ ref, progress, blockers, next, confidence }) => [ref, progress, blockers, next, confidence])
      .toSorted(),
  ).toEqual([
    [first.ref, 'Merged, and watched for a day.', 'None so far', 'Close it', 'very'],
    [second.ref, 'In review.', 'A review', '', 'slightly'],
  ])
  await page.keyboard.press('z')
  await expect.poll(async () => (await updatesTo(await api('patrick'))).updates).toEqual([])
})

test('what is posted can be edited until the week ends, and an edit can be discarded', async ({
  page,
  signIn,
  api,
  baseURL,
}) => {
  const { group, week, aSubject, updatesTo } = await someDrivers(baseURL)
  const issue = await aSubject('Edited later', 'cindy')
  const cindy = await api('cindy')
  await cindy.ask(putUpdate, {
    group,
    week,
    subject: `issue-${issue.ref}`,
    progress: 'As it was.',
    blockers: '',
    next: '',
    confidence: 'not',
  })
  await signIn('cindy')
  await open(page, statusLink(group))
  const card = cardOf(page, issue)
  await expect(card).toContainText('As it was.')
  await card.getByRole('button', { name: `Edit the update of #${issue.ref}` }).click()
  await field(card, 'Progress').fill('Not what I meant.')
  await expect(card.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await card.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(card).toContainText('As it was.')
  await expect(field(card, 'Progress')).toHaveCount(0)

  await card.getByRole('button', { name: `Edit the update of #${issue.ref}` }).click()
  await makeReady(card, 'As it is now.', 'Slightly')
  await page.getByRole('button', { name: 'Post update' }).click()
  await expect(card.getByText(/^Edited today/)).toBeVisible()
  const { updates } = await updatesTo(cindy)
  expect(updates).toMatchObject([{ progress: 'As it is now.', confidence: 'slightly', version: 2 }])
})

test('a draft outlives a reload and signing out, and another device has it too', async ({
  page,
  signIn,
  asPerson,
  forgive,
  baseURL,
}) => {
  forgive(/409/)
  const { group, aSubject } = await someDrivers(baseURL)
  const issue = await aSubject('On two devices', 'patrick')
  await signIn('patrick')
  await open(page, statusLink(group))
  await field(cardOf(page, issue), 'Next').fill('Read the results')
  await expect(cardOf(page, issue).getByText(/not ready/)).toBeVisible()
  await expect(cardOf(page, issue).getByText(/^Draft, not ready/)).toBeVisible()
  await page.reload()
  await expect(field(cardOf(page, issue), 'Next')).toHaveValue('Read the results')

  const other = await asPerson('patrick')
  await open(other, statusLink(group))
  await expect(field(cardOf(other, issue), 'Next')).toHaveValue('Read the results')
  await field(cardOf(other, issue), 'Next').fill('Read them on Tuesday')
  await expect(cardOf(other, issue).getByText(/^Draft, not ready/)).toBeVisible()
  await field(cardOf(page, issue), 'Blockers').fill('The results are late')
  const conflict = cardOf(page, issue).getByRole('alert')
  await expect(conflict).toContainText('You changed this update on another device too.')
  await expect(conflict.getByRole('region', { name: 'On this device' })).toContainText('The results are late')
  await expect(conflict.getByRole('region', { name: 'On the other device' })).toContainText(
    'Read them on Tuesday',
  )
  await expectNoViolations(page)
  await conflict.getByRole('button', { name: 'Take the other device’s' }).click()
  await expect(field(cardOf(page, issue), 'Next')).toHaveValue('Read them on Tuesday')
  await expect(field(cardOf(page, issue), 'Blockers')).toHaveValue('')
  await expect(conflict).toHaveCount(0)

  await page.getByRole('button', { name: 'Patrick Cyiza: theme, keys, sign out' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  await signIn('patrick')
  await open(page, statusLink(group))
  await expect(field(cardOf(page, issue), 'Next')).toHaveValue('Read them on Tuesday')
})

test('an update that is written without a connection is kept, and posted when it is back', async ({
  page,
  signIn,
  api,
  forgive,
  baseURL,
}) => {
  forgive(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|\/api\/(health|live)/)
  const { group, aSubject, updatesTo } = await someDrivers(baseURL)
  const [issue, left] = [await aSubject('In a tunnel', 'cindy'), await aSubject('Left as a draft', 'cindy')]
  await signIn('cindy')
  await open(page, statusLink(group))
  const card = cardOf(page, issue)
  const banner = page.getByRole('region', { name: 'Connection' })
  await page
    .waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ startTime }) => startTime > 3_000),
    )
    .catch(() => {})
  await page.context().setOffline(true)
  await expect(banner).toContainText('The server cannot be reached.')
  await field(card, 'Progress').fill('Written on the train.')
  await confidence(card, 'Very').click()
  await field(cardOf(page, left), 'Next').fill('Write this later')
  await expect(card.getByText('Not saved, kept on this device.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Sent when the connection is back')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Waiting to be sent' })).toContainText(
    `Posted the update of #${issue.ref}.`,
  )
  await page.context().setOffline(false)
  await expect(card.getByText(/^Posted today/)).toBeVisible()
  await expect(cardOf(page, left).getByText(/^Draft, not ready/)).toBeVisible()
  const { updates, mine } = await updatesTo(await api('cindy'))
  expect(updates).toMatchObject([{ ref: issue.ref, progress: 'Written on the train.', confidence: 'very' }])
  expect(mine.find(({ ref }) => ref === left.ref)?.draft).toMatchObject({ next: 'Write this later' })
})
