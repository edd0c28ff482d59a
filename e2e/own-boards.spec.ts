import type { Page } from 'playwright/test'
import { createBoard, viewBoard } from '#lib/contract/boards.ts'
import { expectNoViolations } from './axe.ts'
import type { Client } from './client.ts'
import { boardAt, cardOn, lane, moveByMenu, open, openBoard, announcement, filterField } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const dialog = (page: Page) => page.getByRole('dialog')
const chooseFromMenu = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Board menu' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** A board of the current milestone with the columns in dev and in review, as the API makes it. */
const aBoard = async (client: Client, title = `Reviews ${newWord()}`) => {
  const column = (label: string) => ({ label, wipCount: null, wipWeight: null })
  const { slug } = await client.ask(createBoard, {
    group: GROUP,
    title,
    milestone: { rule: 'current' },
    labels: ['group::custom models'],
    columns: [column('workflow::in dev'), column('workflow::in review')],
  })
  return { slug, title }
}

test('the PM makes a board from a template, and others see it in their list and work on it', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const title = `Bugs ${newWord()}`
  const bug = await anIssue({ title: 'Crash on save', labels: ['severity::1'] })
  await signIn('jordan')
  await openBoard(page, 'build')
  const colleague = await asPerson('cindy')
  await open(colleague, boardAt('build'))

  await pages(page).getByRole('button', { name: 'New board' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Create the board' })).toHaveAccessibleDescription(
    'Enter a title.',
  )
  await dialog(page).getByLabel('Title').fill(title)
  await choose(dialog(page).getByLabel('Start with'), 'Bugs by severity')
  await choose(dialog(page).getByRole('combobox', { name: 'A column for' }), 'Category:Self-Hosted models')
  await dialog(page).getByRole('button', { name: 'A column for: add it' }).click()
  await dialog(page).getByRole('button', { name: 'Create the board' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.getByRole('region', { name: '1', exact: true })).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Category:Self-Hosted models' })).toHaveCount(1)

  await pages(colleague).getByRole('link', { name: title }).click()
  await expect(cardOn(lane(colleague, '1'), bug)).toBeVisible()
  await moveByMenu(colleague, bug, '3')
  await filterField(page).fill(bug.title)
  await expect(cardOn(lane(page, '3'), bug)).toBeVisible()
})

test('an open board follows when its columns, its limits and its title change', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const { slug, title } = await aBoard(await api('mohamed'))
  const word = newWord()
  const issue = await anIssue({ title: `In the way ${word}` })
  await anIssue({ title: `In the way too ${word}` })
  await signIn('mohamed')
  await openBoard(page, slug, { q: word })
  const colleague = await asPerson('julie')
  await open(colleague, boardAt(slug, { q: word }))
  await expect(colleague.getByRole('region', { name: 'in dev' })).toBeVisible()

  await chooseFromMenu(page, 'Board settings…')
  await dialog(page).getByLabel('Title').fill(`${title} now`)
  await choose(dialog(page).getByLabel('Limit of workflow::in dev'), 'at most, cards')
  await dialog(page).getByLabel('Maximum cards in workflow::in dev').fill('1')
  await dialog(page).getByRole('button', { name: 'Move workflow::in review to the left' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(announcement(page)).toContainText(`Saved the board “${title} now”.`)

  for (const who of [page, colleague]) {
    await expect(who.getByRole('heading', { level: 1 })).toContainText(`${title} now`)
    await expect(who.getByRole('region', { name: 'in dev' })).toContainText(/\d+ \/ 1 issues over/)
    const columns = who.getByRole('region', { name: /^in (dev|review)$/ })
    await expect(columns.first()).toHaveAccessibleName('in review')
  }
  await expect(cardOn(lane(colleague, 'in dev'), issue)).toBeVisible()
})

test('a board begins as a copy of another, from its menu or from the list of newIssueDefaults', async ({
  page,
  signIn,
  api,
}) => {
  const { slug, title } = await aBoard(await api('mohamed'))
  await signIn('jordan')
  await openBoard(page, slug)
  await chooseFromMenu(page, 'New board like this one…')
  await expect(dialog(page).getByLabel('Title')).toHaveValue(`${title} (copy)`)
  await dialog(page).getByLabel('Title').fill(`${title} again`)
  await dialog(page).getByRole('button', { name: 'Create the board' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${title} again`)
  await expect(page.getByRole('region', { name: 'in review' })).toBeVisible()

  await chooseFromMenu(page, 'New board…')
  await choose(dialog(page).getByLabel('Start with'), title)
  await expect(dialog(page).getByLabel('Title')).toHaveValue(`${title} (copy)`)
  await page.keyboard.press('Escape')
})

test('of two who change one board the second reads what the first did before it is lost; limits by weight show', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const { slug, title } = await aBoard(await api('mohamed'))
  const word = newWord()
  await anIssue({ title: `Heavy ${word}`, weight: 3 })
  await signIn('jordan')
  await openBoard(page, slug)
  const em = await asPerson('mohamed')
  await open(em, boardAt(slug))
  for (const who of [page, em]) await chooseFromMenu(who, 'Board settings…')
  await dialog(em).getByLabel('Title').fill(`${title} of the EM`)
  await dialog(em).getByRole('button', { name: 'Save' }).click()
  await expect(announcement(em)).toContainText('Saved the board')

  await choose(dialog(page).getByLabel('Limit of workflow::in dev'), 'at most, weight')
  await dialog(page)
    .getByLabel(/^Maximum weight in workflow::in dev/)
    .fill('1')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText(
    'Mohamed Hamda changed the title of this board.',
  )
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(announcement(page)).toContainText(`Saved the board “${title}”.`)
  await expect(page.getByRole('region', { name: 'in dev' })).toContainText(/weight \d+ \/ 1 over/)
})

test('a board moves in the list by keys, and goes when it is removed; the four that came with the group stay', async ({
  page,
  signIn,
  api,
  forgive,
}) => {
  forgive(/404/)
  const { slug, title } = await aBoard(await api('mohamed'))
  await signIn('mohamed')
  await openBoard(page, slug)
  const names = pages(page).getByRole('link')
  const all = await names.allTextContents()
  const at = all.findIndex((name) => name.startsWith(title))
  await page.getByRole('button', { name: 'Board menu' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move up in the list of boards' }).press('Enter')
  await expect(names.nth(at - 1)).toContainText(title)

  await chooseFromMenu(page, 'Remove this board…')
  await dialog(page).getByRole('button', { name: 'Remove board' }).click()
  await expect(page).toHaveURL(boardAt('build'))
  await expect(pages(page).getByRole('link', { name: title })).toHaveCount(0)
  await page.getByRole('button', { name: 'Board menu' }).click()
  await expect(page.getByRole('menuitem', { name: 'Remove this board…' })).toBeDisabled()
})

test('engineers use boards, and are not offered to change them', async ({ page, signIn }) => {
  await signIn('julie')
  await openBoard(page, 'build')
  await expect(pages(page).getByRole('button', { name: 'New board' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Density' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Board menu' })).toHaveCount(0)
  await open(page, `/${GROUP}/settings/boards`)
  await expect(page.getByText(/^Only .+ creates and edits boards\.$/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: /^(New|Edit|Place)/ })).toHaveCount(0)
})

test.describe('looked at by axe', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('axe finds nothing in the settings of a board, and a blank one says what to do first', async ({
    page,
    signIn,
    api,
  }) => {
    const em = await api('mohamed')
    const { slug } = await em.ask(createBoard, {
      group: GROUP,
      title: `Blank ${newWord()}`,
      milestone: { rule: 'any' },
      labels: ['spike'],
      columns: [],
    })
    await signIn('mohamed')
    await openBoard(page, slug)
    await expect(page.getByText('This board has no columns yet.')).toBeVisible()
    expect((await em.ask(viewBoard, { group: GROUP, board: slug })).columns).toEqual([])
    await open(page, boardAt('build'))
    await chooseFromMenu(page, 'Board settings…')
    await expect(dialog(page).getByLabel('Title')).toBeVisible()
    await expectNoViolations(page, '[role=dialog]')
  })
})

test('the settings list every board with filter, columns and limits, and change, place and remove them', async ({
  page,
  signIn,
}) => {
  const title = `Waiting ${newWord()}`
  await signIn('jordan')
  await open(page, `/${GROUP}/settings/boards`)
  const rows = page.getByRole('list', { name: 'Boards' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'Deliverable' }).first()).toContainText(
    'The current milestone, with group::custom models and Deliverable',
  )
  await page.getByRole('main').getByRole('button', { name: 'New board' }).click()
  await dialog(page).getByLabel('Title').fill(title)
  await choose(dialog(page).getByRole('combobox', { name: 'A column for' }), 'workflow::blocked')
  await dialog(page).getByRole('button', { name: 'A column for: add it' }).click()
  await dialog(page).getByRole('button', { name: 'Create the board' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)

  await open(page, `/${GROUP}/settings/boards`)
  await expect(rows.last()).toContainText(`${title}`)
  await page.getByRole('button', { name: `Edit ${title}` }).click()
  await dialog(page).getByLabel('Title').fill(`${title} again`)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(rows.last()).toContainText(`${title} again`)
  const menu = page.getByRole('button', { name: `Move or remove ${title} again` })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(rows.last()).not.toContainText(title)
  await menu.click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await dialog(page).getByRole('button', { name: 'Remove board' }).click()
  await expect(rows.filter({ hasText: title })).toHaveCount(0)
})
