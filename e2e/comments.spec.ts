import type { Page } from 'playwright/test'
import { commentOnIssue, editIssue, readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const issueAt = ({ ref }: { ref: number }, hash = '') => `/${GROUP}/issues/${ref}${hash}`

const description = (page: Page) => page.getByRole('region', { name: 'Description', exact: true })
const descriptionField = (page: Page) => page.getByRole('textbox', { name: 'Description', exact: true })
const box = (page: Page) => page.getByRole('textbox', { name: 'Add a comment' })
const send = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true })
const commentsOf = (page: Page, name: string) => page.getByRole('article', { name: `Comment by ${name}` })

/** Opens the editor of the description by its key; pressed again where the page did not hear it yet. */
async function beginDescription(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(descriptionField(page)).toBeFocused({ timeout: 1_000 })
  }).toPass()
}

test('a title is edited where it stands, and everybody who looks at it reads the new one', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Slow list' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const colleague = await asPerson('newick')
  await open(colleague, issueAt(issue))
  await page.getByRole('heading', { level: 1 }).dblclick()
  const field = page.getByRole('textbox', { name: 'Title' })
  await expect(field).toBeFocused()
  await field.fill('Slow list of models')
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Slow list of models' })).toBeVisible()
  await expect(colleague.getByRole('heading', { level: 1, name: 'Slow list of models' })).toBeVisible()
  await expect(page.getByText(/Cindy Halim renamed this issue from “Slow list/)).toBeVisible()
})

test('of two who edit one description the second sees both versions, and nothing is lost', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'Two writers', description: 'First line.' })
  const julie = await api('julie')
  await signIn('cindy')
  await open(page, issueAt(issue))
  await beginDescription(page)
  await descriptionField(page).fill('First line.\nWhat Cindy knows.')
  const theirs = 'First line.\nWhat Julie knows.'
  await julie.ask(editIssue, { group: GROUP, ref: issue.ref, description: theirs, version: issue.version })
  await descriptionField(page).press('Control+Enter')
  const dialog = page.getByRole('dialog', {
    name: 'Julie Huang edited the description while you were editing',
  })
  await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('What Cindy knows.')
  await expect(dialog.getByRole('region', { name: 'Julie Huang' })).toContainText('What Julie knows.')

  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(descriptionField(page)).toHaveValue('First line.\nWhat Cindy knows.')
  await description(page).getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Merge by hand' }).click()
  await dialog
    .getByRole('textbox', { name: 'Merged by hand' })
    .fill('First line.\nWhat Julie knows.\nWhat Cindy knows.')
  await dialog.getByRole('button', { name: 'Save the merged text' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(description(page)).toContainText('What Julie knows.')
  await expect(description(page)).toContainText('What Cindy knows.')
  await expect
    .poll(() => julie.ask(readIssue, { group: GROUP, ref: issue.ref }))
    .toMatchObject({ description: 'First line.\nWhat Julie knows.\nWhat Cindy knows.' })
})

test('Esc asks before what was typed is thrown away', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Second thoughts', description: 'As it was.' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await beginDescription(page)
  await descriptionField(page).fill('As it might be.')
  await page.keyboard.press('Escape')
  const dialog = page.getByRole('dialog', { name: 'Discard your text?' })
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(descriptionField(page)).toHaveValue('As it might be.')
  await descriptionField(page).press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(description(page)).toHaveText('As it was.')
  await page.reload()
  await expect(description(page)).toHaveText('As it was.')
})

test('a draft is there again after a reload and after signing out, and only for its author', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Written slowly', description: 'Short.' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await box(page).fill('A long thought that')
  await beginEditing(page)
  await descriptionField(page).fill('Short, and more to come.')
  await page.reload()
  await expect(box(page)).toHaveValue('A long thought that')
  await expect(descriptionField(page)).toHaveValue('Short, and more to come.')
  await expect(page.getByText('Your earlier draft')).toHaveCount(2)

  // a page that stays open would ask on for its own person
  await page.goto('about:blank')
  const out = { headers: { 'sec-fetch-site': 'same-origin' }, data: {} }
  expect((await page.context().request.post('/api/v1/sign-out', out)).status()).toBe(200)
  await signIn('newick')
  await open(page, issueAt(issue))
  await expect(box(page)).toHaveValue('')
  await expect(description(page)).toHaveText('Short.')

  await page.goto('about:blank')
  await signIn('cindy')
  await open(page, issueAt(issue))
  await expect(box(page)).toHaveValue('A long thought that')
  await box(page).fill('A long thought that ends.')
  await send(page).click()
  await expect(commentsOf(page, 'Cindy Halim')).toContainText('A long thought that ends.')
  await page.reload()
  await expect(descriptionField(page)).toHaveValue('Short, and more to come.')
  await expect(box(page)).toHaveValue('')
})

async function beginEditing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit the description' }).click()
}

test('the mentioned person acknowledges with an emoji, and the person who asked sees it', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Please look' })
  await signIn('mohamed')
  await open(page, issueAt(issue))
  await box(page).fill('@newick, can you look at this?')
  await send(page).click()
  const asked = commentsOf(page, 'Mohamed Hamda')
  await expect(asked).toContainText('Not yet acknowledged by Newick Lee')

  const newick = await asPerson('newick')
  await open(newick, issueAt(issue))
  const seen = commentsOf(newick, 'Mohamed Hamda')
  await expect(seen).toContainText('You are asked to acknowledge')
  await seen.getByRole('button', { name: 'Add a reaction' }).click()
  await newick.getByRole('menuitemcheckbox', { name: 'Looking' }).click()
  await expect(seen.getByRole('button', { name: '👀 1: Newick Lee' })).toHaveAttribute('aria-pressed', 'true')
  await expect(asked).toContainText('Acknowledged by Newick Lee (reaction)')
  await expectNoViolations(page)
  await expect(seen).not.toContainText('You are asked to acknowledge')
  await seen.getByRole('button', { name: '👀 1: Newick Lee' }).click()
  await expect(asked.getByRole('button', { name: /👀/ })).toHaveCount(0)
})

test('a comment is edited by its author alone, and its time is a link that points it out', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Said once' })
  const cindy = await api('cindy')
  await cindy.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body: 'It is the cache.' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const mine = commentsOf(page, 'Cindy Halim')
  await mine.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await mine.getByRole('textbox', { name: 'Comment' }).fill('It is the cache of the gateway.')
  await mine.getByRole('button', { name: 'Save' }).click()
  await expect(mine).toContainText('It is the cache of the gateway.')
  await expect(mine).toContainText('edited')

  const newick = await asPerson('newick')
  await open(newick, issueAt(issue))
  const theirs = commentsOf(newick, 'Cindy Halim')
  await theirs.getByRole('button', { name: 'More' }).click()
  await expect(newick.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
  await expect(newick.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0)
  await newick.keyboard.press('Escape')
  await theirs.getByRole('link', { name: /\d\d:\d\d/ }).click()
  await expect(newick).toHaveURL(/#comment-\d+$/)
  await expect(newick.getByRole('listitem').filter({ has: theirs })).toHaveAttribute('aria-current', 'true')
})

test('a task is ticked off where it stands; what the edit changed is shown, and taken back', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Two tasks', description: '- [ ] measure\n- [ ] fix' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const task = (name: string) => description(page).getByRole('checkbox', { name })
  await task('measure').click()
  await expect(task('measure')).toBeChecked()
  await page.getByRole('button', { name: 'What changed' }).click()
  const dialog = page.getByRole('dialog', { name: /edited the description/ })
  await expect(dialog.getByRole('region', { name: 'Before' })).toContainText('- [ ] measure')
  await expect(dialog.getByRole('region', { name: 'After' })).toContainText('- [x] measure')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Restore the description before' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(task('measure')).not.toBeChecked()
})

test('quick actions do what the buttons do; one that is refused leaves everything as it was', async ({
  page,
  signIn,
  anIssue,
  forgive,
}) => {
  forgive(/403/)
  const issue = await anIssue({ title: 'Acts in words', deliverable: false })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const fact = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}:`) })
  await box(page).fill('Larger than thought.\n/weight 3\n/assign @newick')
  await send(page).click()
  await expect(page.getByRole('alert').filter({ hasText: '“/assign @newick”' })).toContainText(
    'Only the engineering manager assigns others.',
  )
  await expect(box(page)).toHaveValue('Larger than thought.\n/weight 3\n/assign @newick')
  await expect(fact('Weight')).toHaveAccessibleName('Weight: 2')

  await box(page).fill('Larger than thought.\n/weight 3\n/assign @me\n/label ~"workflow::in review"')
  await box(page).press('Control+Enter')
  await expect(fact('Weight')).toHaveAccessibleName('Weight: 3')
  await expect(fact('Workflow')).toHaveAccessibleName('Workflow: in review')
  await expect(fact('Assignees')).toHaveAccessibleName(/Cindy Halim/)
  await expect(commentsOf(page, 'Cindy Halim')).toContainText('Larger than thought.')
  await expect(commentsOf(page, 'Cindy Halim')).not.toContainText('/weight')
  await expect(announcement(page)).toContainText('changed the weight of this issue from 2 to 3')
})

test('without a connection a comment waits on the screen, and is sent once when the connection is back', async ({
  page,
  context,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED/)
  const issue = await anIssue({ title: 'In a tunnel' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await box(page).fill('Written in a tunnel.')
  await context.setOffline(true)
  await send(page).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Connection lost.' })).toContainText(
    'Your text is kept here',
  )
  await expect(box(page)).toHaveValue('Written in a tunnel.')
  await context.setOffline(false)
  await expect(commentsOf(page, 'Cindy Halim')).toContainText('Written in a tunnel.')
  await expect(box(page)).toHaveValue('')
  const { comments } = await (await api('cindy')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(comments.map(({ body }) => body)).toEqual(['Written in a tunnel.'])
})
