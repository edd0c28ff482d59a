import type { Page } from 'playwright/test'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const at = (month: string) => `/${GROUP}/time-off?month=${month}`
const cell = (page: Page, name: string) => page.getByRole('gridcell', { name })

test('by keyboard alone an engineer enters days, changes and removes them', async ({ page, signIn }) => {
  await signIn('patrick')
  await open(page, at('2031-04'))
  await cell(page, 'Monday 7 April 2031, working day').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const add = page.getByRole('button', { name: 'Add 3 days' })
  await add.press('Enter')
  const first = cell(page, 'Monday 7 April 2031, vacation')
  await first.press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
  await page.getByRole('checkbox', { name: 'ends at noon' }).press('Space')
  await page.getByRole('button', { name: 'Save 2.5 days' }).press('Enter')
  await expect(cell(page, 'Wednesday 9 April 2031, vacation, half a day')).toBeVisible()
  await expectNoViolations(page)
  await first.press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(cell(page, 'Monday 7 April 2031, working day')).toBeVisible()
})

test('days that overlap are joined, and of another kind refused with the form as it was', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/409|422/)
  await signIn('mohamed')
  await open(page, at('2031-05'))
  const enter = async (from: string, to: string) => {
    const add = page.getByRole('button', { name: /^Add \d days/ })
    // the fields come to life a moment behind the page that shows them
    await expect(async () => {
      await page.getByRole('textbox', { name: 'First day' }).fill(from)
      await page.getByRole('textbox', { name: 'Last day' }).fill(to)
      await expect(add).toBeVisible({ timeout: 1000 })
    }).toPass()
    await add.click()
  }
  await enter('12 May 2031', '14 May 2031')
  await expect(cell(page, 'Wednesday 14 May 2031, vacation').first()).toBeVisible()
  await enter('14 May 2031', '16 May 2031')
  await expect(page.getByText('Joined with 12 – 14 May.').first()).toBeVisible()

  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Sick' }).click()
  await enter('16 May 2031', '20 May 2031')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toContainText(
    'already away 12 – 16 May',
  )
  await expect(page.getByRole('textbox', { name: 'Last day' })).toHaveValue('20 May 2031')
})
