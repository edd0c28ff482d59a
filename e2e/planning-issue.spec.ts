import type { Page } from 'playwright/test'
import { createMilestone } from '#lib/contract/milestones.ts'
import { overrideCapacity, readCapacity } from '#lib/contract/capacity.ts'
import { createPlanningIssue, readPlanningIssue } from '#lib/contract/planning-issue.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' }, permissions: ['clipboard-read', 'clipboard-write'] })

/** A milestone of the story's own, in weeks that no other has. */
async function aMilestone(client: Client, weeks: number): Promise<string> {
  const startOn = addDays('2042-01-04', weeks * 14)
  const wanted = { group: GROUP, title: `Plan ${newWord()}`, startOn, dueOn: addDays(startOn, 11) }
  return (await client.ask(createMilestone, wanted)).milestone.slug
}

const bar = (page: Page) => page.getByRole('region', { name: 'Planning issue' })
const table = (page: Page, name: string) => page.getByRole('table', { name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')

test('the PM sets priorities, the EM posts capacity and DRIs, and what is frozen stays as it is', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const [jordan, mohamed] = [await api('jordan'), await api('mohamed')]
  const milestone = await aMilestone(jordan, 1)
  const at = { group: GROUP, milestone }
  const { ref } = await jordan.ask(createPlanningIssue, at)
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${ref}`)
  await expect(page.getByRole('heading', { name: /^Planning, Plan/ })).toBeVisible()
  await expect(bar(page)).toContainText('Live: the data below follows every change.')
  await expect(bar(page).getByRole('button', { name: 'Post capacity and DRIs' })).toHaveCount(0)
  await expect(page.getByText('No priorities yet.')).toBeVisible()
  await expectNoViolations(page)

  await bar(page).getByRole('button', { name: 'Edit priorities' }).click()
  const dialog = page.getByRole('dialog', { name: /^Priorities of/ })
  const finder = dialog.getByRole('searchbox', { name: 'Add an issue or an epic' })
  await finder.fill('Selection UI everywhere')
  await dialog
    .getByRole('button', { name: /^Add &/ })
    .first()
    .click()
  await dialog.getByRole('textbox', { name: /^Goal of &/ }).fill('It explains models that are not available.')
  await expectNoViolations(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(table(page, 'Priorities')).toContainText('It explains models that are not available.')

  const em = await asPerson('mohamed')
  await open(em, `/${GROUP}/issues/${ref}`)
  await bar(em).getByRole('button', { name: 'Post capacity and DRIs' }).click()
  const posted = em.getByRole('article', { name: /^Comment by Mohamed/ })
  await expect(posted).toContainText('Team capacity')
  await expect(bar(page)).toContainText(/Capacity and DRIs posted on .* by Mohamed/)

  const { total } = await mohamed.ask(readCapacity, at)
  const whole = table(page, 'Team capacity').getByRole('row', { name: /^Group/ })
  await expect(whole).toContainText(String(total.weight))
  await bar(page).getByRole('button', { name: 'Freeze' }).click()
  await expect(bar(page)).toContainText(/^Frozen on .* by Jordan/)
  await mohamed.ask(overrideCapacity, {
    ...at,
    person: 'julie',
    term: 'focus',
    value: 0.1,
    reason: 'A course',
  })
  await page.reload()
  await expect(whole).toContainText(String(total.weight))
  await bar(page).getByRole('button', { name: 'Unfreeze' }).click()
  await expect(whole).not.toContainText(String(total.weight))
})

test('it is edited like any issue, its tasks are ticked, and the whole is copied as Markdown', async ({
  page,
  signIn,
  api,
}) => {
  const jordan = await api('jordan')
  const milestone = await aMilestone(jordan, 2)
  const { ref } = await jordan.ask(createPlanningIssue, { group: GROUP, milestone })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${ref}`)
  await page.getByRole('button', { name: 'Edit the description' }).click()
  const editor = page.getByRole('textbox', { name: 'Description' })
  await editor.fill('{{capacity}}\n\n{{velocity}}\n\n- [ ] Ask the counterparts\n')
  await editor.press('Control+Enter')
  await expect(page.getByText('Unknown block “velocity”, kept as text.')).toBeVisible()
  await expect(table(page, 'Team capacity')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Ask the counterparts' }).click()
  await expect(page.getByRole('checkbox', { name: 'Ask the counterparts' })).toBeChecked()
  const read = async () => (await jordan.ask(readPlanningIssue, { group: GROUP, milestone })).description
  await expect.poll(read).toContain('- [x] Ask the counterparts')
  await bar(page).getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(page.getByText('Copied the planning issue as Markdown.').first()).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^\| Functional team \| Capacity \| Picked \|\n\| --- \| ---: \| ---: \|\n/)
  expect(copied).toContain('\n\n{{velocity}}\n\n- [x] Ask the counterparts\n')
})

test('by keyboard alone, on a phone, priorities are ordered and taken back', async ({
  page,
  signIn,
  api,
}) => {
  const jordan = await api('jordan')
  const milestone = await aMilestone(jordan, 3)
  const { ref } = await jordan.ask(createPlanningIssue, { group: GROUP, milestone })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${ref}`)
  const dialog = page.getByRole('dialog', { name: /^Priorities of/ })
  await press(page, 'Edit priorities')
  const finder = dialog.getByRole('searchbox', { name: 'Add an issue or an epic' })
  for (const words of ['Prompt registry v2', 'Version drift made visible']) {
    await finder.fill(words)
    await expect(dialog.getByRole('list', { name: 'Found' })).toContainText(words)
    await finder.press('Enter')
    await expect(dialog.getByRole('list', { name: 'Priorities' })).toContainText(words)
  }
  await dialog
    .getByRole('button', { name: /^Move & ?\d+ down$/ })
    .first()
    .press('Enter')
  await finder.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const rows = table(page, 'Priorities').getByRole('row')
  await expect(rows.nth(1)).toContainText('Version drift made visible')
  await expect(rows.nth(2)).toContainText('Prompt registry v2')
  await expectNoViolations(page)
  await page.keyboard.press('z')
  await expect(page.getByText('No priorities yet.')).toBeVisible()
})

test('a printed planning issue has its data and none of its buttons', async ({ page, signIn, api }) => {
  const jordan = await api('jordan')
  const milestone = await aMilestone(jordan, 4)
  const { ref } = await jordan.ask(createPlanningIssue, { group: GROUP, milestone })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${ref}`)
  await expect(table(page, 'Team capacity')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(table(page, 'Team capacity')).toBeVisible()
  await expect(bar(page).getByRole('button')).toHaveCount(0)
})

test('the template of planning issues is edited, and each version is kept', async ({ page, signIn, api }) => {
  const jordan = await api('jordan')
  await signIn('jordan')
  await open(page, `/${GROUP}/settings/templates`)
  const word = newWord()
  const edit = async (text: (now: string) => string) => {
    await page.getByRole('button', { name: /^Edit Planning, / }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit the template of planning issues' })
    const field = dialog.getByRole('textbox', { name: 'Text' })
    await field.fill(text(await field.inputValue()))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }
  await edit((now) => `${now}\n${word}\n`)
  await expect(page.getByRole('list', { name: 'Template of planning issues' })).toContainText(/Version \d+/)
  const made = { group: GROUP, milestone: await aMilestone(jordan, 5) }
  await jordan.ask(createPlanningIssue, made)
  expect((await jordan.ask(readPlanningIssue, made)).description).toContain(word)
  await edit((now) => now.replace(`\n${word}\n`, ''))
  const next = { group: GROUP, milestone: await aMilestone(jordan, 6) }
  await jordan.ask(createPlanningIssue, next)
  expect((await jordan.ask(readPlanningIssue, next)).description).not.toContain(word)
})
