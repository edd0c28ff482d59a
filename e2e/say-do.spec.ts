import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { createGroup } from '#lib/contract/groups.ts'
import { listSayDo, readSayDo } from '#lib/contract/say-do.ts'
import type { SeriesMilestone } from '#lib/contract/say-do.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { clientAt, type Client } from './client.ts'
import { tabTo } from './keys.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/say-do`
const chart = (page: Page) => page.getByRole('group', { name: 'Parts of each milestone' })
const picture = (page: Page) => page.getByRole('img', { name: /milestones? kept/ })
const part = (page: Page, name: string | RegExp) => chart(page).getByRole('link', { name })
const list = (page: Page) => page.getByRole('dialog')

/** The sample as the API has it: all milestones of the chart, and the latest that is over. */
async function figures(client: Client) {
  const series = await client.ask(listSayDo, { group: GROUP })
  const last = series.milestones.findLast(({ runs }) => !runs)
  if (!last) throw new Error('No milestone of the sample is over.')
  const view = await client.ask(readSayDo, { group: GROUP, milestone: last.milestone.slug })
  return { series, last, view }
}

/** “7 issues, weight 12”, as a part and its list say it. */
const issues = (count: number) => `${count} issue${count === 1 ? '' : 's'}`

/** Opens a figure, holds the list to its number, and closes the list. */
async function expectList(page: Page, figure: Locator, count: number) {
  await figure.click()
  await expect(list(page)).toContainText(issues(count))
  await expect(list(page).getByRole('listitem')).toHaveCount(count)
  await expect(list(page).getByRole('link')).toHaveCount(count)
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
}

test('the page begins with what was kept, by G and S or from the sidebar, and axe finds nothing on it', async ({
  page,
  signIn,
  api,
}) => {
  const { last, view } = await figures(await api('julie'))
  await signIn('julie')
  await open(page, `/${GROUP}/week`)
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(page).toHaveURL(PAGE, { timeout: 1_000 })
  }).toPass()
  await expect(page.getByText(view.sentence)).toBeVisible()
  await expect(page).toHaveTitle('Say/Do · Saydo')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(last.milestone.title)
  const entry = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Say/Do' })
  await expect(entry).toHaveAttribute('aria-current', 'page')
  await expect(picture(page)).toBeVisible()
  await expectNoViolations(page)
  await page.getByText('How is this computed?').click()
  await expect(page.getByText(`${last.done} ÷ ${last.said} = ${last.percent} %`).first()).toBeVisible()
  await expectNoViolations(page)
})

test('each part of a column, each definition, each reason opens as many issues as it says', async ({
  page,
  signIn,
  api,
}) => {
  const { series, last, view } = await figures(await api('julie'))
  await signIn('julie')
  await open(page, PAGE)
  for (const [name, text] of PARTS) {
    const { count } = last.parts[name]
    if (count > 0) await expectList(page, part(page, labelled(last, text)), count)
  }
  const definitions = page.getByRole('region', { name: 'Four definitions' })
  for (const { name, title, said, done } of view.definitions) {
    const isWeight = name === 'by_weight'
    const { assigned, completed } = view.sums
    await expectList(
      page,
      definitions.getByRole('link', { name: `${title}: said ${said}` }),
      isWeight ? assigned.count : said,
    )
    if (done > 0)
      await expectList(
        page,
        definitions.getByRole('link', { name: `${title}: done ${done}` }),
        isWeight ? completed.count : done,
      )
  }
  for (const { title, count } of series.reasons.slice(0, 2))
    await expectList(page, page.getByRole('link', { name: `${title}: ${issues(count)}` }), count)
  const slipped = page.getByRole('table', { name: 'Slipped issues' }).getByRole('row')
  await expect(slipped).toHaveCount(view.sums.slipped.count + 1)
})

const PARTS = [
  ['assigned', 'assigned'],
  ['completed', 'completed'],
  ['addedLater', 'added later'],
  ['reprioritised', 'reprioritised'],
  ['slipped', 'slipped'],
] as const
const labelled = ({ milestone }: SeriesMilestone, text: string) =>
  new RegExp(`^${milestone.title}, ${text}: `)

test('by keyboard alone: Tab comes to the chart, arrows go through it, Enter opens, Esc leads back', async ({
  page,
  signIn,
  api,
}) => {
  const { series, last } = await figures(await api('julie'))
  const before = series.milestones[series.milestones.indexOf(last) - 1]
  if (!before) throw new Error('The sample has more than one milestone that is over.')
  await signIn('julie')
  await open(page, PAGE)
  const own = part(page, labelled(last, 'assigned'))
  await tabTo(page, own)
  await page.keyboard.press('ArrowLeft')
  await expect(part(page, labelled(before, 'assigned'))).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const [first] = series.milestones
  await expect(chart(page).locator(':focus')).toHaveAccessibleName(new RegExp(`^${first?.milestone.title}, `))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(list(page).getByRole('listitem')).toHaveCount(first?.parts.assigned.count ?? 0)
  await expect(page).toHaveURL(/list=assigned%40/)
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(part(page, labelled(first ?? last, 'assigned'))).toBeFocused()
})

test('issues, weight or table, how many, of which team and type: the address keeps it all', async ({
  page,
  signIn,
  api,
}) => {
  const client = await api('julie')
  const { series, last } = await figures(client)
  const team = series.teams[0]
  if (!team) throw new Error('The sample has teams.')
  await signIn('julie')
  await open(page, PAGE)
  await page.getByRole('button', { name: 'Weight', exact: true }).click()
  const byWeight = await client.ask(listSayDo, { group: GROUP, by: 'weight' })
  await expect(
    page.getByRole('heading', { name: `kept ${byWeight.whole.done} of ${byWeight.whole.said} in weight` }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const table = page.getByRole('table', { name: /^Said and done by milestone/ })
  const row = table.getByRole('row', { name: new RegExp(`^${last.milestone.title}`) })
  await expect(row).toContainText(`${last.percent} %`)
  await expectList(page, row.getByRole('link', { name: labelled(last, 'completed') }), last.done)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'All teams' }).click()
  await page.getByRole('menuitemcheckbox', { name: team.name }).click()
  await page.getByRole('button', { name: '12', exact: true }).click()
  await expect(page).toHaveURL(`${PAGE}?chart=table&team=${team.slug}&last=12`)
  const own = await client.ask(listSayDo, { group: GROUP, team: team.slug, last: 12 })
  const ownLast = own.milestones.find(({ milestone }) => milestone.slug === last.milestone.slug)
  const completed = new RegExp(`, completed: ${ownLast?.parts.completed.count} · `)
  await expect(row.getByRole('link', { name: completed })).toBeVisible()
  await page.reload()
  await expect(row.getByRole('link', { name: completed })).toBeVisible()
})

test('the chart is saved as a picture, a drawing, figures and Markdown', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, PAGE)
  const saved = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const png = await saved(/^Picture/)
  expect(png.name).toBe(`${GROUP}-say-do.png`)
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  const drawing = (await saved(/^Drawing/)).bytes.toString()
  expect(drawing).toContain('promises, ')
  expect(drawing).toContain('>added later<')
  expect(drawing).not.toMatch(/class=|oklch|var\(/)
  expect((await saved(/^Figures/)).bytes.toString()).toMatch(/milestone/i)
  expect((await saved(/^Table/)).bytes.toString()).toContain('| ')
})

test('a stakeholder reads the same sums, sees how many are not shown, and people are nowhere ranked', async ({
  page,
  signIn,
  api,
}) => {
  const { view, last } = await figures(await api('mohamed'))
  const theirs = await (
    await api('stakeholder')
  ).ask(readSayDo, {
    group: GROUP,
    milestone: last.milestone.slug,
  })
  await signIn('stakeholder')
  await open(page, PAGE)
  await expect(page.getByText(view.sentence)).toBeVisible()
  await part(page, labelled(last, 'assigned')).click()
  await expect(list(page)).toContainText(issues(view.sums.assigned.count))
  await expect(list(page).getByRole('listitem')).toHaveCount(theirs.assigned.length)
  if (theirs.notShown > 0) await expect(list(page)).toContainText(`${theirs.notShown} not shown`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main')).not.toContainText(/\bDRI\b/)
})

test('a milestone that runs shows what is left, and leads to its overview and back', async ({
  page,
  signIn,
  api,
}) => {
  const client = await api('julie')
  const view = await client.ask(readSayDo, { group: GROUP, milestone: 'current' })
  await signIn('julie')
  await open(page, `/${GROUP}/milestones/current`)
  await page.getByRole('main').getByRole('link', { name: 'Say/Do', exact: true }).click()
  await expect(page).toHaveTitle(`Say/Do · ${view.milestone.title} · Saydo`)
  await expect(page.getByText(view.sentence)).toBeVisible()
  const left = page.getByRole('region', { name: `${issues(view.left?.sum.count ?? 0)} left` })
  await expectList(page, left.getByRole('link', { name: 'Show as a list' }), view.left?.sum.count ?? 0)
  await page.getByRole('link', { name: 'Overview', exact: true }).last().click()
  await expect(page).toHaveTitle(`Milestone ${view.milestone.title} · Saydo`)
})

test('on paper it is black on white, without what is pressed', async ({ page, signIn }) => {
  await signIn('julie')
  await open(page, PAGE)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(picture(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'Four definitions' })).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('a group without a milestone is told what will stand here', async ({ page, baseURL, signIn }) => {
  const admin = await clientAt(baseURL ?? '', 'admin')
  const { group } = await admin.ask(createGroup, {
    name: `Beginners ${newWord()}`,
    zone: 'UTC',
    em: 'mohamed',
  })
  await signIn('mohamed')
  await open(page, `/${group}/say-do`)
  await expect(page.getByRole('heading', { level: 1, name: 'Say/Do' })).toBeVisible()
  await expect(page.getByText('No milestone has started yet.')).toBeVisible()
  await expectNoViolations(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('nothing lies beyond the window, the latest milestone is in sight, and a part opens by a tap', async ({
    page,
    signIn,
    api,
  }) => {
    const { last } = await figures(await api('julie'))
    await signIn('julie')
    await open(page, `${PAGE}?last=24`)
    await expectNoOverhang(page, PAGE)
    const figure = part(page, labelled(last, 'completed'))
    await figure.scrollIntoViewIfNeeded()
    await figure.tap()
    await expect(list(page).getByRole('listitem')).toHaveCount(last.done)
    await expectNoViolations(page)
  })
})
