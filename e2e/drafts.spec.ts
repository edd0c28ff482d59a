import type { Page } from 'playwright/test'
import { readIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const comment = (page: Page) => page.getByRole('textbox', { name: 'Add a comment' })
const found = (page: Page) => page.getByText('Your earlier draft')

test('two tabs on one issue have a draft each: what one sends takes nothing from the other', async ({
  page,
  context,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Written twice' })
  const address = `/${GROUP}/issues/${issue.ref}`
  await signIn('cindy')
  await open(page, address)
  await comment(page).fill('From the first tab')
  const second = await context.newPage()
  await open(second, address)
  await expect(comment(second)).toHaveValue('')
  await comment(second).fill('From the second tab')
  await comment(page).press('Control+Enter')
  await expect(comment(page)).toHaveValue('')
  await expect(comment(second)).toHaveValue('From the second tab')
  await second.reload()
  await expect(comment(second)).toHaveValue('From the second tab')
  await page.reload()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(comment(page)).toHaveValue('')

  await second.close()
  await page.reload()
  await expect(comment(page)).toHaveValue('From the second tab')
  await expect(found(page)).toBeVisible()
  await comment(page).press('Control+Enter')
  await expect(comment(page)).toHaveValue('')
  const { comments } = await (await api('cindy')).ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(comments.map(({ body }) => body)).toEqual(['From the first tab', 'From the second tab'])
})

test('what several closed tabs left at one place comes one after the other', async ({
  page,
  context,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Left open' })
  const address = `/${GROUP}/issues/${issue.ref}`
  await signIn('cindy')
  for (const text of ['Half a thought', 'Another half']) {
    const tab = await context.newPage()
    await open(tab, address)
    await comment(tab).fill(text)
    // a text is kept a moment after it was typed
    await tab.waitForFunction(
      (typed) => Object.values(localStorage).some((kept) => String(kept).includes(typed)),
      text,
    )
  }
  for (const tab of context.pages()) if (tab !== page) await tab.close()
  await open(page, address)
  await expect(found(page)).toBeVisible()
  const first = await comment(page).inputValue()
  expect(['Half a thought', 'Another half']).toContain(first)
  await comment(page).press('Control+Enter')
  await expect(comment(page)).toHaveValue('')
  await page.reload()
  await expect(comment(page)).toHaveValue(first === 'Half a thought' ? 'Another half' : 'Half a thought')
})

test('an edited text is kept by its tab too', async ({ page, context, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Edited twice', description: 'As it was.' })
  const address = `/${GROUP}/issues/${issue.ref}`
  const description = (one: Page) => one.getByRole('textbox', { name: 'Description', exact: true })
  await signIn('cindy')
  const second = await context.newPage()
  for (const [one, text] of [
    [page, 'In the first tab.'],
    [second, 'In the second tab.'],
  ] as const) {
    await open(one, address)
    await one.getByRole('button', { name: 'Edit the description' }).click()
    await description(one).fill(text)
  }
  await description(page).press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Description', exact: true })).toContainText(
    'In the first tab.',
  )
  await second.reload()
  await expect(description(second)).toHaveValue('In the second tab.')
})

const forms = [
  { what: 'issue', address: `/${GROUP}/issues`, button: 'New issue' },
  { what: 'epic', address: `/${GROUP}/epics`, button: 'New epic' },
]

for (const { what, address, button } of forms) {
  test(`a new ${what} is written in two tabs, each with a draft of its own, which outlives its tab`, async ({
    page,
    context,
    signIn,
  }) => {
    const word = newWord()
    await signIn('mohamed')
    const dialog = (one: Page) => one.getByRole('dialog', { name: button })
    const title = (one: Page) => dialog(one).getByRole('textbox', { name: 'Title' })
    const begin = async (one: Page) => {
      await open(one, address)
      await one.getByRole('main').getByRole('button', { name: button, exact: true }).click()
    }
    const second = await context.newPage()
    await begin(page)
    await title(page).fill(`From the first ${word}`)
    await begin(second)
    await expect(title(second)).toHaveValue('')
    await title(second).fill(`From the second ${word}`)
    await dialog(second).getByRole('textbox', { name: 'Description', exact: true }).fill('Half of it')
    await dialog(page).getByRole('button', { name: 'Create', exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(title(second)).toHaveValue(`From the second ${word}`)

    await second.keyboard.press('Escape')
    await expect(dialog(second)).toHaveCount(0)
    await begin(page)
    await expect(title(page)).toHaveValue('')
    await page.keyboard.press('Escape')
    await second.close()
    await begin(page)
    await expect(dialog(page).getByText('Your draft is still here.')).toBeVisible()
    await expect(title(page)).toHaveValue(`From the second ${word}`)
    await expect(dialog(page).getByRole('textbox', { name: 'Description', exact: true })).toHaveValue(
      'Half of it',
    )
    await dialog(page).getByRole('button', { name: 'Discard draft' }).click()
    await expect(title(page)).toHaveValue('')
    await page.keyboard.press('Escape')
  })
}
