import type { Locator } from 'playwright/test'
import { setConfidential, setDue } from '#lib/contract/issue-facts.ts'
import { labelIssue, listIssues, readIssue } from '#lib/contract/issues.ts'
import { listLinks } from '#lib/contract/links.ts'
import { cardOn, open, openBoard, announcement } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { boardOnce, GROUP } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`

declare global {
  /** What a place of the page has shown, one after the other. */
  var shown: (string | null)[] | undefined
}

/** Keeps all that a place of the page shows from now on. */
const follow = (place: Locator): Promise<void> =>
  place.evaluate((element) => {
    const shown: (string | null)[] = []
    globalThis.shown = shown
    const look = () => shown.at(-1) !== element.textContent && shown.push(element.textContent)
    look()
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true })
  })

test('what one changes never goes back on the screen until it is read anew, on its page and in a list', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'No way back', deliverable: false })
  const readAnew = (path: string) =>
    page.waitForResponse((answer) => answer.request().method() === 'GET' && answer.url().includes(path))
  await signIn('mohamed')
  await open(page, issueAt(issue))
  const health = page.getByRole('button', { name: /^Health:/ })
  await follow(health)
  await health.click()
  const read = readAnew(`/issues/${issue.ref}`)
  await page.getByRole('menuitemcheckbox', { name: 'at risk' }).click()
  await read
  await expect(page.getByText('set the health of this issue to at risk')).toBeVisible()
  expect(await page.evaluate(() => globalThis.shown)).toEqual(['Health: not set', 'Health: at risk'])

  await open(page, `/${GROUP}/issues?q=${issue.title}&columns=number,title,weight`)
  const row = page.getByRole('row').filter({ hasText: issue.title })
  await row.getByRole('checkbox').check()
  await follow(row)
  const index = readAnew('/issue-index')
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Weight' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^3 / }).click()
  await index
  await expect(row).toContainText('weight 3')
  expect(await page.evaluate(() => globalThis.shown)).toHaveLength(2)
})

test('type, health, epic, functional team and sight are chosen where they stand, with keys alone', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const { epics, teams } = await boardOnce(em, 'build')
  const [epic, team] = [epics.find(({ closed }) => !closed), teams[0]]
  const issue = await anIssue({ title: 'Without a mouse', type: 'bug', deliverable: false })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const fact = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}:`) })
  const choose = async (name: string, choiceName: string) => {
    await fact(name).focus()
    await page.keyboard.press('Enter')
    const choice = page.getByRole('menuitemcheckbox', { name: choiceName })
    await expect(choice).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('ArrowDown')
      await expect(choice).toHaveAttribute('data-highlighted', '', { timeout: 100 })
    }).toPass()
    await page.keyboard.press('Enter')
    await expect(fact(name)).toHaveAccessibleName(new RegExp(choiceName.replace(/\W/g, '.')))
  }
  await choose('Type', 'maintenance')
  await choose('Health', 'at risk')
  await choose('Epic', epic?.title ?? '')
  await choose('Team', team?.name ?? '')
  await fact('Visible to').click()
  await page.getByRole('menuitemcheckbox', { name: 'Confidential' }).click()
  await expect(fact('Visible to')).toHaveAccessibleName(/members and counterparts/)
  await expect
    .poll(() => em.ask(readIssue, { group: GROUP, ref: issue.ref }))
    .toMatchObject({ health: 'at_risk', epic: epic?.number, team: team?.slug, confidential: true })
})

test('a due date is typed where it stands; Escape leaves it, and an undo takes it off again', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'By a day' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const due = page.getByRole('button', { name: /^Due:/ })
  await due.click()
  await page.getByRole('textbox', { name: 'Due date' }).fill('2030-02-01')
  await page.keyboard.press('Escape')
  await expect(due).toHaveAccessibleName('Due: No due date')
  await due.click()
  await page.getByRole('textbox', { name: 'Due date' }).fill('2030-02-01')
  await page.keyboard.press('Enter')
  await expect(due).toHaveAccessibleName('Due: 1 Feb 2030')
  await expect(announcement(page)).toContainText(`Set the due date of #${issue.ref} to 1 Feb 2030.`)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(due).toHaveAccessibleName('Due: No due date')
})

test('what is wrong with an issue is cited, and fixed in one press each', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Half a thing', type: null, weight: null, deliverable: false })
  await em.ask(setDue, { group: GROUP, ref: issue.ref, due: '2020-01-01' })
  await em.ask(labelIssue, { group: GROUP, ref: issue.ref, remove: ['group::custom models'] })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const report = page.getByRole('region', { name: 'Needs attention' })
  await expect(report.getByRole('heading')).toHaveText('5 findings')
  await expect(report.getByText('A weight is assigned to each issue as an estimate of work')).toBeVisible()
  await report.getByRole('button', { name: 'It is a feature' }).click()
  await expect(report.getByText('It has no type.')).toHaveCount(0)
  await report.getByRole('button', { name: 'Add the group label' }).click()
  await report.getByRole('button', { name: 'Weight 2' }).click()
  await report.getByRole('button', { name: 'Become its DRI' }).click()
  await expect(report.getByRole('heading')).toHaveText('1 finding')
  await report.getByRole('button', { name: 'Set a new due date…' }).click()
  await page.getByRole('textbox', { name: 'Due date' }).fill('2030-02-01')
  await page.keyboard.press('Enter')
  await expect(report).toHaveCount(0)
})

test('what becomes confidential leaves the open board of a stakeholder at once, and comes back', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/404/)
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Not for everybody' })
  await signIn('stakeholder')
  await openBoard(page, 'build', { q: issue.title, peek: String(issue.ref) })
  await expect(cardOn(page, issue)).toBeVisible()
  const panel = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
  await expect(panel.getByRole('heading', { name: issue.title })).toBeVisible()
  await em.ask(setConfidential, { group: GROUP, ref: issue.ref, confidential: true })
  await expect(cardOn(page, issue)).toHaveCount(0)
  await expect(panel).toContainText('was not found, or you have no access')
  await expect(panel.getByText(issue.title)).toHaveCount(0)
  await em.ask(setConfidential, { group: GROUP, ref: issue.ref, confidential: false })
  await expect(cardOn(page, issue)).toBeVisible()
})

test('an issue that is too heavy is split, and is closed as moved', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Too much', weight: 8, deliverable: false })
  const word = issue.title.split(' ').at(-1) ?? ''
  await signIn('cindy')
  await open(page, issueAt(issue))
  await page.getByRole('button', { name: 'Split…' }).click()
  const dialog = page.getByRole('dialog', { name: `Split #${issue.ref}` })
  const split = dialog.getByRole('button', { name: 'Split issue' })
  await expect(split).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Piece 1' }).fill(`Read ${word}`)
  await choose(dialog.getByRole('combobox', { name: 'Weight of piece 1' }), '3')
  await dialog.getByRole('textbox', { name: 'Piece 2' }).fill(`Show ${word}`)
  await choose(dialog.getByRole('combobox', { name: 'Weight of piece 2' }), '2')
  await expect(dialog.getByText('The pieces weigh 5; the whole weighed 8.')).toBeVisible()
  await split.click()
  await expect(page.getByText('Closed: moved')).toBeVisible()
  const links = page.getByRole('region', { name: 'Links' })
  await expect(links.getByRole('link')).toHaveText([/Read/, /Show/])
  const { items } = await em.ask(listLinks, { group: GROUP, ref: issue.ref })
  expect(items.map(({ role, other }) => [role, other.weight])).toEqual([
    ['split_into', 3],
    ['split_into', 2],
  ])
  const pieces = await em.ask(listIssues, { group: GROUP, q: word, state: 'open' })
  expect(pieces.items.map(({ milestone }) => milestone)).toEqual([issue.milestone, issue.milestone])
})

test('each fact of the rail is reached by Tab and opened by Enter, and Escape gives the focus back', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Every fact', deliverable: false, labels: ['spike'], dri: 'cindy' })
  const blocked = { need: 'A price', from: 'Legal' }
  await em.ask(labelIssue, { group: GROUP, ref: issue.ref, add: ['workflow::blocked'], blocked })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const rail = page.getByRole('complementary', { name: 'Facts' })
  const fact = (name: string) => rail.getByRole('button', { name: new RegExp(`^${name}:`) })
  const menus = 'Workflow Type Assignees Milestone Weight Health Epic Team Labels'.split(' ')
  await fact('Workflow').focus()
  for (const name of [...menus, 'Visible to']) {
    await expect(async () => {
      if (!(await fact(name).evaluate((button) => button === document.activeElement)))
        await page.keyboard.press('Tab')
      await expect(fact(name)).toBeFocused({ timeout: 100 })
    }).toPass()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(fact(name)).toBeFocused()
  }
  for (const name of ['Blocked on', 'Spike scope']) {
    await fact(name).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(fact(name)).toBeFocused()
  }
  await fact('Due').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Due date' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(fact('Due')).toBeFocused()
  await expect(rail.getByRole('button', { name: 'Hand over', exact: true })).toBeEnabled()
})
