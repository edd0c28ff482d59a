import { createGroup } from '#lib/contract/groups.ts'
import { open } from './boards.ts'
import { clientAt } from './client.ts'
import { choose } from './fields.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('an area that the manager adds to a team stands on everybody’s ownership map at once', async ({
  page,
  signIn,
  asPerson,
}) => {
  const area = newWord()
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  const colleague = await asPerson('julie')
  await open(colleague, `/${GROUP}/ownership`)

  await page.getByRole('button', { name: 'Add an area to Gateway Services' }).click()
  await page.getByRole('textbox', { name: 'Area' }).fill(area)
  await page.getByRole('textbox', { name: 'What belongs to it' }).fill('Made for a story')
  await page.getByRole('button', { name: 'Add the area' }).click()
  const scope = page.getByRole('list', { name: 'Scope of Gateway Services' }).getByRole('listitem')
  await expect(scope.last()).toContainText(area)
  await expect(colleague.getByRole('term').filter({ hasText: area })).toBeVisible()

  await page.getByRole('button', { name: `Change ${area}` }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(scope.last()).not.toContainText(area)
  await page.getByRole('button', { name: `Change ${area}` }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(colleague.getByRole('term').filter({ hasText: area })).toHaveCount(0)
})

test('no person gives more than all of their time, and the button says how much is left', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  await page.getByRole('button', { name: 'Change the membership of Manoj M J in Gateway Services' }).click()
  await page.getByRole('textbox', { name: 'Percent of their time' }).fill('26')
  const save = page.getByRole('dialog').getByRole('button', { name: 'Save' })
  await expect(save).toHaveAccessibleDescription('Manoj M J gives 75 % of their time already: 25 % are left.')
  await page.getByRole('textbox', { name: 'Percent of their time' }).fill('20')
  await save.click()
  const row = page
    .getByRole('list', { name: 'Members of Gateway Services' })
    .getByRole('listitem')
    .filter({ hasText: 'Manoj' })
  await expect(row).toContainText('supporting · 20 %')
  await row.getByRole('button').click()
  await page.getByRole('textbox', { name: 'Percent of their time' }).fill('25')
  await save.click()
  await expect(row).toContainText('supporting · 25 %')
})

test('a boundary is drawn, shown on the map, and removed', async ({ page, signIn }) => {
  const owner = `Owner ${newWord()}`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  await page.getByRole('button', { name: 'Add boundary' }).click()
  await page.getByRole('textbox', { name: 'Area' }).fill('Licence keys')
  await page.getByRole('textbox', { name: 'Owner' }).fill(owner)
  await page.getByRole('button', { name: 'Add boundary' }).click()
  const row = page.getByRole('list', { name: 'Boundaries' }).getByRole('listitem').filter({ hasText: owner })
  await expect(row).toContainText('Licence keys')
  await open(page, `/${GROUP}/ownership`)
  await expect(page.getByText(owner).first()).toBeVisible()
  await open(page, `/${GROUP}/settings/teams`)
  await row.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
})

test('a boundary to a group that works here too leads from the map to what that group owns', async ({
  page,
  signIn,
  baseURL,
}) => {
  const name = `Neighbours ${newWord()}`
  const admin = await clientAt(baseURL ?? '', 'admin')
  const { group } = await admin.ask(createGroup, { name, zone: 'Europe/Lisbon', em: 'mohamed' })
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  await page.getByRole('button', { name: 'Add boundary' }).click()
  await page.getByRole('textbox', { name: 'Area' }).fill('What they look after')
  await choose(page.getByRole('combobox', { name: 'Group' }), name)
  await page.getByRole('button', { name: 'Add boundary' }).click()
  const row = page.getByRole('list', { name: 'Boundaries' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('What they look after')
  await open(page, `/${GROUP}/ownership`)
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(page).toHaveURL(`/${group}/ownership`)
  await expect(page.getByRole('navigation', { name: 'You are here' })).toContainText(name)

  await open(page, `/${GROUP}/settings/teams`)
  await row.getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
})

test('a team goes while nothing belongs to it, and says what it still owns before that', async ({
  page,
  signIn,
  asPerson,
  forgive,
}) => {
  forgive(/409/)
  const name = `Scouts ${newWord()}`
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  const colleague = await asPerson('julie')
  await open(colleague, `/${GROUP}/ownership`)
  await page.getByRole('button', { name: 'New team' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create the team' }).click()
  await expect(colleague.getByRole('heading', { name })).toBeVisible()
  await page.getByRole('button', { name: `Add an area to ${name}` }).click()
  await page.getByRole('textbox', { name: 'Area' }).fill('Trails')
  await page.getByRole('button', { name: 'Add the area' }).click()
  await expect(page.getByRole('list', { name: `Scope of ${name}` })).toContainText('Trails')

  const remove = async () => {
    await page.getByRole('button', { name: `Move or remove ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Remove…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  }
  await remove()
  await expect(page.getByText(`${name} owns areas. Give them to another team first.`).first()).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Change Trails' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('list', { name: `Scope of ${name}` })).not.toContainText('Trails')
  await remove()
  await expect(page.getByRole('region', { name })).toHaveCount(0)
  await expect(colleague.getByRole('heading', { name })).toHaveCount(0)
})

test('teams are put in another order, and stand so on the map', async ({ page, signIn }) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/teams`)
  const teams = page.getByRole('main').getByRole('region')
  const move = async (way: string) => {
    await page.getByRole('button', { name: 'Move or remove Gateway Services' }).click()
    await page.getByRole('menuitem', { name: way }).click()
  }
  await move('Move up')
  await expect(teams.nth(1)).toHaveAccessibleName('Gateway Services')
  await move('Move down')
  await expect(teams.nth(2)).toHaveAccessibleName('Gateway Services')
})

test('an engineer sees teams and boundaries, and why they are not theirs to change', async ({
  page,
  signIn,
}) => {
  await signIn('newick')
  await open(page, `/${GROUP}/settings/teams`)
  await expect(
    page.getByText('Only the engineering manager or an administrator edits teams and their scope.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'New team' })).toHaveCount(0)
})
