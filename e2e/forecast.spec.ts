import type { Page } from 'playwright/test'
import { readEpicForecast } from '#lib/contract/epic-forecast.ts'
import { createEpic } from '#lib/contract/epics.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { forecastIn } from './forecasts.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/milestones/current`
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const button = (page: Page, name: string) => page.getByRole('button', { name })

test('the page says what is likely, how sure that is, from what, and which issues move it most', async ({
  page,
  signIn,
  api,
}) => {
  const { forecast, past } = await forecastIn(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const sentence = page.getByText(/ is likely to close /)
  await expect(sentence).toContainText(`${forecast?.count.likely} of ${forecast?.count.of} Deliverables by `)
  await expect(sentence).toContainText(/\d ?% chance that all \d+ close/)
  await expect(page.getByText(`Forecast from ${past.length} milestones of throughput`)).toBeVisible()
  await expect(page.getByText(/\d+ to \d+ in 85 % of 10,000 runs/)).toBeVisible()
  const most = page.getByText(/^What moves it most:/)
  for (const { ref } of forecast?.movers ?? []) await expect(most).toContainText(`#${ref}`)
})

test('by keyboard it unfolds how it is computed and how good it was, and the address keeps that', async ({
  page,
  signIn,
  api,
}) => {
  const { backTests, past } = await forecastIn(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  await expect(async () => {
    await button(page, 'How is this computed?').focus()
    await page.keyboard.press('Enter')
    await expect(button(page, 'How is this computed?')).toHaveAttribute('aria-expanded', 'true', {
      timeout: 500,
    })
  }).toPass()
  const how = part(page, 'How the forecast is computed')
  await expect(how.getByRole('table').getByRole('row')).toHaveCount(past.length + 1)
  await expect(how).toContainText('10,000 runs')
  await expect(page).toHaveURL(`${PAGE}?forecast=how`)
  await expectNoViolations(page)
  await button(page, 'How good is this?').focus()
  await page.keyboard.press('Enter')
  const good = part(page, 'How good the forecast was')
  const held = backTests.filter((one) => one.held).length
  await expect(good).toContainText(`85 % ranges held in ${held} of ${backTests.length} milestones`)
  await expect(good.getByRole('row').nth(1)).toContainText(backTests[0]?.title ?? '?')
  await expectNoViolations(page)
  await page.reload()
  await expect(good).toBeVisible()
  await button(page, 'How good is this?').click()
  await expect(page).toHaveURL(PAGE)
})

test('the chart ends in what is likely, by weight and by issues; its table has the days that are left', async ({
  page,
  signIn,
  api,
}) => {
  const { forecast, today } = await forecastIn(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const chart = part(page, /^Scope and done/)
  await expect(chart.getByRole('img')).toHaveAccessibleName(
    new RegExp(`By \\d+ \\w+: ${forecast?.weight.likely} likely`),
  )
  await expect(chart.getByText(`${forecast?.weight.likely} likely`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Issues', exact: true }).click()
  await expect(chart.getByText(`${forecast?.count.likely} likely`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const ahead = forecast?.count.days.filter(({ day }) => day > today) ?? []
  await expect(chart.getByRole('row').filter({ hasText: ' likely' })).toHaveCount(ahead.length)
  await expectNoViolations(page)
})

test('progress by weight stands under the states, with its sum unfolded', async ({ page, signIn }) => {
  await signIn('mohamed')
  await open(page, PAGE)
  const states = part(page, 'Deliverables by state')
  await states.getByText(/^Progress by weight [\d.]+ %$/).click()
  const sum = states.getByRole('list', { name: 'Progress by weight' })
  await expect(sum.getByRole('listitem').last()).toContainText(/^[\d.]+ of weight [\d.]+ = [\d.]+ %$/)
  await expectNoViolations(page)
})

test('on paper the sentence, the fan and what was unfolded are there, and no button', async ({
  page,
  signIn,
}) => {
  await signIn('julie')
  await open(page, `${PAGE}?forecast=good`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/ is likely to close /)).toBeVisible()
  await expect(part(page, 'How good the forecast was')).toBeVisible()
  await expect(part(page, /^Scope and done/).getByText(/^\d+ likely$/)).toBeVisible()
  await expect(button(page, 'How good is this?')).toBeHidden()
})

test('before the start and after the end there is no forecast', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, `/${GROUP}/milestones/next`)
  await expect(page.getByText(/ starts (tomorrow|in \d+ days?):/)).toBeVisible()
  await expect(page.getByText(/^Forecast from/)).toHaveCount(0)
  await page.getByRole('button', { name: /, change milestone$/ }).click()
  await page.getByRole('menuitemcheckbox').last().click()
  await expect(page.getByText(/ kept | Nothing was committed/)).toBeVisible()
  await expect(page.getByText(/^Forecast from/)).toHaveCount(0)
})

test('an epic says by when its open issues are likely closed, or why it cannot', async ({
  page,
  signIn,
  api,
}) => {
  const em = await api('mohamed')
  const { number: young } = await em.ask(createEpic, { group: GROUP, title: `Young ${newWord()}` })
  const { open: count } = await em.ask(readEpicForecast, { group: GROUP, epic: 1 })
  await signIn('julie')
  await open(page, `/${GROUP}/epics/1`)
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect(facts.getByText(`The ${count} open issues are`)).toBeVisible()
  await facts.getByText('How is this computed?').click()
  await expect(facts.getByRole('list', { name: 'Issues closed by milestone' })).toBeVisible()
  await expectNoViolations(page)
  await open(page, `/${GROUP}/epics/${young}`)
  await expect(facts.getByRole('heading', { name: 'Forecast' })).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('sentence, note and both tables lie within the window', async ({ page, signIn }) => {
    await signIn('julie')
    for (const unfolded of ['how', 'good']) {
      await open(page, `${PAGE}?forecast=${unfolded}`)
      await expect(part(page, /^How /)).toBeVisible()
      await expectNoOverhang(page, unfolded)
    }
    await expectNoViolations(page)
  })
})
