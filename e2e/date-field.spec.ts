import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a day is typed as people write it, or chosen from a calendar by keys', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'By when' })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const due = page.getByRole('button', { name: /^Due:/ })
  await due.press('Enter')
  const field = page.getByRole('textbox', { name: 'Due date' })
  await expect(field).toBeFocused()
  await page.keyboard.type('31 Feb 2030')
  const keep = page.getByRole('button', { name: 'Keep' })
  await expect(keep).toHaveAccessibleDescription('Type a day, such as 14 Nov 2026.')
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()

  await field.fill('1 feb 2030')
  await page.keyboard.press('ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Due date' })
  await expect(calendar.getByRole('button', { name: 'Friday 1 February 2030' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('PageDown')
  await expect(calendar.getByText('March 2030', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(calendar).toHaveCount(0)
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('7 Mar 2030')
  await page.keyboard.press('ArrowDown')
  await expect(calendar).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(field).toHaveValue('7 Mar 2030')
  await page.keyboard.press('Enter')
  await expect(due).toContainText('7 Mar 2030')
})

test('in a dialog Escape closes a calendar or a choice, and not the dialog', async ({ page, signIn }) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/milestones`)
  await page.getByRole('button', { name: 'New milestone' }).click()
  const dialog = page.getByRole('dialog', { name: 'New milestone' })
  await dialog.getByRole('button', { name: 'Choose from a calendar: First day' }).click()
  const calendar = page.getByRole('dialog', { name: 'First day' })
  await expect(calendar).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(dialog).toBeVisible()
  await dialog.getByRole('textbox', { name: 'First day' }).fill('soon')
  await expect(dialog.getByRole('button', { name: 'Create the milestone' })).toBeDisabled()
  await page.keyboard.press('Tab')
  await expect(dialog.getByText('Type a day, such as 14 Nov 2026.')).toBeVisible()

  await open(page, `/${GROUP}/issues`)
  await page.keyboard.press('c')
  const issue = page.getByRole('dialog', { name: 'New issue' })
  const dri = issue.getByRole('combobox', { name: 'DRI' })
  await dri.press('Enter')
  await expect(page.getByRole('option', { name: 'Cindy Halim' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(issue).toBeVisible()
  await choose(dri, 'Cindy Halim')
  await expect(dri).toHaveText('Cindy Halim')
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a press on what cannot be pressed now shows why', async ({ page, signIn }) => {
    await signIn('mohamed')
    await open(page, `/${GROUP}/settings/sessions`)
    const others = page.getByRole('button', { disabled: true }).first()
    const why = await others.getAttribute('data-tip')
    // it is announced as disabled, and pressed all the same
    await others.tap({ force: true })
    await expect(page.getByText(why ?? '', { exact: true }).last()).toBeVisible()

    await open(page, `/${GROUP}/settings/teams`)
    await page
      .getByRole('button', { name: /^Move or remove/ })
      .first()
      .tap()
    await expect(page.getByRole('menuitem', { name: 'Move up' })).toContainText('Already first.')
  })
})
