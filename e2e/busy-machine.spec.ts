import type { Page } from 'playwright/test'
import { open } from './boards.ts'
import { tabTo } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

/** Before the page is opened: timers and frames come late, and keys before them, as where much else is being done. */
const busy = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const LATE_MS = 300
    const { setTimeout: later, requestAnimationFrame: frame } = window
    const lateTimer = (act: () => void, ms = 0, ...given: unknown[]) => later(act, ms + LATE_MS, ...given)
    Object.assign(window, {
      setTimeout: lateTimer,
      requestAnimationFrame: (draw: FrameRequestCallback) => later(() => frame(draw), LATE_MS),
    })
  })

test('keys that follow each other quickly go through a calendar that has just come', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Soon' })
  await signIn('cindy')
  await busy(page)
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  await page.getByRole('button', { name: /^Due:/ }).press('Enter')
  const field = page.getByRole('textbox', { name: 'Due date' })
  await expect(field).toBeFocused()
  await field.fill('1 feb 2030')
  await page.keyboard.press('ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Due date' })
  await expect(calendar.getByRole('button', { name: 'Friday 1 February 2030' })).toBeFocused()
  for (const key of ['ArrowDown', 'ArrowLeft', 'PageDown', 'Enter']) await page.keyboard.press(key)
  await expect(field).toHaveValue('7 Mar 2030')
})

test('letters and Enter typed before a list has the focus choose in it', async ({ page, signIn }) => {
  await signIn('mohamed')
  await busy(page)
  await open(page, `/${GROUP}/issues`)
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  const dri = dialog.getByRole('combobox', { name: 'DRI' })
  await tabTo(page, dri)
  await page.keyboard.press('Enter')
  await page.keyboard.type('cindy')
  await page.keyboard.press('Enter')
  await expect(dri).toHaveText('Cindy Halim')
  await expect(dri).toBeFocused()
})

test('the focus stays in a field of a dialog, although a list that has gone pulls it to the dialog', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues`)
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  const dri = dialog.getByRole('combobox', { name: 'DRI' })
  await tabTo(page, dri)
  await dialog.evaluate((element) => element.focus())
  await expect(dri).toBeFocused()
})
