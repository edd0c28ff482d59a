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

test('a name leads to the page of the person: their next weeks, working week, teams and what they drive', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'To be driven', dri: 'cindy' })
  await signIn('stakeholder')
  await open(page, `/${GROUP}/people`)
  await page.getByRole('list', { name: 'People' }).getByRole('link', { name: 'Cindy Halim' }).press('Enter')
  await expect(page.getByRole('heading', { name: /^Cindy Halim/ })).toBeVisible()
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(part('Next weeks').getByRole('table')).toBeVisible()
  await expect(part('Next weeks')).toContainText(/days of work in the next weeks/)
  await expect(part('Working week')).toContainText('Monday to Friday')
  await expect(part('Teams')).toContainText('Health & Connectivity')
  await expect(part('Drives')).toContainText(issue.title)
  await page.setViewportSize({ width: 390, height: 844 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, 'nothing runs out of a phone').toBeLessThanOrEqual(0)
})
