import type { Page } from 'playwright/test'
import { handOverIssue } from '#lib/contract/hand-overs.ts'
import { addLink } from '#lib/contract/links.ts'
import { commentOnIssue, readIssue } from '#lib/contract/issues.ts'
import { cardOn, open, openBoard, announcement } from './boards.ts'
import { pressKey, tabTo } from './keys.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`
const waitingOn = (page: Page) => page.getByRole('region', { name: 'Pending hand-over' })
const dialogOf = (page: Page, { ref }: { ref: number }) =>
  page.getByRole('dialog', { name: `Hand over #${ref}` })
const drove = (page: Page) => page.getByRole('complementary', { name: 'Facts' }).getByRole('listitem')

test('a DRI asks with a package from the record, both see it wait, and the person who accepts drives it', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const waitedFor = await anIssue({ title: 'The header first' })
  const issue = await anIssue({
    title: 'Hand me over',
    dri: 'julie',
    description: 'Do it:\n\n- [x] the probe\n- [ ] the page',
  })
  const julie = await api('julie')
  await julie.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'The probe works.' })
  await julie.ask(addLink, { group: GROUP, ref: issue.ref, role: 'blocked_by', other: waitedFor.ref })
  const cindy = await asPerson('cindy')
  await open(cindy, issueAt(issue))
  await signIn('julie')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  const dialog = dialogOf(page, issue)
  const context = dialog.getByRole('textbox', { name: /^Context/ })
  const ask = dialog.getByRole('button', { name: 'Ask to take over' })
  await expect(context).toHaveValue(/in the state “in dev”/)
  await expect(context).toHaveValue(/“The probe works\.”/)
  await expect(context).toHaveValue(new RegExp(`Blocked by #${waitedFor.ref}`))
  await expect(context).toHaveValue(/To do: the page/)
  await expect(ask).toHaveAccessibleDescription('Choose a person first.')
  await choose(dialog.getByRole('combobox', { name: 'To' }), 'Cindy Halim')
  await context.fill('')
  await expect(ask).toHaveAccessibleDescription('Add context for the next DRI.')
  await context.fill('The probe works; **the page** is next.')
  await expect(dialog.getByText('Julie Huang stays the DRI until they accept.')).toBeVisible()
  await ask.click()
  await expect(announcement(page)).toContainText(`Asked Cindy Halim to take over #${issue.ref}.`)

  await expect(waitingOn(page)).toContainText('Waits for Cindy Halim to accept')
  await expect(waitingOn(page)).toContainText('Until then Julie Huang stays the DRI.')
  await expect(page.getByRole('button', { name: 'Step down as DRI' })).toHaveAccessibleDescription(
    'A hand-over to Cindy Halim is pending. Withdraw it first.',
  )
  await expect(waitingOn(cindy)).toContainText('Julie Huang asks you to take over')
  await expect(waitingOn(cindy)).toContainText('The probe works; the page is next.')
  await waitingOn(cindy)
    .getByRole('button', { name: `Take over #${issue.ref}`, exact: true })
    .click()
  await expect(announcement(cindy)).toContainText(`You are now the DRI of #${issue.ref}.`)
  for (const one of [page, cindy]) {
    await expect(waitingOn(one)).toHaveCount(0)
    await expect(drove(one).filter({ hasText: 'Cindy Halim was handed it by Julie Huang' })).toContainText(
      'The probe works; the page is next.',
    )
  }
  expect((await julie.ask(readIssue, { group: GROUP, ref: issue.ref })).dri).toBe('cindy')
})

test('the person who declines says why; the DRI reads it and stays', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'No time for it', dri: 'newick' })
  await (
    await api('newick')
  ).ask(handOverIssue, { group: GROUP, ref: issue.ref, from: 'newick', to: 'patrick', context: 'As it is.' })
  const newick = await asPerson('newick')
  await open(newick, issueAt(issue))
  await signIn('patrick')
  await open(page, `/${GROUP}/inbox`)
  const item = page
    .getByRole('list', { name: 'Inbox' })
    .getByRole('listitem')
    .filter({ hasText: issue.title })
  await expect(item).toContainText('Hand-over to you')
  await expect(item.getByRole('button', { name: `Done with #${issue.ref}` })).toHaveCount(0)
  await item.getByRole('link').focus()
  await pressKey(page, 'e')
  const question = page.getByRole('dialog', { name: `The hand-over of #${issue.ref}` })
  await expect(question).toContainText('Newick Lee asks you to take over')
  await page.keyboard.press('Escape')
  await item.getByRole('button', { name: `Decline to take over #${issue.ref}` }).click()
  const dialog = page.getByRole('dialog', { name: `Decline to take over #${issue.ref}` })
  await expect(dialog.getByRole('button', { name: 'Decline' })).toHaveAccessibleDescription(/^Give a reason/)
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('I am away from Monday on.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(item).toHaveCount(0)
  await expect(waitingOn(newick)).toHaveCount(0)
  await expect(drove(newick).filter({ hasText: 'Patrick Cyiza declined the hand-over' })).toContainText(
    'I am away from Monday on.',
  )
  await expect(newick.getByRole('button', { name: 'Step down as DRI' })).toHaveAccessibleDescription('')
})

test('a hand-over waits in the week and is answered there; withdrawn, it is gone at once', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const taken = await anIssue({ title: 'Yours from today', dri: 'newick' })
  const kept = await anIssue({ title: 'Mine after all', dri: 'newick' })
  const newick = await api('newick')
  for (const { ref } of [taken, kept])
    await newick.ask(handOverIssue, { group: GROUP, ref, from: 'newick', to: 'julie', context: 'Half done.' })
  await signIn('julie')
  await open(page, `/${GROUP}/week`)
  const row = (title: string) =>
    page
      .getByRole('list', { name: 'Hand-overs waiting for me' })
      .getByRole('listitem')
      .filter({ hasText: title })
  await row(taken.title).getByText('What is handed over').click()
  await expect(row(taken.title)).toContainText('Half done.')
  const { handOvers } = await newick.ask(readIssue, { group: GROUP, ref: kept.ref })
  await newick.fetch(`/api/v1/groups/${GROUP}/issues/${kept.ref}/hand-overs/${handOvers[0]?.id}`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  await expect(row(kept.title)).toHaveCount(0)
  await row(taken.title)
    .getByRole('button', { name: `Take over #${taken.ref}`, exact: true })
    .click()
  await expect(row(taken.title)).toHaveCount(0)
  expect((await newick.ask(readIssue, { group: GROUP, ref: taken.ref })).dri).toBe('julie')
})

test('the person who asked withdraws; undo does the same', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Changed my mind', dri: 'manoj' })
  await signIn('manoj')
  await open(page, issueAt(issue))
  for (const way of ['withdraw', 'undo']) {
    await page.getByRole('button', { name: 'Hand over', exact: true }).click()
    const dialog = dialogOf(page, issue)
    await choose(dialog.getByRole('combobox', { name: 'To' }), 'Julie Huang')
    await dialog.getByRole('button', { name: 'Ask to take over' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(waitingOn(page)).toContainText('Waits for Julie Huang to accept')
    if (way === 'withdraw')
      await waitingOn(page)
        .getByRole('button', { name: /^Withdraw/ })
        .click()
    else await pressKey(page, 'z')
    await expect(waitingOn(page)).toHaveCount(0)
  }
  await expect(drove(page).filter({ hasText: 'Julie Huang was asked to take over; withdrawn' })).toHaveCount(
    2,
  )
})

test('when another person became the DRI meanwhile it is said, and the words stay', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Too late', dri: 'julie' })
  await signIn('julie')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  const dialog = dialogOf(page, issue)
  await choose(dialog.getByRole('combobox', { name: 'To' }), 'Cindy Halim')
  await dialog.getByRole('textbox', { name: /^Context/ }).fill('Words that took me long.')
  const em = await api('mohamed')
  const now = { from: 'julie', to: 'newick', context: 'Julie is away.', atOnce: true }
  await em.ask(handOverIssue, { group: GROUP, ref: issue.ref, ...now })
  await expect(dialog.getByRole('alert')).toContainText('Newick Lee is now the DRI. Your text is kept here.')
  await expect(dialog.getByRole('button', { name: 'Ask to take over' })).toHaveAccessibleDescription(
    'The DRI has changed. Check the change first.',
  )
  await expect(dialog.getByRole('textbox', { name: /^Context/ })).toHaveValue('Words that took me long.')
})

test('the server refuses what was sent in ignorance, and the dialog keeps it', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'At the same moment', dri: 'julie' })
  await signIn('mohamed')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  const dialog = dialogOf(page, issue)
  await choose(dialog.getByRole('combobox', { name: 'To' }), 'Cindy Halim')
  await dialog.getByRole('textbox', { name: /^Context/ }).fill('Words that took me long.')
  await page.route('**/hand-overs', async (route) => {
    const em = await api('mohamed')
    const now = { from: 'julie', to: 'newick', context: 'Faster.', atOnce: true }
    await em.ask(handOverIssue, { group: GROUP, ref: issue.ref, ...now })
    await route.continue()
  })
  await dialog.getByRole('button', { name: 'Ask to take over' }).click()
  await expect(announcement(page)).toContainText('Newick Lee is now the DRI. Check the change and try again.')
  await page.unroute('**/hand-overs')
  await dialog.getByRole('button', { name: 'Hand over from Newick Lee instead' }).click()
  await expect(dialog.getByRole('textbox', { name: /^Context/ })).toHaveValue('Words that took me long.')
  await dialog.getByRole('button', { name: 'Ask to take over' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(waitingOn(page)).toContainText('Waits for Cindy Halim to accept')
  await expect(waitingOn(page)).toContainText('asked by Mohamed Hamda. Until then Newick Lee stays the DRI.')
})

test('the EM hands over at once, past a hand-over that waits', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'No time to wait', dri: 'julie' })
  const asked = { from: 'julie', to: 'cindy', context: 'Half done.' }
  await (await api('julie')).ask(handOverIssue, { group: GROUP, ref: issue.ref, ...asked })
  const cindy = await asPerson('cindy')
  await open(cindy, issueAt(issue))
  await expect(waitingOn(cindy)).toBeVisible()
  await signIn('mohamed')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('button', { name: 'Hand over now…' }).click()
  const dialog = dialogOf(page, issue)
  await expect(dialog.getByRole('checkbox', { name: /^Immediately/ })).toBeChecked()
  await choose(dialog.getByRole('combobox', { name: 'To' }), 'Newick Lee')
  await dialog.getByRole('button', { name: 'Hand over now' }).click()
  await expect(announcement(page)).toContainText(`Newick Lee is now the DRI of #${issue.ref}.`)
  await expect(waitingOn(cindy)).toHaveCount(0)
  await expect(drove(cindy).filter({ hasText: 'Newick Lee was handed it by Mohamed Hamda' })).toBeVisible()
  await expect(
    drove(cindy).filter({ hasText: 'Cindy Halim was asked to take over; another person' }),
  ).toBeVisible()
})

test('a hand-over is asked for and answered by keyboard alone, from the board', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Keys only', dri: 'patrick' })
  await signIn('patrick')
  await openBoard(page, 'build', { q: issue.title })
  await tabTo(page, cardOn(page, issue))
  await pressKey(page, 'd')
  const dialog = dialogOf(page, issue)
  const to = dialog.getByRole('combobox', { name: 'To' })
  await expect(to).toBeFocused()
  // letters that come late, as on a busy machine, begin a name anew: then it is typed again
  await expect(async () => {
    await page.keyboard.type('Man')
    await expect(to).toHaveText('Manoj M J', { timeout: 1000 })
  }).toPass()
  await tabTo(page, dialog.getByRole('textbox', { name: /^Context/ }))
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(cardOn(page, issue)).toHaveAccessibleName(/DRI Patrick Cyiza, hand-over to Manoj M J pending/)

  const manoj = await asPerson('manoj')
  await openBoard(manoj, 'build', { q: issue.title })
  await tabTo(manoj, cardOn(manoj, issue))
  await pressKey(manoj, 'd')
  const question = manoj.getByRole('dialog', { name: `The hand-over of #${issue.ref}` })
  await expect(question).toContainText('Patrick Cyiza asks you to take over')
  await tabTo(manoj, question.getByRole('button', { name: `Take over #${issue.ref}`, exact: true }))
  await manoj.keyboard.press('Enter')
  await expect(question).toContainText('This hand-over is no longer pending.')
  await manoj.keyboard.press('Escape')
  await expect(cardOn(manoj, issue)).toHaveAccessibleName(/DRI Manoj M J/)
  await expect(cardOn(manoj, issue)).not.toHaveAccessibleName(/hand-over to/)
})
