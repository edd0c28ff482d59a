import type { Page } from 'playwright/test'
import { readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open, openBoard, announcement } from './boards.ts'
import { choose } from './fields.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const dialogIn = (page: Page) => page.getByRole('dialog', { name: 'New issue' })
const descriptionIn = (page: Page) => dialogIn(page).getByRole('textbox', { name: 'Description' })
const option = (page: Page, name: string | RegExp) => page.getByRole('listbox').getByRole('option', { name })

async function begin(page: Page): Promise<void> {
  await open(page, `/${GROUP}/issues`)
  await page.getByRole('button', { name: 'New issue' }).click()
  await expect(descriptionIn(page)).toBeVisible()
}

test('people, labels and issues are named by the keyboard alone', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Named in a text' })
  await signIn('cindy')
  await begin(page)
  const text = descriptionIn(page)
  await text.focus()
  await page.keyboard.type('Ask @juli')
  await expect(option(page, /Julie Huang/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('about ~"in rev')
  await expect(option(page, 'workflow::in review')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type(`and #${issue.ref}`)
  await expect(option(page, new RegExp(issue.title))).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text).toHaveValue(`Ask @julie about ~"workflow::in review" and #${issue.ref} `)

  await page.keyboard.type('@man')
  await expect(option(page, /Manoj/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(dialogIn(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
})

test('keys mark words and go on with lists, and the browser takes it back', async ({ page, signIn }) => {
  await signIn('cindy')
  await begin(page)
  const text = descriptionIn(page)
  await text.fill('important')
  await text.selectText()
  await page.keyboard.press('Control+b')
  await expect(text).toHaveValue('**important**')
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('important')
  await text.fill('')
  await page.keyboard.type('- [ ] one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(text).toHaveValue('- [ ] one\n- [ ] two\n')
})

test('buttons mark words, suggestions are clicked, and the preview shows both', async ({ page, signIn }) => {
  await signIn('cindy')
  await begin(page)
  const text = descriptionIn(page)
  await text.fill('bold')
  await text.selectText()
  await dialogIn(page).getByRole('button', { name: 'Bold' }).click()
  await expect(text).toHaveValue('**bold**')
  await text.press('End')
  await page.keyboard.type(' ~spi')
  await option(page, 'spike').click()
  await expect(text).toHaveValue('**bold** ~spike ')
  await expect(text).toBeFocused()
  await dialogIn(page).getByRole('button', { name: 'Preview' }).click()
  const preview = dialogIn(page).getByRole('region', { name: 'Preview of description' })
  await expect(preview.getByText('bold', { exact: true })).toBeVisible()
  await expect(preview.getByRole('link', { name: 'spike' })).toHaveAttribute('href', /label=spike/)
  await expectNoViolations(page, '[role="dialog"]')
})

test('what people write is shown, and never becomes markup, script or a picture of another site', async ({
  page,
  signIn,
  anIssue,
}) => {
  const description = [
    '<img src="https://example.org/x.png" onerror="document.title = 1"> <b>plain</b>',
    '[tempting](javascript:document.title=1) ![pixel](https://example.org/p.png)',
    '| A | B |\n|--|--:|\n| one | ~~two~~ |',
    '- [x] done\n- [ ] open',
    '> '.repeat(300),
  ].join('\n\n')
  const issue = await anIssue({ title: 'Hostile', description })
  await signIn('newick')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const article = page.getByRole('article').first()
  await expect(article.getByText('<b>plain</b>')).toBeVisible()
  await expect(article.getByRole('link', { name: 'tempting' })).toHaveCount(0)
  await expect(article.getByRole('link', { name: 'pixel' })).toHaveAttribute(
    'href',
    'https://example.org/p.png',
  )
  await expect(article.getByRole('cell', { name: 'two' })).toBeVisible()
  await expect(article.getByRole('checkbox', { name: 'done' })).toBeChecked()
  await expect(page).toHaveTitle(new RegExp(`${issue.ref}|${issue.title}`))
})

test('a title that resembles an issue shows it before it is written again', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Heartbeat of the gateway stops at midnight' })
  await signIn('cindy')
  await begin(page)
  await dialogIn(page).getByRole('textbox', { name: 'Title' }).fill('Gateway heartbeat stops at midnight')
  const alike = dialogIn(page).getByRole('region', { name: 'Issues like this' }).getByRole('link')
  await expect(alike.filter({ hasText: issue.title })).toHaveAttribute(
    'href',
    `/${GROUP}/issues/${issue.ref}`,
  )
})

test('an issue is begun with C on any page, kept over a reload, and created with all that is known', async ({
  page,
  signIn,
  api,
  anIssue,
}) => {
  const elsewhere = await anIssue({ title: 'Another page' })
  const title = `Kept for later ${newWord()}`
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${elsewhere.ref}`)
  await page.keyboard.press('c')
  await dialogIn(page).getByRole('textbox', { name: 'Title' }).fill(title)
  await page.keyboard.press('Escape')
  await expect(dialogIn(page)).toBeHidden()
  await open(page, `/${GROUP}/issues/${elsewhere.ref}`)
  await page.keyboard.press('c')
  await expect(dialogIn(page).getByText('Your draft is still here.')).toBeVisible()
  await expect(dialogIn(page).getByRole('textbox', { name: 'Title' })).toHaveValue(title)
  await choose(dialogIn(page).getByRole('combobox', { name: 'Weight' }), '2')
  await choose(dialogIn(page).getByRole('combobox', { name: 'DRI' }), /^Cindy Halim/)
  await choose(dialogIn(page).getByRole('combobox', { name: 'Add a label' }), 'spike')
  await dialogIn(page).getByRole('checkbox', { name: 'Create another' }).check()
  await dialogIn(page).getByRole('button', { name: 'Create' }).click()
  await expect(announcement(page)).toContainText(/^Created #\d+\./)
  const ref = Number(/#(\d+)/.exec((await announcement(page).textContent()) ?? '')?.[1])
  await expect(dialogIn(page).getByRole('textbox', { name: 'Title' })).toHaveValue('')
  const made = await (await api('cindy')).ask(readIssue, { group: GROUP, ref })
  expect(made).toMatchObject({ title, weight: 2, dri: 'cindy' })
  expect(made.labels.map((label) => label.title)).toEqual(
    expect.arrayContaining(['group::custom models', 'spike']),
  )
})

test('Ctrl+Enter creates from every field, and what the board does not show says why and where it is', async ({
  page,
  signIn,
}) => {
  const title = `Sent by keys ${newWord()}`
  await signIn('cindy')
  await openBoard(page, 'build')
  await page.keyboard.press('c')
  await dialogIn(page).getByRole('textbox', { name: 'Title' }).fill(title)
  await choose(dialogIn(page).getByRole('combobox', { name: 'Milestone' }), 'None yet')
  await page.keyboard.press('Control+Enter')
  await expect(dialogIn(page)).toHaveCount(0)
  await expect(announcement(page)).toContainText(/#(\d+) is not on this board: it has no milestone\./)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
})

test('what is typed where a draft is found begins a title of its own, and can be taken back', async ({
  page,
  signIn,
}) => {
  await signIn('cindy')
  await openBoard(page, 'build')
  const field = dialogIn(page).getByRole('textbox', { name: 'Title' })
  await page.keyboard.press('c')
  await page.keyboard.type('Export fails')
  await expect(field).toHaveValue('Export fails')
  await page.keyboard.press('Escape')
  await expect(dialogIn(page)).toHaveCount(0)
  await pressKey(page, 'c')
  await page.keyboard.type('Import too')
  await expect(field).toHaveValue('Import too')
  await dialogIn(page).getByRole('button', { name: 'Discard draft' }).click()
  await expect(field).toHaveValue('')
})

test('keys that act are told to a screen reader, each of them once', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue()
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('j')
  for (const { key, message } of [
    { key: 'x', message: `#${issue.ref} selected, 1 in all.` },
    { key: 'Escape', message: 'Nothing is selected.' },
    { key: 'Space', message: `#${issue.ref} is open beside the board.` },
    { key: 'Escape', message: 'The panel is closed.' },
    { key: '[', message: 'The sidebar is collapsed.' },
    { key: '[', message: 'The sidebar is expanded.' },
  ]) {
    await page.keyboard.press(key)
    await expect(announcement(page)).toHaveText(message)
  }
  await open(page, `/${GROUP}/issues?q=${issue.title}`)
  await expect(page.locator('[data-ref]').first()).toBeVisible()
  for (const { key, message } of [
    { key: 'j', message: '' },
    { key: 'x', message: `#${issue.ref} selected, 1 in all.` },
    { key: 'Escape', message: 'Nothing is selected.' },
    { key: 'Space', message: `#${issue.ref} is open beside the list.` },
    { key: 'Escape', message: 'The panel is closed.' },
  ]) {
    await page.keyboard.press(key)
    await expect(announcement(page)).toHaveText(message)
  }
})
