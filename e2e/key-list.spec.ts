import type { Locator, Page } from 'playwright/test'
import { listEpics } from '#lib/contract/epics.ts'
import { addPoint } from '#lib/contract/syncs.ts'
import { boardAt, open } from './boards.ts'
import { daysAgo, openPast } from './past.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('every page lists its own keys first, each of them once, and the keys of all the others as they list them', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue()
  const julie = await api('julie')
  const [epic] = (await julie.ask(listEpics, { group: GROUP })).items
  await julie.ask(addPoint, { group: GROUP, text: 'Keys of the room.' })
  await signIn('julie')
  const listed = new Map<string, string[]>()
  for (const address of [
    boardAt('build'),
    `/${GROUP}/issues`,
    `/${GROUP}/issues/${issue.ref}`,
    `/${GROUP}/inbox`,
    `/${GROUP}/pings`,
    `/${GROUP}/epics`,
    `/${GROUP}/models`,
    `/${GROUP}/epics/${epic?.number}`,
    `/${GROUP}/week`,
    `/${GROUP}/status?view=mine`,
    `/${GROUP}/status?view=group`,
    `/${GROUP}/search`,
    `/${GROUP}/milestones/current`,
    `/${GROUP}/milestones/next/capacity`,
    `/${GROUP}/milestones/next/plan`,
    `/${GROUP}/say-do`,
    `/${GROUP}/insights`,
    `/${GROUP}/dris`,
    `/${GROUP}/drift`,
    `/${GROUP}/push-backs`,
    `/${GROUP}/retrospectives`,
    `/${GROUP}/retrospectives/${daysAgo(0).slice(0, 7)}`,
    `/${GROUP}/sync`,
    `/${GROUP}/ownership?at=${daysAgo(1)}`,
  ]) {
    await (address.includes('at=') ? openPast(page, address) : open(page, address))
    const here = await keysOf(await keysDialog(page), 'On this page')
    const keys = here.flatMap(({ keys }) => keys)
    expect(keys.length, address).toBeGreaterThan(8)
    expect(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      address,
    ).toEqual([])
    for (const { title, lines } of here) if (!listed.has(title)) listed.set(title, lines)
    await page.keyboard.press('Escape')
  }
  await open(page, `/${GROUP}/people`)
  const others = await keysOf(await keysDialog(page), 'On other pages')
  expect(others.map(({ title }) => title).toSorted()).toEqual(
    [...listed.keys()].filter((title) => !['Everywhere', 'Go to', 'New'].includes(title)).toSorted(),
  )
  for (const { title, lines } of others) {
    expect(lines.toSorted(), title).toEqual(listed.get(title)?.toSorted())
  }
})

async function keysDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(async () => {
    if (await dialog.isHidden()) await page.keyboard.press('?')
    await expect(dialog).toBeVisible({ timeout: 500 })
  }).toPass()
  return dialog
}

/** What a part of the dialog says: its titles, each with its lines and its keys. */
const keysOf = (dialog: Locator, part: string) =>
  dialog
    .getByRole('region', { name: part })
    .locator('dl')
    .evaluateAll((lists) =>
      lists.map((list) => ({
        title: list.getAttribute('aria-label') ?? '',
        lines: [...list.children].map((line) => line.textContent ?? ''),
        keys: [...list.querySelectorAll('dd')].flatMap((one) => {
          const after = one.getAttribute('data-after')
          const own = [...one.querySelectorAll('[data-key]')].map((key) => key.getAttribute('data-key'))
          return own.filter((key) => key !== after).map((key) => `${after ?? ''} ${key}`)
        }),
      })),
    )
