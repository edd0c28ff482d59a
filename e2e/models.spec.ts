import type { Page } from 'playwright/test'
import { createModel, editModel, listModels } from '#lib/contract/models.ts'
import { issueLink, modelsLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { choose } from './fields.ts'
import { expectNoOverhang } from './overhang.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

const lineOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Models' }).getByRole('listitem').filter({ hasText: name }).first()
const answerIn = (page: Page) => page.getByRole('dialog', { name: 'Is the documentation complete?' })

test('a model is added, answered and said not to be ready yet, and the answer for who asked is copied', async ({
  page,
  signIn,
  context,
  baseURL,
}) => {
  const { group } = await somePlanners(baseURL)
  await signIn('cindy')
  await open(page, modelsLink(group))
  await expect(page.getByRole('heading', { name: 'No models yet' })).toBeVisible()
  await page.getByRole('button', { name: 'New model' }).click()
  const dialog = page.getByRole('dialog', { name: 'New model' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Falcon 40B')
  await dialog.getByRole('checkbox', { name: 'Dedicated' }).check()
  await dialog.getByRole('checkbox', { name: '.com' }).check()
  await dialog.getByRole('button', { name: 'Add model' }).click()
  const line = lineOf(page, 'Falcon 40B')
  await expect(line).toContainText('.com, Dedicated')
  await expect(line).toContainText('Not yet')
  await line.getByRole('link', { name: 'Falcon 40B' }).click()

  await page.getByRole('button', { name: 'Answer “Is the documentation complete?” for Falcon 40B' }).click()
  const save = answerIn(page).getByRole('button', { name: 'Save' })
  await expect(save).toHaveAccessibleDescription('A yes needs evidence: a link or an issue.')
  await answerIn(page).getByRole('textbox', { name: 'Evidence' }).fill('https://docs.example.com/falcon')
  await save.click()
  await expect(answerIn(page)).toBeHidden()
  await expect(line.getByRole('link', { name: 'docs.example.com/falcon' })).toBeVisible()

  await page.getByRole('button', { name: 'Answer “Are known issues resolved?” for Falcon 40B' }).click()
  const issues = page.getByRole('dialog', { name: 'Are known issues resolved?' })
  await choose(issues.getByRole('combobox', { name: 'Answer' }), 'Not yet')
  await issues.getByRole('textbox', { name: 'What to get right first' }).fill('Long answers break off.')
  await issues.getByRole('button', { name: 'Save' }).click()
  await expect(line).toContainText('Long answers break off.')

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(announcement(page)).toContainText('Copied the answer as Markdown.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('yet; here’s what we need to get right first:')
  expect(copied).toContain('- Are known issues resolved? Long answers break off.')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expectNoViolations(page)
})

test('a Deliverable is refused for a model that is not ready, with the way to its register, and becomes one when it is waived', async ({
  page,
  signIn,
  forgive,
  baseURL,
}) => {
  forgive(/409/)
  const { em, group, anIssue } = await somePlanners(baseURL)
  const name = `Heron ${newWord()}`
  const { model } = await em.ask(createModel, { group, name, offered: ['com'] })
  const { ref } = await anIssue('Add the model', { dri: 'mohamed' })
  await signIn('mohamed')
  await open(page, issueLink(group, ref))
  await page.getByRole('button', { name: 'Model: none' }).click()
  await page.getByRole('menuitemcheckbox', { name }).click()
  await expect(page.getByText('First: Is the documentation complete?')).toBeVisible()
  await page.getByRole('button', { name: /^Labels:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Deliverable' }).click()
  await page.keyboard.press('Escape')
  await expect(announcement(page)).toContainText(`The model “${name}” is not ready.`)
  await page.getByRole('button', { name: 'Open the model' }).click()
  await expect(page).toHaveURL(new RegExp(`models\\?model=${model.id}$`))
  await page.getByRole('button', { name: 'Waive…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A pilot of two customers.')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(page.getByText(/Waived by .*: A pilot of two customers\./)).toBeVisible()
  await page.getByRole('link', { name: 'Add the model' }).click()
  await page.getByRole('button', { name: /^Labels:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Deliverable' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Labels:.*Deliverable/ })).toBeVisible()
})

test('the register is gone through, opened and answered by keys', async ({ page, signIn, baseURL }) => {
  const { em, group } = await somePlanners(baseURL)
  for (const name of ['Albatross', 'Bittern']) await em.ask(createModel, { group, name, offered: [] })
  await signIn('jordan')
  await open(page, modelsLink(group))
  const second = lineOf(page, 'Bittern')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(second.getByRole('link', { name: 'Bittern' })).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  const answer = page.getByRole('button', { name: 'Answer “Is the documentation complete?” for Bittern' })
  await expect(answer).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(answer).toBeFocused()
  await page.keyboard.press('Enter')
  await answerIn(page).getByRole('textbox', { name: 'Evidence' }).focus()
  await page.keyboard.type('https://docs.example.com/bittern')
  await page.keyboard.press('Control+Enter')
  await expect(answerIn(page)).toBeHidden()
  await expect(second).toContainText('Yes, until')
  await page.keyboard.press('z')
  await expect(second).not.toContainText('Yes, until')
})

test('the EM changes the questions, and what was answered stays in the words it was asked in', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group } = await somePlanners(baseURL)
  const { model } = await em.ask(createModel, { group, name: 'Curlew', offered: [] })
  const answer = { verdict: 'no' as const, note: 'Write it.' }
  await em.ask(editModel, { group, model: model.id, answers: [{ question: 1, answer }] })
  await signIn('mohamed')
  await open(page, modelsLink(group, model.id))
  await page.getByRole('button', { name: 'Edit questions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Questions of the readiness check' })
  await dialog.getByRole('textbox', { name: 'Question 1' }).fill('Is there a page for administrators?')
  await dialog.getByRole('button', { name: 'Remove question 3' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Asked as “Is the documentation complete?”')).toBeVisible()
  const { questions } = await em.ask(listModels, { group })
  expect(questions.map(({ id, text }) => [id, text])).toEqual([
    [1, 'Is there a page for administrators?'],
    [2, 'Are known issues resolved?'],
  ])
})

test('a new issue says which model it adds; readers of the register have nothing to press', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const em = await api('mohamed')
  const name = `Osprey ${newWord()}`
  await em.ask(createModel, { group: GROUP, name, offered: [] })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues`)
  await page.getByRole('button', { name: 'New issue' }).click()
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`Offer ${name}`)
  await choose(dialog.getByRole('combobox', { name: 'Adds a model' }), new RegExp(name))
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect
    .poll(async () => {
      const { items } = await em.ask(listModels, { group: GROUP })
      return items.find((one) => one.name === name)?.issues.map(({ title }) => title)
    })
    .toEqual([`Offer ${name}`])
  const reader = await asPerson('stakeholder')
  await open(reader, `/${GROUP}/models`)
  await lineOf(reader, name).getByRole('link', { name }).click()
  await expect(lineOf(reader, name).getByRole('link', { name: `Offer ${name}` })).toBeVisible()
  await expect(reader.getByRole('button', { name: 'New model' })).toHaveCount(0)
  await expect(reader.getByRole('button', { name: /^Answer/ })).toHaveCount(0)
  await expect(reader.getByRole('button', { name: 'Waive…' })).toHaveCount(0)
})

test('on a phone a line says what is first to get right, and nothing hangs over', async ({
  page,
  signIn,
  api,
}) => {
  const em = await api('mohamed')
  const name = `Wigeon ${newWord()}`
  const { model } = await em.ask(createModel, { group: GROUP, name, offered: ['com', 'self_managed'] })
  const issue = await em.ask(listModels, { group: GROUP })
  expect(issue.items.some(({ id }) => id === model.id)).toBe(true)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('julie')
  await open(page, modelsLink(GROUP, model.id))
  await expect(lineOf(page, name)).toContainText('Is the documentation complete? No answer yet')
  await expectNoOverhang(page, 'models')
})
