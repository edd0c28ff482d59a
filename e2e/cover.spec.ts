import type { Page } from 'playwright/test'
import { setDuty } from '#lib/contract/capacity.ts'
import { addTimeOff, listTimeOff, removeTimeOff } from '#lib/contract/time-off.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import type { Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const JUNE = `/${GROUP}/time-off?month=2031-06`
const WEEK = '2031-06-09'
const panel = (page: Page) => page.getByRole('list', { name: /^Without cover/ }).getByRole('listitem')
const dayOf = (page: Page, team: string) => page.getByRole('row', { name: new RegExp(`^${team}`) })

async function teamOf(client: Client, name: string): Promise<string> {
  const { items } = await client.ask(listTeams, { group: GROUP })
  return items.find((team) => team.name === name)?.slug ?? ''
}

/** Patrick has triage of Gateway Services in a week of which he is away for two days. */
async function gapOfPatrick(em: Client, patrick: Client) {
  const team = await teamOf(em, 'Gateway Services')
  await em.ask(setDuty, { group: GROUP, team, week: WEEK, person: 'patrick' })
  const days = { from: '2031-06-11', to: '2031-06-12', kind: 'vacation' as const, note: 'Faro' }
  const { entry } = await patrick.ask(addTimeOff, { group: GROUP, ...days })
  return async () => {
    await patrick.ask(removeTimeOff, { group: GROUP, entry: entry.id })
    await em.ask(setDuty, { group: GROUP, team, week: WEEK, person: null })
  }
}

test('triage inside time off is hatched, asked about, and taken over by a colleague, who can give it back', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const clear = await gapOfPatrick(await api('mohamed'), await api('patrick'))
  await signIn('patrick')
  await open(page, JUNE)
  await expect(dayOf(page, 'Gateway Services').getByText('Patrick Cyiza, no cover')).toHaveCount(2)
  const gap = panel(page).filter({ hasText: 'Gateway Services, 11 – 12 Jun' })
  await expect(gap).toContainText('Patrick Cyiza has triage and is away.')
  await expectNoViolations(page)
  await gap.getByRole('button', { name: /^Find cover for Gateway Services/ }).click()
  await page.getByRole('menuitem', { name: 'Ask for cover' }).click()
  await expect(announcement(page)).toContainText('Asked for cover of triage: Gateway Services, 9 – 13 Jun.')
  await expect(gap).toContainText('Cover asked for on')

  const manoj = await asPerson('manoj')
  await open(manoj, `/${GROUP}/inbox`)
  const item = manoj
    .getByRole('list', { name: 'Inbox' })
    .getByRole('listitem')
    .filter({ hasText: 'cover of Patrick' })
  await expect(item).toContainText('Asked of you')
  await expect(item).not.toContainText(/vacation|Faro/i)
  await item.getByRole('link', { name: 'Gateway Services' }).click()
  await expect(manoj).toHaveURL(JUNE)
  await manoj
    .getByRole('button', { name: /^Gateway Services: no cover 11 – 12 Jun, cover asked for/ })
    .click()
  await manoj.getByRole('menuitem', { name: 'Take over' }).click()
  await expect(announcement(manoj)).toContainText('You have triage: Gateway Services, 9 – 13 Jun.')
  await expect(dayOf(manoj, 'Gateway Services').getByText('Manoj M J', { exact: true }).first()).toBeVisible()
  await expect(gap).toHaveCount(0)
  await manoj.getByRole('button', { name: 'Undo' }).click()
  await expect(gap).toHaveCount(1)
  await clear()
})

test('the engineering manager reads what an absence leaves alone, and gives the triage to another person', async ({
  page,
  signIn,
  api,
}) => {
  const clear = await gapOfPatrick(await api('mohamed'), await api('patrick'))
  await signIn('mohamed')
  await open(page, `/${GROUP}/inbox`)
  const item = page
    .getByRole('list', { name: 'Inbox' })
    .getByRole('listitem')
    .filter({ hasText: 'without cover for triage of Gateway Services in the week of 9 Jun' })
  await expect(item).toContainText('For your information')
  await expect(item).not.toContainText(/vacation|Faro/i)
  await item.getByRole('link', { name: 'Patrick Cyiza' }).click()
  await expect(page).toHaveURL(JUNE)
  await page.getByRole('button', { name: /^Gateway Services: no cover 11 – 12 Jun/ }).click()
  await page.getByRole('menuitem', { name: 'Give to Manoj M J' }).click()
  await expect(announcement(page)).toContainText('Manoj M J has triage: Gateway Services, 9 – 13 Jun.')
  await clear()
})

test('work that a person drives while away is asked about, and handed over where it is read', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const now = Date.now()
  const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10)
  const { items } = await (await api('mohamed')).ask(listTimeOff, { group: GROUP, from: day(0), to: day(4) })
  const handle =
    ['newick', 'patrick', 'cindy', 'manoj', 'julie', 'jordan'].find((one) =>
      items.every(({ person }) => person !== one),
    ) ?? ''
  const issue = await anIssue({ title: 'Drive me away', dri: handle })
  const client = await api(handle)
  const days = { from: day(1), to: day(4), kind: 'sick' as const }
  const { entry } = await client.ask(addTimeOff, { group: GROUP, ...days })
  await signIn(handle)
  await open(page, `/${GROUP}/time-off?month=${day(1).slice(0, 7)}`)
  const work = page.getByRole('list', { name: /^Active issues of/ })
  const line = work.getByRole('listitem').filter({ hasText: issue.title })
  await expect(line).toContainText(`is away ${spanText(days.from, days.to)}`)
  await line.getByRole('button', { name: `Ask for cover of #${issue.ref}` }).click()
  await expect(line).toContainText('Cover asked for on')
  await line.getByRole('button', { name: `Hand over #${issue.ref}` }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await client.ask(removeTimeOff, { group: GROUP, entry: entry.id })
  // a person who is away later in the month as well stays in the list for those days
  await expect(line.filter({ hasText: spanText(days.from, days.to) })).toHaveCount(0)
})
