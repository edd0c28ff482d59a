import type { Page } from 'playwright/test'
import { createEpic } from '#lib/contract/epics.ts'
import { joinEpic } from '#lib/contract/issue-facts.ts'
import { closeIssue } from '#lib/contract/issues.ts'
import type { Client } from './client.ts'
import { open, announcement } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const table = (page: Page) => page.getByRole('table', { name: 'Issues' })
const journal = (page: Page) => page.getByRole('list', { name: 'Scope history' }).getByRole('listitem')
const facts = (page: Page) => page.getByRole('complementary', { name: 'Facts' })

async function anEpic(em: Client, title: string) {
  const { number } = await em.ask(createEpic, { group: GROUP, title })
  return { number, title, address: `/${GROUP}/epics/${number}` }
}

test('an epic is created with a tech lead, and listed with what is done of it', async ({ page, signIn }) => {
  const title = `Explain the health check ${newWord()}`
  await signIn('cindy')
  await open(page, `/${GROUP}/epics`)
  await page.getByRole('button', { name: 'New epic' }).click()
  const dialog = page.getByRole('dialog', { name: 'New epic' })
  await expect(dialog.getByRole('button', { name: 'Create' })).toHaveAccessibleDescription(
    'Enter a title first.',
  )
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await choose(dialog.getByRole('combobox', { name: 'Tech lead' }), 'Newick Lee')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  // handed over by the tech lead and the engineering manager, who Cindy is not
  await expect(facts(page)).toContainText('Tech leadNewick Lee')
  await expect(journal(page)).toContainText([`Cindy Halim created the epic “${title}”.`])
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Epics' }).click()
  const line = page.getByRole('list', { name: 'Open epics' }).getByRole('listitem').filter({ hasText: title })
  await expect(line).toContainText('Newick Lee')
  await expect(line).toContainText('No issues yet')
})

test('the scope of an epic is added to and taken from; its progress and its journal follow', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const epic = await anEpic(em, `Scope ${newWord()}`)
  const [first, second] = [
    await anIssue({ title: 'In from the start', weight: 3 }),
    await anIssue({ title: 'Comes later', weight: 1 }),
  ]
  await em.ask(joinEpic, { group: GROUP, ref: first.ref, epic: epic.number })
  await signIn('cindy')
  await open(page, epic.address)
  await expect(table(page).getByRole('link')).toHaveText([first.title])
  await page.getByRole('button', { name: 'Add an issue' }).click()
  const dialog = page.getByRole('dialog', { name: `Add issues to “${epic.title}”` })
  await dialog.getByRole('searchbox', { name: 'Issue' }).fill(String(second.ref))
  await dialog.getByRole('button', { name: /^Add/ }).click()
  await expect(announcement(page)).toContainText([`Added #${second.ref} to “${epic.title}”.`])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(table(page).getByRole('link')).toHaveText([second.title, first.title])
  await em.ask(closeIssue, { group: GROUP, ref: first.ref })
  await expect(facts(page)).toContainText('1 of 2 issues · weight 3 of 4')
  await expect(facts(page).getByRole('button', { name: 'Close' })).toHaveAccessibleDescription(
    '1 issue is open. Close or remove it first.',
  )
  await em.ask(closeIssue, { group: GROUP, ref: second.ref })
  await expect(facts(page)).toContainText('Closed')
  await expect(journal(page).first()).toContainText(
    `closed the epic “${epic.title}”: All of its issues are closed`,
  )

  await page.getByRole('checkbox', { name: `Select #${second.ref}` }).check()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Epic' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'No epic' }).click()
  await expect(table(page).getByRole('link')).toHaveText([first.title])
  await expect(journal(page).first()).toContainText(`Cindy Halim removed #${second.ref} from the epic`)
})

test('the issues of an epic are walked through by keys, and Space looks at one without leaving the epic', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const epic = await anEpic(em, `Walk ${newWord()}`)
  const [first, second] = [
    await anIssue({ title: 'First of them' }),
    await anIssue({ title: 'Second of them' }),
  ]
  for (const { ref } of [first, second]) await em.ask(joinEpic, { group: GROUP, ref, epic: epic.number })
  await signIn('cindy')
  await open(page, epic.address)
  const rows = table(page).getByRole('link')
  await expect(rows).toHaveText([second.title, first.title])
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('j')
  await expect(rows.last()).toBeFocused()
  await page.keyboard.press(' ')
  const peek = page.getByRole('complementary', { name: `Issue #${first.ref}` })
  await expect(peek.getByText('Enough to start from.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`^.*${epic.address}\\?.*peek=${first.ref}`))
  await page.keyboard.press('Escape')
  await expect(peek).toHaveCount(0)
  await expect(rows.last()).toBeFocused()
})

test('of two who edit an epic the second sees what the first wrote, and loses nothing', async ({
  page,
  signIn,
  asPerson,
  api,
  forgive,
}) => {
  forgive(/409/)
  const epic = await anEpic(await api('mohamed'), `Two pens ${newWord()}`)
  await signIn('cindy')
  await open(page, epic.address)
  const colleague = await asPerson('newick')
  await open(colleague, epic.address)
  const edit = async (who: Page, text: string) => {
    await who.getByRole('button', { name: 'Edit the description' }).click()
    const field = who.getByRole('textbox', { name: 'Description' })
    await field.fill(text)
    return field
  }
  const mine = await edit(page, 'Mine.')
  await page.reload()
  await expect(mine).toHaveValue('Mine.')
  await (await edit(colleague, 'Theirs.')).press('Control+Enter')
  await expect(colleague.getByRole('region', { name: 'Description' })).toContainText('Theirs.')
  await mine.press('Control+Enter')
  const dialog = page.getByRole('dialog', {
    name: 'Newick Lee edited the description while you were editing',
  })
  await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('Mine.')
  await dialog.getByRole('button', { name: 'Take mine' }).click()
  await expect(colleague.getByRole('region', { name: 'Description' })).toContainText('Mine.')
})

test('the page of an issue leads to its epic, and a stakeholder reads it without changing it', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const epic = await anEpic(em, `Read only ${newWord()}`)
  const issue = await anIssue({ title: 'Part of it' })
  await em.ask(joinEpic, { group: GROUP, ref: issue.ref, epic: epic.number })
  await signIn('stakeholder')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await page.getByRole('link', { name: `Open the epic ${epic.title}` }).click()
  await expect(page).toHaveURL(epic.address)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(epic.title)
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^(Edit|Add an issue|Close|Tech lead)/ })).toHaveCount(0)
})
