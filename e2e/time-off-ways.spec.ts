import type { Page } from 'playwright/test'
import { addTimeOff, listTimeOff, removeTimeOff } from '#lib/contract/time-off.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { boxOf } from './drag.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const at = (month: string) => `/${GROUP}/time-off?month=${month}`
const cellOf = (page: Page, person: string, day: string) =>
  page.locator(`td[data-person="${person}"][data-day="${day}"]`)

test('own days are dragged over with the mouse, in either direction, and saved with one press', async ({
  page,
  signIn,
}) => {
  await signIn('newick')
  await open(page, at('2031-07'))
  const drag = async (from: string, to: string) => {
    await cellOf(page, 'newick', from).hover()
    await page.mouse.down()
    await cellOf(page, 'newick', to).hover()
    await page.mouse.up()
  }
  await drag('2031-07-18', '2031-07-14')
  await expect(page.getByRole('textbox', { name: 'First day' })).toHaveValue('14 Jul 2031')
  await expect(page.getByRole('textbox', { name: 'Last day' })).toHaveValue('18 Jul 2031')
  await drag('2031-07-14', '2031-07-16')
  await page.getByRole('button', { name: 'Add 3 days' }).click()
  await expect(announcement(page)).toContainText('Added 14 – 16 Jul.')
  await expect(cellOf(page, 'newick', '2031-07-16')).toHaveAccessibleName('Wednesday 16 July 2031, vacation')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cellOf(page, 'newick', '2031-07-16')).toHaveAccessibleName(
    'Wednesday 16 July 2031, working day',
  )

  // of another person nothing is entered
  await cellOf(page, 'newick', '2031-07-14').hover()
  await page.mouse.down()
  await page
    .getByRole('row', { name: /^Cindy Halim/ })
    .getByRole('gridcell')
    .nth(20)
    .hover()
  await page.mouse.up()
  await expect(page.getByRole('textbox', { name: 'Last day' })).toHaveValue('14 Jul 2031')
})

test('what is typed into the form before its script is here stays, and is saved', async ({
  page,
  signIn,
  api,
}) => {
  await signIn('julie')
  const gate = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate.promise
    await route.continue()
  })
  await page.goto(at('2031-09'), { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'First day' }).fill('8 Sep 2031')
  await page.getByRole('textbox', { name: 'Last day' }).fill('10 Sep 2031')
  await page.getByRole('checkbox', { name: 'ends at noon' }).check()
  await page.getByRole('textbox', { name: 'Note, optional' }).fill('A long walk')
  gate.resolve()
  await page.getByRole('button', { name: 'Add 2.5 days' }).click()
  await expect(announcement(page)).toContainText('Added 8 – 10 Sep.')
  const asked = { group: GROUP, from: '2031-09-01', to: '2031-09-30', person: 'julie' }
  const { items } = await (await api('julie')).ask(listTimeOff, asked)
  expect(items).toMatchObject([
    { from: '2031-09-08', to: '2031-09-10', untilNoon: true, note: 'A long walk' },
  ])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 })

  test('weeks list who is away, and an absence is entered, changed and removed on a page of its own', async ({
    page,
    signIn,
    api,
  }) => {
    const cindy = await api('cindy')
    const days = { from: '2031-08-04', to: '2031-08-06', kind: 'other' as const }
    const { entry } = await cindy.ask(addTimeOff, { group: GROUP, ...days })
    await signIn('julie')
    await open(page, at('2031-08'))
    const week = page.getByRole('region', { name: '4 – 10 Aug' })
    await expect(week).toContainText('Cindy Halim Mon – Wed')
    await expect(week).toContainText('away')
    await page.getByRole('button', { name: 'Add time off' }).tap()
    await expect(week).toHaveCount(0)
    const add = page.getByRole('button', { name: 'Add 2 days' })
    await page.getByRole('textbox', { name: 'First day' }).fill('7 Aug 2031')
    await page.getByRole('textbox', { name: 'Last day' }).fill('8 Aug 2031')
    await expect(add).toBeVisible()
    await expectNoOverhang(page, 'time off')
    await expectNoViolations(page)
    expect((await boxOf(add)).height).toBeGreaterThanOrEqual(36)
    await add.tap()
    await expect(week).toContainText('Julie Huang Thu – Fri')
    await expectNoOverhang(page, 'time off')
    await week.getByRole('button', { name: /vacation.*Julie Huang 7 – 8 Aug: edit or remove/ }).tap()
    await page.getByRole('menuitem', { name: 'Edit' }).tap()
    await page.getByRole('checkbox', { name: 'ends at noon' }).tap()
    await page.getByRole('button', { name: 'Save 1.5 days' }).tap()
    await week.getByRole('button', { name: /vacation.*Julie Huang 7 – 8 Aug: edit or remove/ }).tap()
    await page.getByRole('menuitem', { name: 'Remove' }).tap()
    await expect(week).not.toContainText('Julie Huang')
    await cindy.ask(removeTimeOff, { group: GROUP, entry: entry.id })
    await expect(week).toHaveCount(0)
    const { items } = await cindy.ask(listTimeOff, { group: GROUP, from: '2031-08-01', to: '2031-08-31' })
    expect(items).toEqual([])
  })
})
