import { readGroup } from '#lib/contract/groups.ts'
import type { Page } from 'playwright/test'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('the manager says what the group is for and when it meets, and everybody reads it at once', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const { mission } = await (await api('mohamed')).ask(readGroup, { group: GROUP })
  const text = `We own ${newWord()}.`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Group')
  const colleague = await asPerson('stakeholder')
  await open(colleague, `/${GROUP}/ownership`)
  const say = async (typed: string) => {
    await page.getByRole('button', { name: 'Edit: About the group' }).click()
    await page.getByRole('textbox', { name: 'Mission' }).fill(typed)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await say(text)
  await expect(colleague.getByText(text)).toBeVisible()
  await say(mission)
  await expect(colleague.getByText(text)).toHaveCount(0)

  const activity = `Demo ${newWord()}`
  const cadence = page.getByRole('list', { name: 'Cadence' }).getByRole('listitem')
  await page.getByRole('button', { name: 'Add an activity' }).click()
  await page.getByRole('textbox', { name: 'Activity' }).fill(activity)
  await page.getByRole('textbox', { name: 'Frequency' }).fill('Monthly')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(cadence.last()).toContainText(`${activity} Monthly`)
  await page.getByRole('button', { name: `Change ${activity}` }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(cadence.last()).not.toContainText(activity)
  await page.getByRole('button', { name: `Change ${activity}` }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(cadence.filter({ hasText: activity })).toHaveCount(0)
})

test('the calendar and the numbers are set, and what cannot be is refused in words', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/group`)
  const set = async (zone: string, focus: string) => {
    await page.getByRole('button', { name: 'Edit: Calendar and capacity' }).click()
    await choose(page.getByRole('combobox', { name: 'Time zone' }), zone.replaceAll('_', ' '))
    await page.getByRole('textbox', { name: 'Focus factor' }).fill('120')
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save' })
    await expect(save).toHaveAccessibleDescription('Enter a focus factor from 1 to 100 %.')
    await page.getByRole('textbox', { name: 'Focus factor' }).fill(focus)
    await save.click()
    await expect(page.getByRole('definition').filter({ hasText: zone })).toBeVisible()
    await expect(page.getByText(`${focus} % of working time goes into issues.`)).toBeVisible()
  }
  await set('Africa/Cairo', '80')
  await set('UTC', '100')
})

test('an engineer reads the settings of the group, and whose they are to change', async ({
  page,
  signIn,
}) => {
  await signIn('newick')
  await open(page, `/${GROUP}/settings/group`)
  await expect(page.getByRole('list', { name: 'Engineering managers' })).toContainText('Mohamed Hamda')
  await expect(page.getByRole('list', { name: 'Labels' })).toContainText('group::custom models')
  await expect(
    page.getByText('Only the engineering manager or an administrator changes the settings of the group.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit: Calendar and capacity' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create another group…' })).toHaveCount(0)
})

test('an administrator founds a group, and its manager goes from one group to the other by mouse and by keys', async ({
  page,
  signIn,
  asPerson,
}) => {
  const name = `Evaluation ${newWord()}`
  await signIn('admin')
  await open(page, `/${GROUP}/people`)
  await groupSwitch(page).click()
  await page.getByRole('menuitem', { name: 'Create a group…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create a group' })
  await dialog.getByRole('textbox', { name: 'Name of the group' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Engineering manager' }).fill('julie')
  await dialog.getByRole('radio', { name: /Julie Huang/ }).check()
  await dialog.getByRole('button', { name: 'Create group' }).click()
  await expect(page.getByRole('list', { name: 'Engineering managers' })).toContainText('Julie Huang')
  await expect(groupSwitch(page)).toContainText(name)

  const julie = await asPerson('julie')
  await open(julie, `/${GROUP}/people`)
  await groupSwitch(julie).click()
  await julie.getByRole('menuitemcheckbox', { name }).click()
  await expect(groupSwitch(julie)).toContainText(name)
  await julie.getByRole('link', { name: /^Build/ }).click()
  await expect(julie.getByRole('heading', { level: 1 })).toContainText('Build board')

  await groupSwitch(julie).focus()
  await julie.keyboard.press('Enter')
  const current = julie.getByRole('menuitemcheckbox', { name })
  await expect(current).toHaveAttribute('aria-checked', 'true')
  // a menu hears the arrows once it has the focus
  await expect(async () => {
    await julie.keyboard.press('Home')
    await expect(julie.getByRole('menuitemcheckbox', { name: 'Custom Models' })).toBeFocused({ timeout: 500 })
  }).toPass()
  await julie.keyboard.press('Enter')
  await expect(groupSwitch(julie)).toContainText('Custom Models')
  await expect(julie).toHaveURL(new RegExp(`/${GROUP}/`))
})

const groupSwitch = (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('button').first()
