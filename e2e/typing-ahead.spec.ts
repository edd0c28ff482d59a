import type { Locator, Page } from 'playwright/test'
import { listEpics } from '#lib/contract/epics.ts'
import { readIssue, type Card } from '#lib/contract/issues.ts'
import { cardOn, open, openBoard } from './boards.ts'
import { holdChunks, untilAtRest, withoutRest } from './chunks.ts'
import type { Client } from './client.ts'
import { pressKey, tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const WORDS = 'Export fails'
/** A fast typist's. */
const PACE = { delay: 90 }

const factsOf = (client: Client, { ref }: Card) => client.ask(readIssue, { group: GROUP, ref })

type Way = { name: string; ask: (page: Page) => Promise<unknown>; field: (page: Page) => Locator }

const WAYS: Way[] = [
  {
    name: 'C',
    ask: (page) => page.keyboard.press('c'),
    field: (page) => page.getByRole('dialog', { name: 'New issue' }).getByRole('textbox', { name: 'Title' }),
  },
  {
    name: 'Ctrl+K',
    ask: (page) => page.keyboard.press('Control+k'),
    field: (page) => page.getByRole('combobox', { name: 'Command menu' }),
  },
  {
    name: 'B',
    ask: (page) => page.keyboard.press('b'),
    field: (page) => page.getByRole('searchbox', { name: 'Find a label' }),
  },
]

for (const { name, ask, field } of WAYS) {
  test(`what is typed after ${name}, before the field is there, lands in the field and changes no issue`, async ({
    page,
    signIn,
    anIssue,
    api,
  }) => {
    const issue = await anIssue()
    const client = await api('mohamed')
    const before = await factsOf(client, issue)
    await signIn('cindy')
    await withoutRest(page)
    await openBoard(page, 'build', { q: issue.title })
    await page.keyboard.press('j')
    await expect(cardOn(page, issue)).toBeFocused()
    const chunks = await holdChunks(page)
    await ask(page)
    await page.keyboard.type('Exx', PACE)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('port', PACE)
    await expect(page.getByText('Opening…')).toBeVisible()
    chunks.letThrough()
    await page.keyboard.type(' fails', PACE)
    await expect(field(page)).toHaveValue(WORDS)
    await expect(field(page)).toBeFocused()
    await expect(page.getByText('Opening…')).toHaveCount(0)
    expect(await factsOf(client, issue)).toEqual(before)
  })

  test(`what is typed after ${name} while the page is at rest lands in the field as well`, async ({
    page,
    signIn,
    anIssue,
    api,
  }) => {
    const issue = await anIssue()
    const client = await api('mohamed')
    const before = await factsOf(client, issue)
    await signIn('cindy')
    await openBoard(page, 'build', { q: issue.title })
    await page.keyboard.press('j')
    await ask(page)
    await page.keyboard.type(WORDS)
    await expect(field(page)).toHaveValue(WORDS)
    expect(await factsOf(client, issue)).toEqual(before)
  })
}

test('arrows and Enter pressed before a menu is there lead through it once it is, after the letters that narrow it', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ weight: 1 })
  const client = await api('mohamed')
  await signIn('cindy')
  await withoutRest(page)
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('j')
  await expect(cardOn(page, issue)).toBeFocused()
  const chunks = await holdChunks(page)
  await page.keyboard.press('s')
  for (const key of ['ArrowDown', 'End', 'ArrowUp']) await page.keyboard.press(key, PACE)
  await expect(page.getByText('Opening…')).toBeVisible()
  chunks.letThrough()
  const lines = page.getByRole('menu', { name: `Status of #${issue.ref}` }).getByRole('menuitemcheckbox')
  await expect(lines.nth(-2)).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await factsOf(client, issue)).toMatchObject({ ref: issue.ref, weight: 1 })

  await page.reload()
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('j')
  await expect(cardOn(page, issue)).toBeFocused()
  const again = await holdChunks(page)
  await page.keyboard.press('w')
  await page.keyboard.type('3', PACE)
  await page.keyboard.press('Enter')
  again.letThrough()
  await expect.poll(async () => (await factsOf(client, issue)).weight).toBe(3)
})

test('what is typed after a press on “Link…” lands in the dialog that it opens', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue()
  const client = await api('mohamed')
  const before = await factsOf(client, issue)
  await signIn('cindy')
  await withoutRest(page)
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const chunks = await holdChunks(page)
  await page.getByRole('button', { name: 'Link…' }).click()
  await page.keyboard.type(WORDS, PACE)
  chunks.letThrough()
  await expect(page.getByRole('searchbox', { name: 'The other issue' })).toHaveValue(WORDS)
  expect(await factsOf(client, issue)).toEqual(before)
})

test('what is typed after Enter, before the editor is there, lands in the description', async ({
  page,
  signIn,
  api,
}) => {
  const [epic] = (await (await api('julie')).ask(listEpics, { group: GROUP })).items
  await signIn('mohamed')
  await withoutRest(page)
  await open(page, `/${GROUP}/epics/${epic?.number}`)
  await tabTo(page, page.getByRole('button', { name: 'Edit the title' }))
  const chunks = await holdChunks(page)
  await page.getByRole('button', { name: 'Edit the description' }).press('Enter')
  await page.keyboard.type(' New words', PACE)
  await expect(page.getByText('Opening…')).toBeVisible()
  chunks.letThrough()
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue(/ New words$/)
})

test('Esc gives up what does not come, and the letters act again; what cannot come takes the letters with it', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/chunk|ERR_FAILED|Failed to load/i)
  const issue = await anIssue()
  const client = await api('mohamed')
  const before = await factsOf(client, issue)
  await signIn('cindy')
  await withoutRest(page)
  await openBoard(page, 'build', { q: issue.title })
  await page.keyboard.press('j')
  await expect(cardOn(page, issue)).toBeFocused()
  const chunks = await holdChunks(page)
  await page.keyboard.press('c')
  await page.keyboard.type('Exp', PACE)
  await expect(page.getByText('Opening…')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Opening…')).toHaveCount(0)
  await page.keyboard.press('x')
  await expect(cardOn(page, issue)).toHaveAccessibleName(/selected$/)
  await page.keyboard.press('x')
  await expect(cardOn(page, issue)).not.toHaveAccessibleName(/selected$/)

  await page.keyboard.press('c')
  await page.keyboard.type('Exp', PACE)
  chunks.fail()
  await page.keyboard.type('ort fails, if one asks', PACE)
  const missing = page.getByRole('alert').filter({ hasText: 'This part could not be fetched.' })
  await expect(missing).toBeVisible()
  // what is asked for beside it cannot come either, which one sentence says for both
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('Opening…')).toHaveCount(0)
  await expect(missing).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await factsOf(client, issue)).toEqual(before)
  await pressKey(page, 'Escape')
})

test('a page at rest has fetched what a press asks for: the first press needs the network no more than the second', async ({
  page,
  onBoard,
}) => {
  const issue = await onBoard('cindy')
  await page.keyboard.press('j')
  await untilAtRest(page)
  await holdChunks(page)
  for (const { key, opened } of [
    { key: 'c', opened: page.getByRole('dialog', { name: 'New issue' }) },
    { key: 'Control+k', opened: page.getByRole('dialog', { name: 'Command menu' }) },
    { key: '?', opened: page.getByRole('dialog', { name: 'Keys' }) },
    { key: 's', opened: page.getByRole('menu', { name: `Status of #${issue.ref}` }) },
    { key: '.', opened: page.getByRole('menu', { name: `Move #${issue.ref} to…` }) },
    { key: 'e', opened: page.getByRole('dialog', { name: `Close #${issue.ref} as…` }) },
    { key: 'Space', opened: page.getByRole('complementary', { name: `Issue #${issue.ref}` }) },
  ]) {
    await pressKey(page, key)
    await expect(opened).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(opened).toHaveCount(0)
  }
})
