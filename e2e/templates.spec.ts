import type { Page } from 'playwright/test'
import { createTemplate, listTemplates, removeTemplate } from '#lib/contract/templates.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const dialogIn = (page: Page) => page.getByRole('dialog', { name: 'New issue' })
const descriptionIn = (page: Page) => dialogIn(page).getByRole('textbox', { name: 'Description' })

async function begin(page: Page): Promise<void> {
  await open(page, `/${GROUP}/issues`)
  await page.getByRole('button', { name: 'New issue' }).click()
  await expect(descriptionIn(page)).toBeVisible()
}

test('a template fills an empty description, and never what a person typed', async ({
  page,
  signIn,
  api,
}) => {
  const em = await api('mohamed')
  const { items } = await em.ask(listTemplates, { group: GROUP })
  const bug = items.find(({ type }) => type === 'bug')
  expect(bug?.body).toContain('## What happens')
  await signIn('cindy')
  await begin(page)
  await expect(dialogIn(page).getByRole('combobox', { name: 'Template' })).toBeVisible()
  const type = dialogIn(page).getByRole('combobox', { name: 'Type' })
  await choose(type, 'type::bug')
  await expect(descriptionIn(page)).toHaveValue(bug?.body ?? '')
  await choose(type, 'type::feature')
  await expect(descriptionIn(page)).toHaveValue(/Who needs it/)
  await descriptionIn(page).fill('My own words')
  await choose(type, 'type::bug')
  await expect(descriptionIn(page)).toHaveValue('My own words')
})

test('the EM keeps the templates; an engineer reads why not', async ({ page, signIn, asPerson, api }) => {
  const title = `Proposal ${newWord()}`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/templates`)
  await page.getByRole('button', { name: 'New template' }).click()
  const dialog = page.getByRole('dialog', { name: 'New template' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('textbox', { name: 'Text' }).fill('## Why')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = page
    .getByRole('list', { name: 'Issue templates' })
    .getByRole('listitem')
    .filter({ hasText: title })
  await expect(row).toContainText('Why')
  const engineer = await asPerson('newick')
  await open(engineer, `/${GROUP}/settings/templates`)
  await expect(engineer.getByText(/^Only the product manager, the engineering manager/)).toBeVisible()
  await expect(engineer.getByRole('button', { name: 'New template' })).toHaveCount(0)
  await row.getByRole('button', { name: `Remove ${title}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row).toBeHidden()
  const em = await api('mohamed')
  const titles = async () => (await em.ask(listTemplates, { group: GROUP })).items.map((one) => one.title)
  await expect.poll(titles).not.toContain(title)
})

test('of two who edit one template the second sees the other text first', async ({ page, signIn, api }) => {
  const em = await api('mohamed')
  const facts = { group: GROUP, title: `Shared ${newWord()}`, type: null, body: 'as it was' }
  const { template } = await em.ask(createTemplate, facts)
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/templates`)
  await page.getByRole('button', { name: `Edit ${facts.title}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Text' }).fill('mine')
  const edit = { ...facts, body: 'theirs', was: facts.body }
  const answer = await em.fetch(`/api/v1/groups/${GROUP}/templates/${template.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: edit.title, type: edit.type, body: edit.body, was: edit.was }),
  })
  expect(answer.status).toBe(200)
  await expect(dialog.getByRole('alert')).toContainText('theirs')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const { items } = await em.ask(listTemplates, { group: GROUP })
  expect(items.find(({ id }) => id === template.id)?.body).toBe('mine')
  await em.ask(removeTemplate, { group: GROUP, template: template.id })
})
