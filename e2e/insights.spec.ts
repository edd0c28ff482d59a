import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { createGroup } from '#lib/contract/groups.ts'
import { readInsights } from '#lib/contract/insights.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { createIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { clientAt, type Client } from './client.ts'
import { tabTo } from './keys.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/insights`
const points = (page: Page, name: string) => page.getByRole('group', { name })
const AGES = 'Issues in work, by column'
const CYCLE = 'Closed issues, by day'
const FLOW = 'Issues by day and column'
const MIX = 'Parts of planned and done work'
const FINDINGS = 'Findings by week'
const list = (page: Page) => page.getByRole('dialog')
/** What the charts call a column or a band that has a longer name on the boards. */
const TITLES = new Map([
  ['ready-for-development', 'ready'],
  ['awaiting-security-release', 'security'],
  ['waiting', 'not ready yet'],
])
const titleOf = (name: string) => TITLES.get(name) ?? name.replaceAll('-', ' ')
const count = (issues: number) => `${issues} issue${issues === 1 ? '' : 's'}`

const insightsOf = (client: Client, more = {}) => client.ask(readInsights, { group: GROUP, ...more })

/** Opens a figure, holds the list to its number, and closes the list. */
async function expectList(page: Page, figure: Locator, issues: number, press = () => figure.click()) {
  await press()
  await expect(list(page)).toContainText(count(issues))
  await expect(list(page).getByRole('listitem')).toHaveCount(issues)
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
}

const widest = ({ ages }: Insights) => {
  const column = ages.columns.toSorted((a, b) => b.items.length - a.items.length)[0]
  if (!column || column.items.length === 0) throw new Error('Work is under way in the sample.')
  return column
}

test('by G and N each chart says what it finds, and axe finds nothing on them, light or dark, chart or table', async ({
  page,
  signIn,
  api,
}) => {
  const insights = await insightsOf(await api('julie'))
  await signIn('julie')
  await open(page, `/${GROUP}/week`)
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect(page).toHaveURL(PAGE, { timeout: 1_000 })
  }).toPass()
  await expect(page).toHaveTitle('Insights · Saydo')
  for (const { title } of [insights.ages, insights.cycle, insights.flow, insights.mix, insights.findings])
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  const entry = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Insights' })
  await expect(entry).toHaveAttribute('aria-current', 'page')
  await expectNoViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Tables', exact: true }).click()
  await expect(page.getByRole('table')).toHaveCount(7)
  await expectNoViolations(page)
})

test('each figure opens as many issues as it says: a column, a band of a day, a part of the mix', async ({
  page,
  signIn,
  api,
}) => {
  const insights = await insightsOf(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const { column, items } = widest(insights)
  const name = new RegExp(`^${titleOf(column)}: ${count(items.length)}`)
  await expectList(page, points(page, AGES).getByRole('link', { name }), items.length)
  const last = insights.flow.days.at(-1)
  for (const [at, band] of insights.flow.bands.entries()) {
    const issues = last?.counts[at] ?? 0
    if (issues === 0 || issues > 60) continue
    const figure = points(page, FLOW).getByRole('link', {
      name: new RegExp(`, ${titleOf(band)}: ${count(issues)}$`),
    })
    // bands of few issues are thin: the keys come to each
    await expectList(page, figure.last(), issues, () => figure.last().press('Enter'))
  }
  const { bug } = insights.mix.done.parts
  await expectList(page, points(page, MIX).getByRole('link', { name: /^done, bug: / }), bug.count)
  await page.getByText('How is this computed?').nth(1).click()
  const measured = page.getByRole('link', { name: `${insights.cycle.count} issues`, exact: true })
  await expectList(page, measured, insights.cycle.count)
})

test('by keyboard alone: arrows go through a chart, Enter opens the issue, a list closes where it was opened', async ({
  page,
  signIn,
  api,
}) => {
  const insights = await insightsOf(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const first = insights.ages.columns.findIndex(({ items }) => items.length > 0)
  const oldest = insights.ages.columns[first]?.items[0]
  await tabTo(page, points(page, AGES).getByRole('link').first())
  for (let at = 0; at < first; at += 1) await page.keyboard.press('ArrowRight')
  const label = points(page, AGES).locator(':focus')
  for (let at = 0; at < (insights.ages.columns[first]?.items.length ?? 0); at += 1)
    await page.keyboard.press('ArrowDown')
  await expect(label).toHaveAccessibleName(/issues?[;,]/)
  await page.keyboard.press('Enter')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(label).toHaveAccessibleName(/issues?[;,]/)
  for (let at = 0; at < (insights.ages.columns[first]?.items.length ?? 0); at += 1)
    await page.keyboard.press('ArrowUp')
  await expect(label).toHaveAccessibleName(new RegExp(`^#${oldest?.ref} `))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${GROUP}/issues/${oldest?.ref}`)
  await page.goBack()
  await expect(page).toHaveURL(PAGE)
})

test('milestones, team, type, tables and the view of the flow stay in the address', async ({
  page,
  signIn,
  api,
}) => {
  const client = await api('julie')
  await signIn('julie')
  await open(page, PAGE)
  await page.getByRole('button', { name: '3 milestones' }).click()
  await page.getByRole('button', { name: 'All types' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'bug' }).click()
  await page.getByRole('button', { name: 'In work', exact: true }).click()
  const narrowed = await insightsOf(client, { last: 3, type: 'bug' })
  await expect(page.getByRole('heading', { level: 2, name: narrowed.cycle.title })).toBeVisible()
  await page.getByRole('button', { name: `Table: ${narrowed.cycle.title}` }).click()
  await expect(page).toHaveURL(`${PAGE}?last=3&type=bug&flow=work&tables=cycle`)
  await page.reload()
  const table = page.getByRole('table', { name: narrowed.cycle.title })
  await expect(table.getByRole('row')).toHaveCount(narrowed.cycle.points.length + 1)
  await expect(points(page, CYCLE)).toHaveCount(0)
})

test('a chart is saved as a drawing, and its table as figures', async ({ page, signIn, api }) => {
  const { cycle } = await insightsOf(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  const saved = async (name: RegExp) => {
    await page.getByRole('region', { name: cycle.title }).getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const file = await download
    return { name: file.suggestedFilename(), text: (await readFile(await file.path())).toString() }
  }
  const drawing = await saved(/^Drawing/)
  expect(drawing.name).toBe(`${GROUP}-insights-cycle.svg`)
  expect(drawing.text).toContain(cycle.title)
  expect(drawing.text).not.toMatch(/class=|oklch|var\(/)
  const lines = (await saved(/^Figures/)).text.trim().split('\r\n')
  expect(lines).toHaveLength(cycle.count + 1)
})

test('a finding of a week opens the issues as they were when they were counted', async ({
  page,
  signIn,
  api,
}) => {
  const client = await api('julie')
  const { findings } = await insightsOf(client)
  const row = findings.rows[0]
  const week = findings.weeks.at(-1)
  if (!row || !week?.countedAt) throw new Error('The sample counts its findings each week.')
  const filter = `finding:${row.name}`
  const then = await client.ask(indexIssues, { group: GROUP, filter, at: week.countedAt })
  expect(then.total).toBe(row.issues.at(-1))
  await signIn('julie')
  await open(page, PAGE)
  await points(page, FINDINGS)
    .getByRole('link', { name: new RegExp(`, ${row.title}: `) })
    .last()
    .click()
  await expect(page).toHaveURL(/issues\?filter=finding.*at=/)
})

test('a stakeholder sees no confidential issue, and people are nowhere', async ({ page, signIn, api }) => {
  const [all, theirs] = [await insightsOf(await api('mohamed')), await insightsOf(await api('stakeholder'))]
  expect(theirs.withoutConfidential).toBe(true)
  const total = ({ flow }: Insights) => flow.days.at(-1)?.counts.reduce((sum, one) => sum + one, 0) ?? 0
  expect(total(theirs)).toBeLessThanOrEqual(total(all))
  await signIn('stakeholder')
  await open(page, PAGE)
  await page.getByText('How is this computed?').first().click()
  await expect(page.getByText('Confidential issues are in none of the figures.').first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/\bDRI\b|assignee/i)
})

test('an issue that comes into work is in the charts without a reload', async ({ page, signIn, api }) => {
  const title = `Slow list ${newWord()}`
  await signIn('julie')
  await open(page, PAGE)
  await (
    await api('mohamed')
  ).ask(createIssue, {
    group: GROUP,
    title,
    labels: ['group::custom models', 'type::bug', 'workflow::in dev'],
  })
  await expect(points(page, AGES).getByRole('link', { name: new RegExp(title) })).toBeVisible()
})

test('on paper it is black on white, and all tables stand at the end', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, PAGE)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('table')).toHaveCount(7)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('a new group is told what will stand here', async ({ page, baseURL, signIn }) => {
  const admin = await clientAt(baseURL ?? '', 'admin')
  const { group } = await admin.ask(createGroup, {
    name: `Newcomers ${newWord()}`,
    zone: 'UTC',
    em: 'mohamed',
  })
  await signIn('mohamed')
  await open(page, `/${group}/insights`)
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible()
  await expect(page.getByText('No issues yet.')).toBeVisible()
  await expectNoViolations(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('one chart stands below the other, nothing lies beyond the window, and a figure opens by a tap', async ({
    page,
    signIn,
    api,
  }) => {
    const insights = await insightsOf(await api('julie'))
    const { column, items } = widest(insights)
    await signIn('julie')
    await open(page, PAGE)
    await expectNoOverhang(page, PAGE)
    await points(page, AGES)
      .getByRole('link', { name: new RegExp(`^${titleOf(column)}: `) })
      .tap()
    await expect(list(page).getByRole('listitem')).toHaveCount(items.length)
    await expectNoViolations(page)
  })
})
