import type { Page } from 'playwright/test'
import { readGroup } from '#lib/contract/groups.ts'
import { closeIssue } from '#lib/contract/issues.ts'
import { editGoals, readMilestone } from '#lib/contract/milestone-overview.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { putUpdate } from '#lib/contract/updates.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import { likelyIn } from './forecasts.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import type { Client } from './client.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/milestones/current`
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const burnUp = (page: Page) => part(page, /^Scope and done/)
const day = (page: Page) => page.getByRole('slider', { name: 'Day' })

async function current(client: Client) {
  const { current: milestone } = await client.ask(listMilestones, { group: GROUP })
  return client.ask(readMilestone, { group: GROUP, milestone: milestone ?? '' })
}

test('the page says how far the milestone is, and a Deliverable that is done moves its numbers at once', async ({
  page,
  signIn,
  api,
  anIssue,
}) => {
  const em = await api('mohamed')
  const issue = await anIssue({ title: 'Counts here', weight: 2, dri: 'julie' })
  const { deliverables, day: today, milestone } = await current(em)
  const { of } = (await likelyIn(em)) ?? { of: 0 }
  await signIn('mohamed')
  await page.goto(`/${GROUP}/week`)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Overview/ })
    .click()
  await expect(page).toHaveTitle(`Milestone ${milestone.title} · Saydo`)
  await open(page, PAGE)
  await expect(page.getByText(/ is likely to close /)).toContainText(` of ${of} Deliverables by `)
  await expect(page.getByText(`day ${today.day} of ${today.of}`)).toBeVisible()
  for (const name of ['Goals', 'Blocked', 'Load against capacity', 'Deliverables by state', 'Drift'])
    await expect(part(page, name)).toBeVisible()
  await expectNoViolations(page)
  await em.ask(closeIssue, { group: GROUP, ref: issue.ref, reason: 'done' })
  const closed = (deliverables?.done.count ?? 0) + 1
  const done = part(page, 'Deliverables by state').getByRole('listitem').filter({ hasText: /^done/ })
  await expect(done).toContainText(`done${closed} `)
})

test('the chart is by weight, by issues or a table, and the address keeps it', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, PAGE)
  await expect(burnUp(page).getByRole('img', { name: /^Burn-up by weight: scope/ })).toBeVisible()
  await page.getByRole('button', { name: 'Issues', exact: true }).click()
  await expect(burnUp(page).getByRole('img', { name: /^Burn-up in issues: scope/ })).toBeVisible()
  await expect(page).toHaveURL(`${PAGE}?chart=issues`)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const table = page.getByRole('table', { name: /^Scope and done by day/ })
  await expect(table.getByRole('row').nth(1)).toContainText('Promise')
  await expectNoViolations(page)
  await page.reload()
  await expect(table).toBeVisible()
  await page.getByRole('button', { name: 'Weight', exact: true }).click()
  await expect(page).toHaveURL(PAGE)
})

test('keys and pointer go from day to day, and each says what changed', async ({ page, signIn, api }) => {
  const days = (await current(await api('julie'))).burnUp?.days ?? []
  const last = days.length
  await signIn('julie')
  await open(page, PAGE)
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(day(page)).toHaveValue(String(last), { timeout: 200 })
  }).toPass()
  await page.keyboard.press('ArrowLeft')
  await expect(day(page)).toHaveValue(String(Math.max(1, last - 1)))
  await page.keyboard.press('Home')
  await expect(day(page)).toHaveValue('1')
  const changed = days.findIndex(({ changes }) => changes.length > 0)
  await day(page).focus()
  for (let at = 0; at < changed; at += 1) await page.keyboard.press('ArrowRight')
  await expect(day(page)).toHaveValue(String(changed + 1))
  const [first] = days[changed]?.changes ?? []
  await expect(day(page)).toHaveAttribute('aria-valuetext', new RegExp(`#${first?.ref}`))
  await expect(page.getByRole('list', { name: /^What changed on/ })).toContainText(first?.title ?? '?')
  const box = await day(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 60)
  await expect(day(page)).toHaveValue('1')
})

test('a state opens its issues, and a line of drift the act that ends it', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Drives itself', deliverable: false })
  await signIn('mohamed')
  await open(page, PAGE)
  const drift = part(page, 'Drift')
  const more = drift.getByRole('button', { name: /^Show \d+ more$/ })
  if (await more.isVisible()) await more.click()
  await drift.getByRole('button', { name: `Assign #${issue.ref}` }).click()
  const dialog = page.getByRole('dialog', { name: `Name a DRI of #${issue.ref}` })
  await dialog.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: /Cindy Halim/ }).click()
  await dialog.getByRole('button', { name: 'Make them the DRI' }).click()
  // another finding of its new DRI, who may be away, can come in its place
  await expect(drift.getByRole('button', { name: `Assign #${issue.ref}` })).toHaveCount(0)
  const state = part(page, 'Deliverables by state').getByRole('listitem').first()
  const [count] = /\d+/.exec((await state.locator('b').textContent()) ?? '') ?? []
  await state.getByRole('link').click()
  await expect(page).toHaveURL(/\/issues\?filter=/)
  await expect(page.getByRole('main')).toContainText(new RegExp(`Show all\\s*${count}\\D`))
})

test('what DRIs said last opens the list of its issues, with the same count', async ({
  page,
  signIn,
  api,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Said to be unsure', dri: 'cindy' })
  const cindy = await api('cindy')
  const { today } = await cindy.ask(readGroup, { group: GROUP })
  const said = { progress: 'It starts.', blockers: '', next: 'Run it.', confidence: 'not' } as const
  await cindy.ask(putUpdate, {
    group: GROUP,
    week: isoWeek(today),
    subject: `issue-${issue.ref}`,
    ...said,
  })
  await signIn('mohamed')
  await open(page, PAGE)
  const unsure = part(page, 'Confidence').getByRole('listitem').filter({ hasText: 'Not confident' }).first()
  const [count] = /\d+/.exec((await unsure.locator('b').textContent()) ?? '') ?? []
  await unsure.getByRole('link', { name: 'Not confident' }).click()
  await expect(page).toHaveURL(/\/issues\?filter=/)
  await expect(page.getByRole('link', { name: issue.title })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(
    new RegExp(`(^|\\D)${count} issues?\\b|Show all\\s*${count}\\D`),
  )
})

test('the product manager writes the goals; of two editors the second chooses between both texts', async ({
  page,
  signIn,
  api,
  forgive,
}) => {
  forgive(/409/)
  const em = await api('mohamed')
  const view = await current(em)
  await signIn('jordan')
  await open(page, PAGE)
  const goals = part(page, 'Goals')
  await goals.getByRole('button', { name: /^(Edit the|Write) goals$/ }).click()
  const field = page.getByRole('textbox', { name: 'Goals' })
  await field.fill('- One page for each **model**')
  const edit = { group: GROUP, milestone: view.milestone.slug, version: view.goalsVersion }
  await em.ask(editGoals, { ...edit, goals: '- Metering' })
  await field.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /edited the goals while you were editing/ })
  await expect(dialog).toContainText('- Metering')
  await dialog.getByRole('button', { name: 'Take mine' }).click()
  await expect(goals.getByRole('listitem')).toHaveText('One page for each model')
  await page.keyboard.press('z')
  await expect(goals.getByRole('listitem')).toHaveText('Metering')
})

test('a stakeholder reads the same sums, and how many are not shown', async ({
  page,
  signIn,
  api,
  anIssue,
}) => {
  const hidden = await anIssue({ title: 'Not for all', confidential: true, dri: 'julie' })
  const { of } = (await likelyIn(await api('mohamed'))) ?? { of: 0 }
  await signIn('stakeholder')
  await open(page, PAGE)
  await expect(page.getByText(/ is likely to close /)).toContainText(` of ${of} Deliverables`)
  await expect(part(page, 'Deliverables by state')).toContainText(/\d+ not shown/)
  await expect(page.getByText(hidden.title)).toHaveCount(0)
  await expect(
    page.getByRole('button', { name: /^(Assign|Hand over|Review|Edit the goals|Write goals)/ }),
  ).toHaveCount(0)
})

test('before it starts there is the plan, and no chart', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, `/${GROUP}/milestones/next`)
  await expect(page.getByText(/ starts (tomorrow|in \d+ days?):/)).toBeVisible()
  await expect(part(page, 'Plan').getByRole('link', { name: 'Planning board' })).toBeVisible()
  await expect(burnUp(page)).toHaveCount(0)
  await expectNoViolations(page)
  await page.getByRole('button', { name: /, change milestone$/ }).click()
  await page.getByRole('menuitemcheckbox').last().click()
  await expect(page.getByText(/ kept | Nothing was committed/)).toBeVisible()
  await expect(part(page, 'Say/Do')).toBeVisible()
  await expectNoViolations(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the chart is scrolled to today, and nothing lies beyond the window', async ({ page, signIn }) => {
    await signIn('julie')
    await open(page, PAGE)
    await expectNoOverhang(page, PAGE)
    const today = burnUp(page).getByText('today', { exact: true })
    await expect(today).toBeInViewport()
    await expect(part(page, 'Drift')).toBeVisible()
  })
})
