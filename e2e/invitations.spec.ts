import type { Page } from 'playwright/test'
import { createInvitation } from '#lib/contract/invitations.ts'
import { anApp } from './app.ts'
import { open } from './boards.ts'
import { clientAt } from './client.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const PASSWORD = 'a long enough password'

test('a new person is invited, follows the link, sets a name and a password, and is in the group', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  const handle = newWord()
  const email = `${handle}@saydo.example`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/invitations`)
  await page.getByRole('button', { name: 'Invite person' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await choose(page.getByRole('combobox', { name: 'Role' }), 'stable counterpart')
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('list', { name: 'Invitations' }).getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText('waiting')

  const context = await browser.newContext(baseURL ? { baseURL } : {})
  const guest = await context.newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Join Custom Models')
  await expect(guest.getByText('Mohamed Hamda invites you as stable counterpart.')).toBeVisible()
  await fill(guest, { name: 'The guest', handle })
  await guest.getByRole('button', { name: 'Join and sign in' }).click()
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('My week')

  await expect(row, 'the inviter sees it without a reload').toContainText('The guest came')
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
  await context.close()

  await open(page, `/${GROUP}/settings/people`)
  const person = page
    .getByRole('list', { name: 'People' })
    .getByRole('listitem')
    .filter({ hasText: `@${handle}` })
  await expect(person).toContainText('Stable counterpart')
  await person.getByRole('button', { name: 'Roles of The guest' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Stable counterpart' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.getByRole('menuitemcheckbox', { name: 'Stakeholder' }).click()
  await expect(person).toContainText('Stable counterpart · stakeholder')
  await person.getByRole('button', { name: 'Remove The guest' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(person).toHaveCount(0)

  await page.getByRole('button', { name: 'Add person' }).click()
  await page.getByRole('textbox', { name: 'Name or handle' }).fill(handle)
  await page.getByRole('radio', { name: /The guest/ }).check()
  await page.getByRole('button', { name: 'Add to the group' }).click()
  await expect(person).toContainText('Engineer')
  await person.getByRole('button', { name: 'Remove The guest' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(person).toHaveCount(0)
})

test('a member of the group who cannot sign in yet is invited from the people, and stays who they are', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000)
  // Whoever has an account is no longer offered for one click, which other stories count on.
  const app = await anApp()
  try {
    await app.start()
    const em = await clientAt(app.address, 'mohamed')
    const [name = '', value = ''] = em.cookie.split('=')
    await context.addCookies([{ name, value, url: app.address }])
    await open(page, `${app.address}/${GROUP}/settings/people`)
    const newick = page
      .getByRole('list', { name: 'People' })
      .getByRole('listitem')
      .filter({ hasText: '@newick' })
    await expect(newick).toContainText('cannot sign in yet')
    await newick.getByRole('button', { name: 'Invite Newick Lee' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('newick@saydo.example')
    await dialog.getByRole('button', { name: 'Create link' }).click()
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
    await dialog.getByRole('button', { name: 'Done' }).click()

    const guest = await browser.newPage()
    await guest.goto(link)
    await expect(guest.getByText('Mohamed Hamda invites you, Newick Lee, to sign in.')).toBeVisible()
    await guest.getByRole('textbox', { name: /^Password/ }).fill(PASSWORD)
    await guest.getByRole('button', { name: 'Set the password and sign in' }).click()
    await expect(guest.getByRole('heading', { level: 1 })).toContainText('My week')
    await expect(guest.getByRole('button', { name: /^Newick Lee/ })).toBeVisible()
    await expect(newick).not.toContainText('cannot sign in yet')
    await guest.goto(link)
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
    await guest.close()
  } finally {
    await page.close()
    await app.clear()
  }
})

test('an invitation that is revoked opens nothing any more', async ({ page, signIn, api, browser }) => {
  const email = `${newWord()}@saydo.example`
  const { link } = await (
    await api('mohamed')
  ).ask(createInvitation, { group: GROUP, email, role: 'engineer' })
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/invitations`)
  const row = page.getByRole('list', { name: 'Invitations' }).getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: `Revoke the invitation of ${email}` }).click()
  await expect(row).toContainText('revoked')
  await expect(row.getByRole('button')).toHaveCount(0)
  const guest = await browser.newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
  await guest.close()
})

test('of two who follow one link at once one comes in, and the other is told that it was used', async ({
  api,
  browser,
  forgive,
}) => {
  forgive(/40[49]/)
  const em = await api('mohamed')
  const email = `${newWord()}@saydo.example`
  const { link } = await em.ask(createInvitation, { group: GROUP, email, role: 'stakeholder' })
  const contexts = await Promise.all([browser.newContext(), browser.newContext()])
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  for (const page of pages) {
    await page.goto(link)
    await page.getByRole('heading', { name: 'Join Custom Models' }).waitFor()
    await fill(page, { name: 'One of two', handle: newWord() })
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Join and sign in' }).click()))
  const outcomes = await Promise.all(
    pages.map((page) =>
      Promise.race([
        page
          .getByRole('heading', { name: 'My week' })
          .waitFor()
          .then(() => 'in'),
        page
          .getByText(/used, revoked|was not found/)
          .waitFor()
          .then(() => 'late'),
      ]),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['in', 'late'])
  await Promise.all(contexts.map((context) => context.close()))
})

test('an engineer reads why they may not change people, and finds no invitations', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/404/)
  await signIn('julie')
  await open(page, `/${GROUP}/settings/people`)
  await expect(
    page.getByText('Only the engineering manager or an administrator adds and removes members.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add person' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Roles of Newick Lee' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Invitations' })).toHaveCount(0)
})

async function fill(page: Page, { name, handle }: { name: string; handle: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: /^Handle/ }).fill(handle)
  await page.getByRole('textbox', { name: /^Password/ }).fill(PASSWORD)
}
