import { readOrganisation } from '#lib/contract/say-do.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the switch of groups leads to Say/Do of all of them, whose figures are those of the API', async ({
  page,
  signIn,
  api,
}) => {
  await signIn('mohamed')
  await page.goto(`/${GROUP}/week`)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Custom Models' }).click()
  await page.getByRole('menuitem', { name: 'Say/Do of all groups' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Say/Do of all groups')

  const { sentence, groups } = await (await api('mohamed')).ask(readOrganisation, { last: 6 })
  await expect(page.getByText(sentence)).toBeVisible()
  const table = page.getByRole('table', { name: 'Say/Do of each group by milestone' })
  for (const { name, milestones, whole } of groups) {
    const row = table.getByRole('row', { name: new RegExp(name) })
    for (const { title, done, said, percent } of milestones) {
      const told = percent === null ? 'no ratio' : `${percent} % ${done} of ${said}`
      await expect(
        row.getByRole('link', {
          name: new RegExp(`^${name} ?, ${title} ?: ${told}$`),
        }),
      ).toBeVisible()
    }
    // a group that has said nothing yet has no ratio
    await expect(row).toContainText(whole.percent === null ? 'no ratio' : `${whole.done} of ${whole.said}`)
  }

  await page.getByRole('button', { name: '12 milestones' }).click()
  await expect(page).toHaveURL('/organisation?last=12')
  await expect(page.getByRole('button', { name: '12 milestones' })).toHaveAttribute('aria-pressed', 'true')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('say-do.csv')
})

test('on a phone each group is a card, and nothing scrolls sideways', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('mohamed')
  await page.goto('/organisation')
  const list = page.getByRole('list', { name: 'Say/Do of each group by milestone' })
  await expect(list).toContainText('Custom Models')
  await expect(page.getByRole('table')).toHaveCount(0)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
