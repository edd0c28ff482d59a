import { open, announcement } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the triage report cites its sentences, fixes in one press, and its counts are those of the lists', async ({
  page,
  signIn,
  anIssue,
}) => {
  const untyped = await anIssue({ title: 'Untyped', type: null, deliverable: false })
  const homeless = await anIssue({ title: 'Homeless', milestone: null, deliverable: false })
  await signIn('julie')
  await open(page, `/${GROUP}/issues`)
  await page.getByRole('link', { name: 'Triage report' }).click()
  await expect(page.getByRole('heading', { name: 'Triage report' })).toBeVisible()
  const section = (name: string) => page.getByRole('region', { name })
  const row = (name: string, title: string) => section(name).getByRole('listitem').filter({ hasText: title })
  await expect(section('No type')).toContainText('issues should contain the relevant ~type:')
  await row('No type', untyped.title)
    .getByRole('button', { name: /^It is a bug/ })
    .click()
  await expect(announcement(page)).toContainText(`The type of #${untyped.ref} is bug now.`)
  await expect(row('No type', untyped.title)).toHaveCount(0)
  await row('No milestone', homeless.title)
    .getByRole('button', { name: /^Next 1-3/ })
    .click()
  await expect(row('No milestone', homeless.title)).toHaveCount(0)

  const heavy = section('Weight over 3').getByRole('link', { name: /^All \d+ as a list$/ })
  const count = /\d+/.exec((await heavy.textContent()) ?? '')?.[0]
  await heavy.click()
  await expect(page).toHaveURL(/finding=too-heavy/)
  await expect(page.getByText(`${count} issues`, { exact: true })).toBeVisible()
  await expect(page.getByText('Issues are generally not weighted above 3')).toBeVisible()
})

test('the triage report says how a finding has changed since last week, and lists its weeks', async ({
  page,
  signIn,
}) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/report`)
  const section = page.getByRole('region', { name: 'No milestone' })
  const trend = section.getByText(/^\d+ issues?, (\d+ (more|fewer) than|as many as) last week$/)
  await expect(trend).toBeVisible()
  const weeks = section.getByRole('table', { name: 'No milestone, week by week' })
  await expect(weeks).toBeHidden()
  await trend.click()
  const counts = await weeks.getByRole('row').allTextContents()
  expect(counts.length).toBeGreaterThanOrEqual(8)
  expect(counts.at(-1)).toBe(`Now${/^\d+/.exec((await trend.textContent()) ?? '')?.[0]}`)
})
