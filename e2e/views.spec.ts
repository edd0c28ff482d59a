import { createBoard, removeBoard } from '#lib/contract/boards.ts'
import { changeLabel, createLabel } from '#lib/contract/labels.ts'
import { saveView } from '#lib/contract/views.ts'
import { boardAt, filterField, open, openBoard, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('a list as it is looked at is kept as a view of one’s own, renamed and removed', async ({
  page,
  signIn,
  asPerson,
}) => {
  const title = `Mine ${newWord()}`
  await signIn('cindy')
  await open(page, `/${GROUP}/issues?type=bug&sort=-weight&group=dri`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(dialog.getByRole('checkbox', { name: /^For the whole group/ })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText([`Saved the view “${title}”.`])
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages.getByRole('link', { name: title })).toHaveAttribute('aria-current', 'page')
  await pages.getByRole('link', { name: 'Issues', exact: true }).click()
  await expect(page).toHaveURL(`/${GROUP}/issues`)
  await pages.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(`/${GROUP}/issues?type=bug&sort=-weight&group=dri`)

  const colleague = await asPerson('newick')
  await open(colleague, `/${GROUP}/issues`)
  await expect(colleague.getByRole('link', { name: title })).toHaveCount(0)

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Manage views…' }).click()
  const views = page.getByRole('dialog', { name: 'Views' })
  await views.getByRole('textbox', { name: `Title of ${title}` }).fill(`${title} too`)
  await page.keyboard.press('Enter')
  await expect(announcement(page)).toContainText([`Renamed to “${title} too”.`])
  await views.getByRole('button', { name: `Remove ${title} too` }).click()
  await expect(pages.getByRole('link', { name: title })).toHaveCount(0)
})

test('a view of a board that the PM saves for the group is everybody’s at once', async ({
  page,
  signIn,
  asPerson,
}) => {
  const title = `Ours ${newWord()}`
  await signIn('cindy')
  await openBoard(page, 'build')
  const pm = await asPerson('jordan')
  await openBoard(pm, 'build', { type: 'bug', group: 'person' })
  await pm.getByRole('button', { name: 'Views' }).click()
  await pm.getByRole('menuitem', { name: 'Save this view…' }).click()
  const dialog = pm.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('checkbox', { name: 'For the whole group' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(boardAt('build', { type: 'bug', group: 'person' }))
  await expect(filterField(page)).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: title })).toBeChecked()
  await page.getByRole('menuitem', { name: 'Manage views…' }).click()
  const views = page.getByRole('dialog', { name: 'Views' })
  await expect(views.getByText(title)).toBeVisible()
  await expect(views.getByRole('button', { name: `Remove ${title}` })).toHaveCount(0)
})

test('a view shows the same after a label it asks for was renamed, in every browser at once', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const [old, now] = [`odd ${newWord()}`, `even ${newWord()}`]
  const em = await api('mohamed')
  const { label } = await em.ask(createLabel, { group: GROUP, title: old })
  const issue = await anIssue({ title: 'Labelled', labels: [old] })
  await anIssue({ title: 'Bare' })
  await (
    await api('cindy')
  ).ask(saveView, {
    group: GROUP,
    title: `View of ${old}`,
    place: 'issues',
    query: new URLSearchParams({ label: old }).toString(),
  })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  const view = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: `View of ${old}` })
  await expect(view).toBeVisible()
  await em.ask(changeLabel, { group: GROUP, label: Number(label.id), title: now })
  await expect(view).toHaveAttribute('href', new RegExp(now.replace(' ', '\\+')))
  await view.click()
  await expect(page.getByRole('table', { name: 'Issues' }).getByRole('link')).toHaveText([issue.title])
  await expect(page.getByRole('button', { name: `Remove: Label is ${now}` })).toBeVisible()
})

test('the views of a board leave the sidebar with it', async ({ page, signIn, api }) => {
  const word = newWord()
  const pm = await api('jordan')
  const { slug } = await pm.ask(createBoard, {
    group: GROUP,
    title: `Board ${word}`,
    milestone: { rule: 'any' },
    labels: [],
    columns: [],
  })
  const view = { group: GROUP, title: `Of it ${word}`, place: `boards/${slug}`, query: 'type=bug' }
  await (await api('cindy')).ask(saveView, view)
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: view.title })
  await expect(link).toBeVisible()
  await pm.ask(removeBoard, { group: GROUP, board: slug })
  await expect(link).toHaveCount(0)
})
