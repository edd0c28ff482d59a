import type { Page } from 'playwright/test'
import { createEpic } from '#lib/contract/epics.ts'
import { commentOnIssue, readIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const issueAt = ({ ref }: { ref: number }) => `/${GROUP}/issues/${ref}`
const box = (page: Page) => page.getByRole('textbox', { name: 'Add a comment' })
const list = (page: Page) => page.getByRole('listbox')
const option = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name })

/** Pastes as a person would, from a clipboard that holds the words. */
const paste = (page: Page, words: string) =>
  box(page).evaluate((area, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    area.dispatchEvent(event)
  }, words)

test('milestones, epics and quick actions are completed at the caret, with keys alone', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const word = newWord()
  const title = `Named ${word}`
  const epic = await em.ask(createEpic, { group: GROUP, title })
  const issue = await anIssue({ title: 'Written about' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  await box(page).focus()
  await page.keyboard.type('For %"Next 1')
  await expect(option(page, /^Next 1-3/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`of &${word}`)
  await expect(option(page, new RegExp(title))).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue(new RegExp(`^For %"Next 1-3 .*" of &${epic.number} $`))

  await box(page).fill('')
  await page.keyboard.type('/')
  await expect(list(page).getByRole('option')).toHaveCount(21)
  await page.keyboard.press('ArrowUp')
  await expect(option(page, /Close as a duplicate/)).toBeInViewport()
  await page.keyboard.type('cl')
  await expect(list(page).getByRole('option')).toHaveCount(2)
  await page.keyboard.type('ose wo')
  await expect(option(page, /won’t do/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('/close won’t do ')
  await box(page).fill('')
  await page.keyboard.type('/due to')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('/due tomorrow ')
})

test('what no person may do here is not offered to them', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Looked at' })
  await signIn('stakeholder')
  await open(page, issueAt(issue))
  await box(page).focus()
  await page.keyboard.type('/')
  await expect(list(page)).toHaveCount(0)
  await box(page).fill('@juli')
  await expect(option(page, /Julie Huang/)).toBeVisible()
})

test('what a text names leads there, and what does not exist stays text', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const epic = await em.ask(createEpic, { group: GROUP, title: `Led to ${newWord()}` })
  const other = await anIssue({ title: 'Led to' })
  const issue = await anIssue({ title: 'Names much' })
  const body = `@julie #${other.ref} %"Next 1-3 Milestones" &${epic.number} ~spike #999999 &999999 @nobody-here`
  await em.ask(commentOnIssue, { group: GROUP, ref: issue.ref, body })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const written = page.getByRole('article', { name: 'Comment by Mohamed Hamda' })
  const leads = (name: string) => written.getByRole('link', { name, exact: true })
  await expect(leads('@julie')).toHaveAttribute('href', /person=julie/)
  await expect(leads(`#${other.ref}`)).toHaveAttribute('href', issueAt(other))
  await expect(leads('%"Next 1-3 Milestones"')).toHaveAttribute('href', /milestone=next-1-3/)
  await expect(leads(`&${epic.number}`)).toHaveAttribute('href', `/${GROUP}/epics/${epic.number}`)
  await expect(leads('spike')).toHaveAttribute('href', /label=spike/)
  for (const missing of ['#999999', '&999999', '@nobody-here']) {
    await expect(leads(missing)).toHaveCount(0)
    await expect(written).toContainText(missing)
  }
})

test('addresses of one’s own are pasted short, and over words they become a link', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Pasted into' })
  await signIn('cindy')
  await open(page, issueAt(issue))
  const own = new URL(page.url()).origin
  const pasted: [address: string, short: string][] = [
    [`${own}/${GROUP}/issues/12`, '#12'],
    [`${own}/${GROUP}/epics/3`, '&3'],
    [`${own}/${GROUP}/boards/build`, `[Build board](${own}/${GROUP}/boards/build)`],
    [`${own}/${GROUP}/issues/12#comment-5`, `[a comment on #12](${own}/${GROUP}/issues/12#comment-5)`],
  ]
  for (const [address, short] of pasted) {
    await box(page).fill('')
    await paste(page, address)
    await expect(box(page)).toHaveValue(short)
  }
  await box(page).fill('the handbook')
  await box(page).selectText()
  await paste(page, 'https://example.org/handbook')
  await expect(box(page)).toHaveValue('[the handbook](https://example.org/handbook)')
  await box(page).press('Control+Enter')
  const written = page.getByRole('article', { name: 'Comment by Cindy Halim' })
  await expect(written.getByRole('link', { name: 'the handbook' })).toHaveAttribute(
    'href',
    'https://example.org/handbook',
  )
  const { comments } = await em.ask(readIssue, { group: GROUP, ref: issue.ref })
  expect(comments.at(-1)?.body).toBe('[the handbook](https://example.org/handbook)')
})
