import type { Page } from 'playwright/test'
import { commentOnIssue, readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { somePlanners, type Planners } from './planners.ts'
import { expect, test } from './test.ts'
import { newWord } from './world.ts'

const IN_DEV = ['workflow::in dev']
const lines = (page: Page, name = 'DRIs') =>
  page.getByRole('list', { name, exact: true }).getByRole('listitem')
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Of a group of the story's own: work of Cindy in the milestone that runs, and work without a DRI. */
async function someWork({ anIssue }: Planners) {
  const word = newWord()
  const driven = await anIssue(`Driven ${word}`, { milestone: '1.0', dri: 'cindy', weight: 3 }, IN_DEV)
  const free = await anIssue(`Free ${word}`, { milestone: '1.0' }, IN_DEV)
  return { driven, free }
}

test('what has no DRI stands first; no volunteer is recorded with the reason, and a volunteer settles it', async ({
  page,
  signIn,
  baseURL,
  asPerson,
}) => {
  const planners = await somePlanners(baseURL)
  const { driven, free } = await someWork(planners)
  await signIn('mohamed')
  await open(page, `/${planners.group}/dris`)
  await expect(lines(page).first()).toContainText(free.title)
  await expect(lines(page).first()).toContainText('In dev without a DRI.')
  await expect(lines(page).nth(1)).toContainText(`${driven.title}in dev · weight 3`)

  await page.getByRole('button', { name: `No volunteer for #${free.ref}` }).click()
  const ask = dialog(page, `No volunteer for #${free.ref}`)
  await ask.getByRole('combobox', { name: 'Why' }).click()
  await page.getByRole('option', { name: 'Overloaded' }).click()
  await ask.getByRole('textbox', { name: 'Note' }).fill('until the release is out')
  await ask.getByRole('button', { name: 'Record' }).click()
  await expect(lines(page).first()).toContainText('No volunteer: Overloaded, until the release is out')
  await expectNoViolations(page)

  const cindy = await asPerson('cindy')
  await open(cindy, `/${planners.group}/dris`)
  await cindy.getByRole('button', { name: `Assign to me #${free.ref}` }).click()
  await expect(lines(page).filter({ hasText: free.title })).toContainText('Cindy Halim')
  await expect(lines(page).filter({ hasText: free.title })).not.toContainText('No volunteer')
})

test('by keyboard the table is walked, narrowed and opened; the address keeps what was asked', async ({
  page,
  signIn,
  baseURL,
}) => {
  const planners = await somePlanners(baseURL)
  const { driven, free } = await someWork(planners)
  await signIn('mohamed')
  await open(page, `/${planners.group}/dris?person=cindy`)
  await expect(lines(page)).toHaveCount(1)
  await page.goto(`/${planners.group}/dris`)
  await expect(lines(page)).toHaveCount(2)
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: free.title })).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('driven')
  await expect(lines(page)).toHaveCount(1)
  await expect(page).toHaveURL(/q=driven/)
  await page.reload()
  await expect(lines(page)).toHaveCount(1)
  await page.getByRole('link', { name: driven.title }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`/issues/${driven.ref}$`))
})

test('by person the weight that they drive stands beside capacity and days away', async ({
  page,
  signIn,
  baseURL,
}) => {
  const planners = await somePlanners(baseURL)
  await someWork(planners)
  await signIn('jordan')
  await open(page, `/${planners.group}/dris?by=person`)
  await expect(page.getByRole('heading', { name: /Cindy Halim/ })).toContainText(
    /drives weight 3 · capacity [\d.]+ in/,
  )
  await expect(lines(page, 'Without a DRI')).toHaveCount(1)
  await expectNoViolations(page)
})

test('the page of drift says the sentence that is not kept, and its button ends what it tells', async ({
  page,
  signIn,
  baseURL,
}) => {
  const planners = await somePlanners(baseURL)
  const { free } = await someWork(planners)
  await signIn('mohamed')
  await open(page, `/${planners.group}/drift`)
  await expect(page.getByRole('main')).toContainText('has a single named DRI')
  await expectNoViolations(page)
  await page.getByRole('button', { name: `Assign #${free.ref}` }).click()
  const give = dialog(page, `Name a DRI of #${free.ref}`)
  await give.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Patrick Cyiza' }).click()
  await give.getByRole('button', { name: 'Make them the DRI' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing drifts' })).toBeVisible()
  expect((await planners.em.ask(readIssue, { group: planners.group, ref: free.ref })).dri).toBe('patrick')
})

test('on a phone in the dark each line keeps its parts, and nothing is cut off', async ({
  page,
  signIn,
  baseURL,
}) => {
  const planners = await somePlanners(baseURL)
  const { driven } = await someWork(planners)
  await planners.em.ask(commentOnIssue, { group: planners.group, ref: driven.ref, body: 'All well.' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn('cindy')
  for (const address of ['dris', 'dris?by=person', 'drift']) {
    await open(page, `/${planners.group}/${address}`)
    await expectNoViolations(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, address).toBeLessThanOrEqual(390)
  }
})
