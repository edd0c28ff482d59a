import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('an engineer sets a working week of their own by keyboard, and a colleague sees it at once', async ({
  page,
  signIn,
  asPerson,
}) => {
  const colleague = await asPerson('julie')
  await open(colleague, `/${GROUP}/people/patrick`)
  await expect(colleague.getByRole('region', { name: 'Working week' })).toContainText('Monday to Friday')
  await expect(colleague.getByRole('button', { name: /Change from a day/ })).toHaveCount(0)

  await signIn('patrick')
  await open(page, `/${GROUP}/people/patrick`)
  await page.getByRole('button', { name: /Change from a day/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Working week of/ })
  await expect(dialog.getByRole('textbox', { name: 'From' })).toBeFocused()
  await dialog.getByRole('radiogroup', { name: 'Friday' }).getByRole('radio', { name: 'Whole' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: 'Off', checked: true })).toHaveCount(3)
  await expect(dialog).toContainText('4 days a week')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  const week = page.getByRole('region', { name: 'Working week' })
  await expect(week).toContainText('Monday to Thursday')
  await expect(colleague.getByRole('region', { name: 'Working week' })).toContainText('Monday to Thursday')

  await week.getByRole('button', { name: /^Remove the week from/ }).click()
  await expect(week).toContainText('Monday to Friday')
})

test('the engineering manager chooses country and region of a person, and the page of the person names them', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/people`)
  await page.getByRole('button', { name: 'Working week of Manoj M J' }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog.getByRole('combobox', { name: 'Public holidays of' }), 'Germany')
  await choose(dialog.getByRole('combobox', { name: 'Region' }), 'Berlin')
  await expectNoViolations(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('link', { name: 'Manoj M J' }).first().click()
  const week = page.getByRole('region', { name: 'Working week' })
  await expect(week).toContainText('Public holidays: Germany, Berlin')
  await expectNoViolations(page)
  await week.getByRole('button', { name: /^Remove the week from/ }).click()
  await expect(week).not.toContainText('Germany')
})

test('the group has a country, a triage share and days off, which its engineers read', async ({
  page,
  signIn,
  asPerson,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/group`)
  await page.getByRole('button', { name: 'Edit: Calendar and capacity' }).click()
  const dialog = page.getByRole('dialog')
  const share = dialog.getByRole('textbox', { name: 'Triage share in percent' })
  await expect(share).toHaveValue('50')
  await share.fill('120')
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(/from 0 to 100 %/)
  await share.fill('60')
  await choose(dialog.getByRole('combobox', { name: 'Public holidays of' }), 'Austria')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Triage takes 60 % of each day')).toBeVisible()
  await expect(page.getByText('Austria', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Add a day off' }).click()
  await dialog.getByRole('textbox', { name: 'Day' }).fill('2 Jan 2031')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Rest day')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const daysOff = page.getByRole('list', { name: 'Days off of the group' })
  await expect(daysOff).toContainText('2 Jan 2031')

  const engineer = await asPerson('cindy')
  await open(engineer, `/${GROUP}/settings/group`)
  await expect(engineer.getByRole('list', { name: 'Days off of the group' })).toContainText('Rest day')
  await expect(engineer.getByRole('button', { name: /^Remove Rest day/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Remove Rest day, 2 Jan 2031' }).click()
  await expect(daysOff).not.toContainText('Rest day')
  await page.getByRole('button', { name: 'Edit: Calendar and capacity' }).click()
  await share.fill('50')
  await choose(dialog.getByRole('combobox', { name: 'Public holidays of' }), 'United States')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('United States', { exact: true })).toBeVisible()
})
