import { listEvents } from '#lib/contract/events.ts'
import { weighIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('the activity tells everything that happened, as far back as one asks', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const issue = await anIssue({ title: 'Worth telling' })
  await (await api('patrick')).ask(weighIssue, { group: GROUP, ref: issue.ref, weight: 1 })
  await signIn('cindy')
  await open(page, `/${GROUP}/activity`)
  const lines = page.getByRole('main').getByRole('listitem')
  await expect(lines.first()).toContainText(`Patrick Cyiza changed the weight of #${issue.ref}`)
  await expect(lines.first().getByRole('link', { name: issue.title })).toBeVisible()
  await expect(lines).toHaveCount(100)
  await page.getByRole('button', { name: 'Show earlier' }).click()
  await expect(lines).toHaveCount(200)
})

test('the ledger has no gap from its first event to its last', async ({ api }) => {
  const client = await api('mohamed')
  const numbers: number[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: { number: number }[]; next: string | null } = await client.ask(listEvents, {
      group: GROUP,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    })
    numbers.push(...page.items.map(({ number }) => number))
    cursor = page.next
  }
  const newest = numbers[0] ?? 0
  expect(numbers).toEqual(Array.from({ length: newest }, (_, at) => newest - at))
})
