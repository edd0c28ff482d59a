import type { Page } from 'playwright/test'
import { overrideCapacity, readCapacity } from '#lib/contract/capacity.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { addSandboxChange, dropSandbox, openSandbox, readSandbox } from '#lib/contract/sandboxes.ts'
import { capacityLink, sandboxLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const people = (page: Page) => page.getByRole('table', { name: 'What-if by person' })
const changes = (page: Page) => page.getByRole('list', { name: 'Changes', exact: true }).getByRole('listitem')
const dialog = (page: Page) => page.getByRole('dialog')

async function nextOf(client: Client) {
  const { next, items } = await client.ask(listMilestones, { group: GROUP })
  const found = items.find(({ slug }) => slug === next)
  if (!found) throw new Error('The sample has no next milestone.')
  return { group: GROUP, milestone: found.slug, title: found.title, startOn: found.startOn ?? '' }
}

async function choose(page: Page, field: string, value: string | RegExp) {
  await dialog(page).getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: value }).click()
}

test('the EM tries three changes; the PM opens the link; what changes live is shown; it is applied, and one undo takes all of it back', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const em = await api('mohamed')
  const { milestone, title, startOn } = await nextOf(em)
  const at = { group: GROUP, milestone }
  const before = await em.ask(readCapacity, at)
  await signIn('mohamed')
  await open(page, capacityLink(GROUP))
  await page.getByRole('button', { name: 'Try a what-if' }).click()
  await dialog(page).getByRole('textbox', { name: 'Title' }).fill('Two weeks of training')
  await dialog(page).getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two weeks of training')
  await expect(page.getByText(/^With these changes/)).toContainText(
    `commit ${before.total.weight} in ${title}, as in the live plan`,
  )

  await page.getByRole('button', { name: 'Add a change' }).click()
  await choose(page, 'Person', /^Julie Huang/)
  await expectNoViolations(page, '[role=dialog]')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(changes(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Add a change' }).click()
  await choose(page, 'What changes', 'Share of a person in a team')
  await choose(page, 'Person and team', /^Patrick/)
  await dialog(page).getByRole('textbox', { name: 'Share in percent' }).fill('150')
  await expect(dialog(page).getByRole('button', { name: 'Add', exact: true })).toHaveAccessibleDescription(
    'Enter between 0 and 100 %.',
  )
  await dialog(page).getByRole('textbox', { name: 'Share in percent' }).fill('50')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(changes(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Add a change' }).click()
  await choose(page, 'What changes', 'Focus in this milestone')
  await dialog(page).getByRole('textbox', { name: 'Focus' }).fill('0.9')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(changes(page)).toHaveCount(3)
  await expect(changes(page).nth(1)).toContainText(/Patrick .*’s share of time in .* becomes 50 %/)
  await expect(people(page).getByRole('row').filter({ hasText: 'Patrick' })).toContainText('becomes')
  expect((await em.ask(readCapacity, at)).total).toEqual(before.total)
  await expectNoViolations(page)

  const link = new URL(page.url()).pathname
  const pm = await asPerson('jordan')
  await open(pm, link)
  await expect(changes(pm)).toHaveCount(3)
  const engineer = await asPerson('julie')
  await open(engineer, link)
  await expect(changes(engineer)).toHaveCount(3)
  await expect(engineer.getByRole('button', { name: /^(Apply|Drop|Add a change)$/ })).toHaveCount(0)

  const patrick = { ...at, person: 'patrick', team: null, weekOn: null, term: 'share' as const }
  await em.ask(overrideCapacity, { ...patrick, value: 0.8, reason: 'On call.' })
  const since = page.getByRole('list', { name: 'Changed since' })
  await expect(since).toContainText(/set Patrick .*’s share of time to 80 %/)
  await expect(changes(page).nth(1)).toContainText(/Since then: Mohamed .* set Patrick/)
  const slug = link.split('/').at(-1) ?? ''
  const whatIf = (await em.ask(readSandbox, { ...at, sandbox: slug })).total.whatIf

  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  const box = dialog(page).getByRole('checkbox')
  await expect(box).toHaveCount(3)
  await expect(box.nth(1)).not.toBeChecked()
  await box.nth(1).check()
  await expectNoViolations(page, '[role=dialog]')
  await dialog(page).getByRole('button', { name: 'Apply 3 changes' }).click()
  await expect(page.getByText(/^This what-if was applied by Mohamed/)).toBeVisible()
  await expect(pm.getByText(/^This what-if was applied by Mohamed/)).toBeVisible()
  expect((await em.ask(readCapacity, at)).total).toMatchObject({ weight: whatIf.weight })

  await page.keyboard.press('z')
  await expect(page.getByText(/^With these changes/)).toBeVisible()
  await expect(changes(page)).toHaveCount(3)
  await em.ask(overrideCapacity, { ...patrick, value: null })
  expect((await em.ask(readCapacity, at)).total).toEqual(before.total)
  expect(startOn).not.toBe('')
})

test('a dropped what-if says so to everyone with the link, and Z brings it back', async ({
  page,
  signIn,
  api,
}) => {
  const pm = await api('jordan')
  const { milestone, startOn } = await nextOf(pm)
  const at = { group: GROUP, milestone }
  const { sandbox } = await pm.ask(openSandbox, { ...at, title: 'Jordan takes a day' })
  await pm.ask(addSandboxChange, {
    ...at,
    sandbox,
    change: {
      what: 'timeOff',
      person: 'jordan',
      from: startOn,
      to: startOn,
    },
  })
  await signIn('jordan')
  await open(page, sandboxLink(GROUP, milestone, sandbox))
  await page.getByRole('button', { name: 'Drop' }).click()
  await expect(page.getByText(/^This what-if was dropped by Jordan/)).toBeVisible()
  await expect(changes(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Add a change' })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(page.getByRole('button', { name: 'Add a change' })).toBeVisible()
  await pm.ask(dropSandbox, { ...at, sandbox })
  await expect(page.getByText(/^This what-if was dropped by Jordan/)).toBeVisible()
})

test('on a phone, by keyboard and on paper a what-if is all there', async ({ page, signIn, api }) => {
  const { milestone } = await nextOf(await api('mohamed'))
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('mohamed')
  await open(page, sandboxLink(GROUP, milestone, 'if-cindy-is-away-the-first-week'))
  await expect(people(page).getByRole('row').filter({ hasText: 'Cindy Halim' })).toContainText('becomes')
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await wider()).toBeLessThanOrEqual(0)
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Add a change' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a change' })).toBeFocused()

  await page.emulateMedia({ media: 'print' })
  await expect(people(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeHidden()
})
