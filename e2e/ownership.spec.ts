import { listTeams } from '#lib/contract/teams.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the map says who owns what, and draws a line to everything that is not ours', async ({
  page,
  signIn,
}) => {
  await signIn('stakeholder')
  await open(page, `/${GROUP}/ownership`)
  const gateway = page.getByRole('region', { name: 'Gateway Services' })
  await expect(gateway.getByRole('list', { name: 'Members' })).toContainText('Patrick Cyiza')
  await expect(gateway.getByRole('term').filter({ hasText: 'AIGW billing' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Model Selection' })).toContainText('Manoj M J (supporting)')

  const fulfillment = page.getByRole('button', { name: /^Fulfillment/ })
  const sentence = page.getByText('Billing boundary: Gateway Services owns the AIGW side of billing')
  await expect(sentence).toHaveCount(0)
  await fulfillment.focus()
  await expect(sentence).toBeVisible()
  await expect(fulfillment).toHaveAttribute('aria-pressed', 'true')
})

test('the table tells the same as the map, row by row', async ({ page, signIn, api }) => {
  const { items, boundaries } = await (await api('stakeholder')).ask(listTeams, { group: GROUP })
  await signIn('stakeholder')
  await open(page, `/${GROUP}/ownership`)
  await page.getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: 'Areas, owners and contacts' })
  const areas = items.flatMap(({ scope }) => scope.map(({ name }) => name))
  await expect(table.getByRole('row')).toHaveCount(1 + areas.length + boundaries.length)
  const row = (name: string) => table.getByRole('row', { name })
  for (const { name, scope } of items)
    for (const area of scope) await expect(row(`${area.name} ${name}`)).toContainText(area.description)
  for (const { area, owner, relationship } of boundaries)
    await expect(row(`${area} ${owner} (not ours)`)).toContainText(relationship)
})
