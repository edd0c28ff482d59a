import { readIssue } from '#lib/contract/issues.ts'
import { filterField, open, openBoard, announcement, titlesIn } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { buildBoard, GROUP, newWord } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`

test('an issue that is created on a board carries what brings it there', async ({
  page,
  signIn,
  asPerson,
}) => {
  const title = `Thought of just now ${newWord()}`
  await signIn('cindy')
  await openBoard(page, 'planning', { q: title })
  const colleague = await asPerson('newick')
  await openBoard(colleague, 'planning', { q: title })
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  const create = dialog.getByRole('button', { name: 'Create' })
  await expect(create).toBeDisabled()
  await expect(create).toHaveAccessibleDescription('Enter a title first.')
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('textbox', { name: /^Description/ }).fill('It came up in the sync.')
  await choose(dialog.getByRole('combobox', { name: 'Type' }), 'type::feature')
  await create.click()
  await expect(announcement(page)).toContainText(/^Created #\d+\./)
  await expect(titlesIn(page, 'feature')).toHaveText([title])
  await expect(titlesIn(colleague, 'feature')).toHaveText([title])
})

test('the facts of an issue are changed where they stand, and its history tells who did', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const { milestones, next } = await buildBoard(em)
  const nextTitle = milestones.find(({ slug }) => slug === next)?.title ?? ''
  const issue = await anIssue({ title: 'To be shaped', weight: null, deliverable: false })
  await signIn('mohamed')
  await open(page, issueAt(issue))
  const fact = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}:`) })
  const choice = (name: string | RegExp) => page.getByRole('menuitemcheckbox', { name })

  await fact('Weight').click()
  await page.getByLabel('Type a weight').fill('7')
  await expect(choice(/^7/)).toHaveAttribute('data-highlighted', '')
  await page.keyboard.press('Enter')
  await expect(fact('Weight')).toHaveAccessibleName('Weight: 7')
  await fact('Weight').click()
  await choice(/^3/).click()
  await expect(fact('Weight')).toHaveAccessibleName('Weight: 3')
  await fact('Workflow').click()
  await choice('in review').click()
  await expect(fact('Workflow')).toHaveAccessibleName('Workflow: in review')
  await fact('Milestone').click()
  await page.getByRole('searchbox', { name: 'Find a milestone' }).fill(nextTitle)
  await choice(new RegExp(`^${nextTitle} `)).click()
  await expect(fact('Milestone')).toHaveAccessibleName(`Milestone: ${nextTitle}`)
  await fact('Labels').click()
  await page.getByRole('searchbox', { name: 'Find a label' }).fill('severity::2')
  await choice('severity::2').click()
  await expect(fact('Labels')).toHaveAccessibleName(/severity::2/)
  await fact('Assignees').click()
  await choice('Newick Lee').click()
  await expect(fact('Assignees')).toHaveAccessibleName(/Newick Lee/)

  await expect
    .poll(() => em.ask(readIssue, { group: GROUP, ref: issue.ref }))
    .toMatchObject({
      weight: 3,
      milestone: next,
      assignees: ['newick'],
      labels: expect.arrayContaining([
        expect.objectContaining({ title: 'severity::2' }),
        expect.objectContaining({ title: 'workflow::in review' }),
      ]),
    })
  const history = page.getByRole('listitem').filter({ hasText: 'Mohamed Hamda' })
  await expect(history.filter({ hasText: 'changed the weight of this issue from 7 to 3' })).toBeVisible()
  await expect(history.filter({ hasText: 'severity::2' })).toBeVisible()
})

test('an issue that was taken by mistake is given back', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Not mine after all' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.keyboard.press('i')
  await page.getByRole('button', { name: 'Step down as DRI' }).click()
  await expect(page.getByRole('button', { name: 'Assign to me' })).toBeVisible()
  await expect(announcement(page)).toContainText(`#${issue.ref} no longer has a DRI.`)
})

test('an issue is commented on; an empty comment is not sent', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Talk about it' })
  await signIn('stakeholder')
  await open(page, issueAt(issue))
  const send = page.getByRole('button', { name: 'Comment' })
  await expect(send).toBeDisabled()
  await page.getByRole('textbox', { name: 'Add a comment' }).fill('Is **this** <b>safe</b>?')
  await send.click()
  await expect(page.getByText('Is this <b>safe</b>?')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Add a comment' })).toHaveValue('')
  await page.reload()
  await expect(page.getByText('Is this <b>safe</b>?')).toBeVisible()
})

test('an issue is closed with a reason and opened again', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Twice' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Close…' }).click()
  await page.getByRole('menuitem', { name: 'duplicate' }).click()
  const question = page.getByRole('dialog', { name: `Of which issue is #${issue.ref} a duplicate?` })
  await question.getByRole('button', { name: 'Close without original' }).click()
  await expect(page.getByText('Closed: duplicate')).toBeVisible()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('button', { name: 'Close…' })).toBeVisible()
})

test('an issue that becomes blocked on its page asks what it needs as well', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Waits here too' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: /^Workflow:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'blocked' }).click()
  const dialog = page.getByRole('dialog', { name: `What is #${issue.ref} blocked on?` })
  await dialog.getByRole('textbox', { name: 'What is needed' }).fill('A review')
  await dialog.getByRole('button', { name: 'Mark as blocked' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'A review' })).toBeVisible()
})

test('the list finds issues by words and filters, open and closed, and leads to each', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const bug = await anIssue({ title: `Crash ${word}`, type: 'bug' })
  const feature = await anIssue({ title: `Wish ${word}`, type: 'feature' })
  const cindy = await api('cindy')
  const close = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  expect((await cindy.fetch(`/api/v1/groups/${GROUP}/issues/${feature.ref}/close`, close)).status).toBe(200)
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  await filterField(page).fill(word)
  const rows = page.getByRole('table', { name: 'Issues' }).getByRole('link')
  await expect(rows).toHaveText([bug.title])
  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Closed' }).click()
  await expect(rows).toHaveText([feature.title])
  await expect(page).toHaveURL(/state=closed/)
  await page.goto(`/${GROUP}/issues?q=${word}&type=feature`)
  await expect(page.getByText('No issues match')).toBeVisible()
  await page.goto(`/${GROUP}/issues?q=${word}`)
  await rows.first().click()
  await expect(page).toHaveURL(issueAt(bug))
})
