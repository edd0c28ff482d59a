import { readIssue } from '#lib/contract/issues.ts'
import { handOverIssue } from '#lib/contract/hand-overs.ts'
import { commentOnIssue, weighIssue } from '#lib/contract/issues.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { giveRole, takeRole } from '#lib/contract/people.ts'
import type { Page } from 'playwright/test'
import { expectNoViolations } from './axe.ts'
import { open, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const inboxAt = `/${GROUP}/inbox`
const item = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').filter({ hasText: title })

test('a mention comes into the inbox at once, is counted, and shows when it was answered', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Ask Newick' })
  await signIn('newick')
  await open(page, inboxAt)
  const julie = await api('julie')
  await julie.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: '@newick does the probe still run?' })
  await expect(item(page, issue.title)).toContainText('Mentions you')
  await expect(item(page, issue.title)).toContainText('does the probe still run?')
  await expect(item(page, issue.title)).toContainText('Reply or react')
  await expect(page.getByRole('link', { name: /^Inbox, \d+ waiting$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as done' }).click()
  await expect(announcement(page)).toContainText('stays until you answer it.')
  await expect(item(page, issue.title)).toHaveCount(1)
  const newick = await api('newick')
  await newick.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'It does.' })
  await expect(item(page, issue.title)).toContainText('You answered')
  await item(page, issue.title)
    .getByRole('button', { name: `Done with #${issue.ref}` })
    .click()
  await expect(item(page, issue.title)).toHaveCount(0)
  // To the letter: what was said before begins alike, and has an Undo of its own.
  await expect(announcement(page)).toHaveText('One item is done.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(item(page, issue.title)).toHaveCount(1)
})

test('an inbox is worked through by keys: next, open, done; another tab follows', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const first = await anIssue({ title: 'First for Patrick' })
  const second = await anIssue({ title: 'Second for Patrick' })
  const em = await api('mohamed')
  for (const { ref } of [first, second]) {
    await em.ask(handOverIssue, { group: GROUP, ref, from: null, to: 'patrick' })
  }
  await signIn('patrick')
  const other = await page.context().newPage()
  await open(other, inboxAt)
  await open(page, inboxAt)
  await expect(item(page, second.title)).toContainText('You are the DRI')
  await item(page, second.title).getByRole('link').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(announcement(page)).toContainText('One item is done.')
  await expect(item(other, first.title).or(item(other, second.title))).toHaveCount(1)
  await other.close()
})

test('what is put off leaves the inbox until its time, and can be fetched back', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Not today' })
  await (await api('cindy')).ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'cc @manoj' })
  await signIn('manoj')
  await open(page, inboxAt)
  await item(page, issue.title)
    .getByRole('button', { name: `Snooze #${issue.ref}` })
    .click()
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click()
  await expect(item(page, issue.title)).toHaveCount(0)
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Snoozed' }).click()
  await expect(page).toHaveURL(`${inboxAt}?view=snoozed`)
  await item(page, issue.title).getByRole('button', { name: 'Back to the inbox' }).click()
  await expect(item(page, issue.title)).toHaveCount(0)
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Unread' }).click()
  await expect(item(page, issue.title)).toHaveCount(1)
})

test('one follows an issue one has nothing to do with, and mutes it again', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Worth following' })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByText('You chose to watch it.')).toBeVisible()
  const em = await api('mohamed')
  await em.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'A word for whoever follows.' })
  await open(page, inboxAt)
  await expect(item(page, issue.title)).toContainText('You’re watching')
  expect((await em.ask(readIssue, { group: GROUP, ref: issue.ref })).comments).toHaveLength(1)
})

test('my week shows what waits for me, and lets me take what is next', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const asked = await anIssue({ title: 'Needs an answer' })
  const ready = await anIssue({ title: 'Ready to take', state: 'ready for development' })
  await (await api('julie')).ask(commentOnIssue, { group: GROUP, ref: asked.ref, body: '@cindy which one?' })
  await signIn('cindy')
  await open(page, `/${GROUP}`)
  await expect(page).toHaveURL(`/${GROUP}/week`)
  const waiting = page.getByRole('list', { name: 'Waiting for my answer' }).getByRole('listitem')
  await expect(waiting.filter({ hasText: asked.title })).toContainText('@cindy which one?')
  const next = page.getByRole('list', { name: 'Next to take' }).getByRole('listitem')
  await expect(next.first()).toBeVisible()
  expect(ready.dri).toBeNull()
})

test('the EM sees in their week how much is said and what the rules find', async ({
  page,
  signIn,
  anIssue,
}) => {
  const adrift = await anIssue({ title: 'No DRI' })
  await signIn('mohamed')
  await open(page, `/${GROUP}/week`)
  await expect(page.getByRole('heading', { name: /^Capacity of/ })).toBeVisible()
  const drift = page.getByRole('list', { name: 'Drift', exact: true }).getByRole('listitem')
  await expect(drift.filter({ hasText: adrift.title })).toContainText('In dev without a DRI')
  const found = page.getByRole('list', { name: 'Needs attention' })
  await found.getByRole('link', { name: 'Active without a DRI' }).click()
  await expect(page.getByRole('heading', { name: 'Triage report' })).toBeVisible()
  const section = page.getByRole('region', { name: 'Active without a DRI' })
  await expect(section.getByRole('listitem').filter({ hasText: adrift.title })).toBeVisible()
})

test('the PM’s week shows what to plan: what comes next, whether it fits, what to weigh and to refine', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const { next } = await (await api('jordan')).ask(listMilestones, { group: GROUP })
  const rough = await anIssue({
    title: 'Still rough',
    state: 'planning breakdown',
    milestone: next,
    weight: null,
    deliverable: false,
  })
  await signIn('jordan')
  await open(page, `/${GROUP}/week`)
  await expect(page.getByText(/starts on \d/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Planning board' })).toBeVisible()
  const refine = page.getByRole('list', { name: 'To refine' }).getByRole('listitem')
  await expect(refine.filter({ hasText: rough.title })).toBeVisible()
  const unweighted = page.getByRole('list', { name: 'Candidates without a weight' }).getByRole('listitem')
  await expect(unweighted.filter({ hasText: rough.title })).toBeVisible()
  await (await api('julie')).ask(weighIssue, { group: GROUP, ref: rough.ref, weight: 2 })
  await expect(unweighted.filter({ hasText: rough.title })).toHaveCount(0)
})

test('a counterpart’s week shows who owns what, and what waits for their answer, confidential or not', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const role = { group: GROUP, person: 'stakeholder', role: 'counterpart' } as const
  await em.ask(giveRole, role)
  const secret = await anIssue({ title: 'Not for everybody', confidential: true })
  await em.ask(commentOnIssue, { group: GROUP, ref: secret.ref, body: '@stakeholder your models?' })
  await signIn('stakeholder')
  await open(page, `/${GROUP}/week`)
  await expect(page.getByRole('searchbox', { name: 'Who owns this?' })).toBeVisible()
  const waiting = page.getByRole('list', { name: 'Waiting for my answer' }).getByRole('listitem')
  await waiting
    .filter({ hasText: secret.title })
    .getByRole('button', { name: `Answer on #${secret.ref}` })
    .click()
  await page.getByRole('textbox', { name: `Reply on #${secret.ref}` }).fill('Ours, yes.')
  await page.keyboard.press('Control+Enter')
  await expect(waiting.filter({ hasText: secret.title })).toHaveCount(0)
  await em.ask(takeRole, role)
})

test('a stakeholder’s week begins with who owns what', async ({ page, signIn }) => {
  await signIn('stakeholder')
  await open(page, `/${GROUP}/week`)
  await page.getByRole('searchbox', { name: 'Who owns this?' }).fill('AIGW billing')
  await expect(page.getByRole('list', { name: 'Owners' })).toContainText('Gateway Services')
  await page.getByRole('link', { name: 'Ownership map' }).click()
  await expect(page).toHaveURL(`/${GROUP}/ownership`)
})

test('a mention is answered where it is read, with an emoji or a reply, and then it is done', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const asked = await anIssue({ title: 'Ask Cindy twice' })
  const described = await anIssue({
    title: 'Named in the text',
    description: 'One line.\n\nFor @cindy to see.',
  })
  const julie = await api('julie')
  await julie.ask(commentOnIssue, { group: GROUP, ref: asked.ref, body: '@cindy is it fast now?' })
  await signIn('cindy')
  await open(page, inboxAt)
  await expect(item(page, described.title)).toContainText('For @cindy to see.')
  await item(page, asked.title)
    .getByRole('button', { name: `Answer on #${asked.ref}` })
    .click()
  await expectNoViolations(page)
  await page.getByRole('group', { name: 'Answer with an emoji' }).getByRole('button', { name: 'Yes' }).click()
  await expect(announcement(page)).toContainText(`Answered on #${asked.ref}.`)
  await expect(item(page, asked.title)).toHaveCount(0)

  await item(page, described.title).getByRole('link').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await item(page, described.title).getByRole('link').focus()
  await item(page, described.title)
    .getByRole('button', { name: `Answer on #${described.ref}` })
    .click()
  await page.getByRole('textbox', { name: `Reply on #${described.ref}` }).fill('Seen, thank you.')
  await page.keyboard.press('Control+Enter')
  await expect(item(page, described.title)).toHaveCount(0)
  const { comments, mentions } = await julie.ask(readIssue, { group: GROUP, ref: described.ref })
  expect(comments.map(({ body }) => body)).toEqual(['Seen, thank you.'])
  expect(mentions).toMatchObject([{ person: 'cindy', acknowledgedBy: 'reply' }])
})

test('quiet hours are set from the inbox, say until when it is quiet, and are ended again', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  await signIn('jordan')
  await open(page, inboxAt)
  const hours = async () => {
    await page.getByRole('button', { name: 'Quiet hours' }).click()
    return page.getByRole('dialog', { name: 'Quiet hours' })
  }
  const dialog = await hours()
  const from = dialog.getByLabel('From')
  await from.fill('late')
  await dialog.getByLabel('To').focus()
  await expect(dialog.getByText('Type a time, such as 18:00.').first()).toBeVisible()
  await from.fill('6 pm')
  await from.press('ArrowUp')
  await expect(from).toHaveValue('18:30')
  // a minute before midnight to a minute before that: quiet whenever this is told
  await dialog.getByLabel('From').fill('23:59')
  await dialog.getByLabel('To').fill('23:58')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(announcement(page)).toContainText('Quiet from 23:59 to 23:58.')
  await expect(page.getByText(/^Quiet until/)).toBeVisible()
  const bell = page.getByRole('banner').getByRole('link', { name: /^Inbox/ })
  const before = await bell.ariaSnapshot()
  const issue = await anIssue({ title: 'Not at night' })
  await (await api('julie')).ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: '@jordan?' })
  await expect(item(page, issue.title)).toHaveCount(0)
  expect(await bell.ariaSnapshot(), 'what came before is counted, what comes now is not').toBe(before)
  await (await hours()).getByRole('button', { name: 'No quiet hours' }).click()
  await expect(item(page, issue.title)).toHaveCount(1)
  await expect(page.getByText(/^Quiet until/)).toHaveCount(0)
})
