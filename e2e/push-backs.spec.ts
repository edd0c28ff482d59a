import type { Locator, Page } from 'playwright/test'
import { createEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { decidePushBack, listPushBacks, raisePushBack } from '#lib/contract/push-backs.ts'
import { readSayDo } from '#lib/contract/say-do.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { choose } from './fields.ts'
import { pressKey, tabTo } from './keys.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { buildBoard, GROUP, newWord } from './world.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Push back on/ })
const sectionOf = (page: Page) => page.getByRole('region', { name: 'Push-backs' })
const lineOf = (page: Page, reason: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: reason }).first()
/** The form of the decision comes behind the page: a press before that is none. */
const choosing = (where: Page | Locator, decision: RegExp) =>
  expect(async () => where.getByRole('radio', { name: decision }).check({ timeout: 1_000 })).toPass()
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })
const raised = async (client: Client, work: string, reason: string) =>
  (await client.ask(raisePushBack, { group: GROUP, work, reason })).pushBack
const ofWork = async (client: Client, work: string) =>
  (await client.ask(listPushBacks, { group: GROUP, work })).items

test('an engineer pushes back on an issue with a reason and what it protects; the EM accepts and moves it, and it is reprioritised', async ({
  page,
  onIssue,
  asPerson,
  anIssue,
  api,
}) => {
  const kept = await anIssue({ title: `Gateway ${newWord()}` })
  const { ref } = await onIssue('cindy', { dri: 'cindy' })
  const reason = `We are committed to the gateway ${newWord()}.`
  await sectionOf(page).getByRole('button', { name: 'Push back…' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('button', { name: 'Push back', exact: true })).toHaveAccessibleDescription(
    'Write the reason of the push-back.',
  )
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason)
  await dialog.getByRole('searchbox', { name: /^Protects/ }).fill(kept.title)
  await dialog.getByRole('button', { name: `Protect #${kept.ref}` }).click()
  await dialog.getByRole('textbox', { name: /^What would change our mind/ }).fill('A second engineer.')
  await dialog.getByRole('button', { name: 'Push back', exact: true }).click()
  await expect(messages(page)).toContainText(`Pushed back on #${ref}.`)
  await expect(sectionOf(page).getByRole('link', { name: reason })).toBeVisible()

  const em = await asPerson('mohamed')
  await open(em, `/${GROUP}/inbox`)
  await em
    .getByRole('listitem')
    .filter({ hasText: reason.slice(0, -1) })
    .getByRole('link')
    .click()
  const line = lineOf(em, reason)
  await expect(line.getByRole('link', { name: kept.title })).toBeVisible()
  await expect(line).toContainText('A second engineer.')
  await choosing(line, /^Accept/)
  await choose(line.getByRole('combobox', { name: /^The issue/ }), 'Move it to Backlog')
  await expect(line).toContainText('It counts as reprioritised in')
  await line.getByRole('textbox', { name: /^Note/ }).fill('The gateway first.')
  await line.getByRole('button', { name: 'Accept the push-back' }).click()
  await expect(messages(em)).toContainText(`Accepted the push-back on #${ref}, reprioritised in`)
  await expect(line).toContainText('The gateway first.')
  await expect(line).toContainText('by Mohamed Hamda')

  const client = await api('mohamed')
  const milestone = (await buildBoard(client)).current ?? ''
  const { items } = await client.ask(readSayDo, { group: GROUP, milestone })
  expect(items.find((one) => one.ref === ref)).toMatchObject({ outcome: 'reprioritised', pushBack: reason })
  expect(await client.ask(readIssue, { group: GROUP, ref })).toMatchObject({ milestone: 'backlog' })
  await pressKey(em, 'z')
  await expect(line).toContainText('Open')
  await expect
    .poll(async () => (await client.ask(readIssue, { group: GROUP, ref })).milestone)
    .toBe(milestone)
})

test('by keys alone a push-back is raised from the palette, found in the register and deferred to a day', async ({
  page,
  onIssue,
  signIn,
}) => {
  const { ref } = await onIssue('jordan')
  const word = newWord()
  await pressKey(page, 'ControlOrMeta+k')
  await page.keyboard.type('Push back')
  await page
    .getByRole('option', { name: /^Push back/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('textbox', { name: /^Reason/ })).toBeFocused()
  await page.keyboard.type(`Too early for ${word}.`)
  await tabTo(page, dialogOf(page).getByRole('button', { name: 'Push back', exact: true }))
  await page.keyboard.press('Enter')
  await expect(messages(page)).toContainText(`Pushed back on #${ref}.`)

  await signIn('mohamed')
  await open(page, `/${GROUP}/push-backs`)
  await pressKey(page, '/')
  await expect(page.getByRole('searchbox', { name: 'Search push-backs' })).toBeFocused()
  await page.keyboard.type(word)
  await expect(page).toHaveURL(new RegExp(`q=${word}`))
  const line = lineOf(page, word)
  await expect(page.getByRole('list', { name: 'Push-backs' }).getByRole('listitem')).toHaveCount(1)
  await tabTo(page, line.getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/show=\d+/)
  await tabTo(page, line.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(line.getByRole('radio', { name: /^Defer/ })).toBeChecked()
  await tabTo(page, line.getByRole('textbox', { name: /^Decide on/ }))
  await page.keyboard.type('12 Mar 2031')
  await tabTo(page, line.getByRole('button', { name: 'Defer the push-back' }))
  await page.keyboard.press('Enter')
  await expect(line).toContainText('12 Mar 2031')
  await expect(line).toContainText('Deferred')
})

test('who types the same request later reads the push-back, with its reason and a link', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const title = `Support the ${word} model on Dedicated`
  const issue = await anIssue({ title })
  const reason = `The documentation of ${word} comes first.`
  const { id } = await raised(await api('cindy'), `issue-${issue.ref}`, reason)
  await signIn('julie')
  await open(page, `/${GROUP}/issues`)
  await pressKey(page, 'c')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`${word} model on Dedicated`)
  const before = dialog.getByRole('region', { name: 'Push-backs on work like this' })
  await expect(before.getByRole('link')).toHaveAttribute('href', `/${GROUP}/push-backs?show=${id}`)
  await expect(before).toContainText(reason)
})

test('two who decide at once: the second reads who was first, and loses no words', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: `Two ${newWord()}` })
  const reason = `Not now ${newWord()}.`
  const { id, version } = await raised(await api('cindy'), `issue-${issue.ref}`, reason)
  await signIn('mohamed')
  await page.route('**/decision', async (route) => {
    await (
      await api('jordan')
    )
      .ask(decidePushBack, { group: GROUP, pushBack: id, version, decision: 'declined' })
      .catch(() => null)
    await route.continue()
  })
  await open(page, `/${GROUP}/push-backs?show=${id}`)
  const line = lineOf(page, reason)
  await choosing(line, /^Accept/)
  await line.getByRole('button', { name: 'Accept the push-back' }).click()
  await expect(messages(page)).toContainText('already declined this push-back.')
  await expect(line).toContainText('Declined')
})

test('an epic and the plan of a milestone are pushed back on too; what is confidential is hidden from stakeholders', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const cindy = await api('cindy')
  const em = await api('mohamed')
  const { number } = await em.ask(createEpic, { group: GROUP, title: `Epic ${word}` })
  const hidden = await anIssue({ title: `Leak ${word}`, confidential: true })
  await raised(cindy, `issue-${hidden.ref}`, `Hidden ${word}.`)
  await signIn('cindy')
  await open(page, `/${GROUP}/epics/${number}`)
  await sectionOf(page).getByRole('button', { name: 'Push back…' }).click()
  await dialogOf(page)
    .getByRole('textbox', { name: /^Reason/ })
    .fill(`Epic reason ${word}.`)
  await dialogOf(page).getByRole('button', { name: 'Push back', exact: true }).click()
  await expect(sectionOf(page).getByRole('link', { name: `Epic reason ${word}.` })).toBeVisible()
  await open(page, `/${GROUP}/milestones/next/plan`)
  await page.getByRole('button', { name: 'Push back…' }).click()
  await dialogOf(page)
    .getByRole('textbox', { name: /^Reason/ })
    .fill(`Plan reason ${word}.`)
  await dialogOf(page).getByRole('button', { name: 'Push back', exact: true }).click()
  await expect(messages(page)).toContainText('Pushed back on the plan of')
  expect((await ofWork(cindy, `epic-${number}`)).map(({ state }) => state)).toEqual(['open'])

  await signIn('stakeholder')
  await open(page, `/${GROUP}/push-backs?q=${word}`)
  await expect(page.getByRole('list', { name: 'Push-backs' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('main')).not.toContainText(`Hidden ${word}`)
  await expect(page.getByRole('radio')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the register and its dialog, and nothing hangs over on a phone, ${colorScheme}`, async ({
    page,
    signIn,
    anIssue,
    api,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const issue = await anIssue({ title: `Readable ${newWord()}` })
    const { id } = await raised(await api('cindy'), `issue-${issue.ref}`, `Readable reason ${newWord()}.`)
    await signIn('mohamed')
    await open(page, `/${GROUP}/push-backs?show=${id}`)
    await choosing(page, /^Accept/)
    await expect(page.getByRole('button', { name: 'Accept the push-back' })).toBeVisible()
    await expectNoViolations(page)
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoOverhang(page, 'the register')
    await expectNoViolations(page)
    await open(page, `/${GROUP}/issues/${issue.ref}`)
    await sectionOf(page).getByRole('button', { name: 'Push back…' }).click()
    await expect(dialogOf(page)).toBeVisible()
    await expectNoViolations(page)
    await open(page, `/${GROUP}/push-backs?show=${id}`)
    await expect(page.getByRole('radio', { name: /^Accept/ })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('radio', { name: /^Accept/ }), 'paper decides nothing').toBeHidden()
    await expect(page.getByRole('main')).toContainText('Readable reason')
  })
}
