import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('everybody of the group is listed with role and functional teams', async ({ page, signIn }) => {
  await signIn('stakeholder')
  await open(page, `/${GROUP}/people`)
  const person = (name: string) =>
    page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: name })
  await expect(person('Mohamed Hamda')).toContainText('Engineering manager (acting)')
  await expect(person('Manoj M J')).toContainText('Health & Connectivity')
  await expect(person('Manoj M J')).toContainText('Gateway Services (supporting)')
})
