import { listEvents, type EventEntry } from '#lib/contract/events.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { anApp, type App } from './app.ts'
import { boardAt, open } from './boards.ts'
import { clientAt, type Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'
import { aWriter, type Sent, type Writer } from './writers.ts'

const WRITERS = 8
const BEFORE = 160
const AFTER = 40
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 5)
type Victim = 'application' | 'database'
const VICTIMS: readonly (readonly Victim[])[] = [
  ['application'],
  ['database'],
  ['application', 'database'],
  ['database'],
  ['application'],
]

test('whatever is killed while people write, no acknowledged change is lost and the ledger has no gap', async ({
  page,
  context,
  forgive,
}) => {
  test.setTimeout(60_000 + ROUNDS * 60_000)
  forgive(/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)|50[03]/)
  const app = await anApp()
  try {
    await app.start()
    const client = await clientAt(app.address, 'mohamed')
    const [name = '', value = ''] = client.cookie.split('=')
    await context.addCookies([{ name, value, url: app.address }])
    await open(page, app.address + boardAt('build'))
    const writers = Array.from({ length: WRITERS }, (_, nth) => aWriter(client, `Writer ${nth}`))
    for (let round = 0; round < ROUNDS; round += 1) {
      const victims = VICTIMS[round % VICTIMS.length] ?? []
      await test.step(`round ${round + 1}: kill -9 of ${victims.join(' and ')}`, async () => {
        if (victims.includes('application')) await killApplication(app, writers, victims)
        else await killDatabase(app, client, writers)
        await settle(writers)
        await audit(client, writers)
      })
    }
    await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 })
    await page.close()
    expect(await app.stop(), 'it stops as if nothing had happened').toBe(0)
  } finally {
    await test.info().attach('what the application printed', { body: app.printed() })
    await page.close()
    await app.clear()
  }
})

/** It is started again by hand, and finds its database running or repairs it. */
async function killApplication(app: App, writers: Writer[], victims: readonly Victim[]) {
  const goal = answered(writers) + BEFORE
  await Promise.all([
    ...writers.map((writer) => writer.write(() => false)),
    untilAnswered(writers, goal).then(() => app.kill(...victims)),
  ])
  await app.start()
  expect(app.printed()).toContain(victims.includes('database') ? 'has recovered' : 'already running')
}

/** It comes back by itself, without a restart of the application, which says meanwhile that it cannot. */
async function killDatabase(app: App, client: Client, writers: Writer[]) {
  const refusedBefore = writers.flatMap(({ unavailable }) => unavailable).length
  const before = answered(writers) + BEFORE
  let enough = Infinity
  const kill = async () => {
    await untilAnswered(writers, before)
    await app.kill('database')
    enough = answered(writers) + AFTER
    return await healthUntilWell(client)
  }
  const [refusals] = await Promise.all([
    kill(),
    ...writers.map((writer) => writer.write(() => answered(writers) >= enough)),
  ])

  expect(refusals.length, 'health says that a part is down').toBeGreaterThan(0)
  for (const { status, retryAfter } of refusals) expect([status, retryAfter]).toEqual([503, '2'])
  const refused = writers.flatMap(({ unavailable }) => unavailable).slice(refusedBefore)
  expect(refused.length, 'writers are told to come back').toBeGreaterThan(0)
  for (const { headers, problem } of refused) {
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(problem).toMatchObject({ status: 503, code: 'unavailable' })
  }
}

const untilAnswered = (writers: Writer[], goal: number): Promise<void> =>
  expect.poll(() => answered(writers), { intervals: [10], timeout: 30_000 }).toBeGreaterThanOrEqual(goal)

/** What the health endpoint said while a part was down. */
async function healthUntilWell(client: Client): Promise<{ status: number; retryAfter: string | null }[]> {
  const refusals: { status: number; retryAfter: string | null }[] = []
  await expect
    .poll(
      async () => {
        const { status, headers } = await client.fetch('/api/health')
        if (status !== 200) refusals.push({ status, retryAfter: headers.get('retry-after') })
        return status === 200 && refusals.length > 0
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(true)
  return refusals
}

const answered = (writers: Writer[]): number => acknowledged(writers).length
const acknowledged = (writers: Writer[]): Sent[] =>
  writers.flatMap(({ sent }) => sent.filter(({ answer }) => answer))

/** Whoever got no answer sends the same again under the same key: it was made once, or is made now. */
async function settle(writers: Writer[]) {
  for (const { sent } of writers) {
    for (const one of sent.filter(({ answer }) => answer === null)) {
      one.answer = await one.send()
      one.ref = one.answer.card.ref
    }
  }
}

/** Each acknowledged change is in the ledger under its number, once, and its effect is there. */
async function audit(client: Client, writers: Writer[]) {
  const ledger = await wholeLedger(client)
  const newest = ledger[0]?.number ?? 0
  expect(ledger.map(({ number }) => number)).toEqual(Array.from({ length: newest }, (_, at) => newest - at))
  const byNumber = new Map(ledger.map((entry) => [entry.number, entry]))
  const all = acknowledged(writers)
  expect(new Set(all.map(({ answer }) => answer?.event)).size, 'no two changes share a number').toBe(
    all.length,
  )
  for (const { type, ref, answer } of all) {
    expect(byNumber.get(answer?.event ?? 0), `${type} ${answer?.event}`).toMatchObject({ type, issue: ref })
  }
  const titles = ledger.filter(({ type }) => type === 'issue.created').map(({ issueTitle }) => issueTitle)
  for (const { title } of all) if (title) expect(titles.filter((one) => one === title)).toHaveLength(1)
  for (const { sent } of writers) await expectEffects(client, sent)
}

/** The last change of its kind to the writer's present issue is what the issue shows. */
async function expectEffects(client: Client, sent: Sent[]) {
  const created = sent.findLast(({ type }) => type === 'issue.created')
  if (!created?.ref) throw new Error('A writer has created nothing.')
  const issue = await client.ask(readIssue, { group: GROUP, ref: created.ref })
  const last = (type: Sent['type']) => sent.findLast((one) => one.type === type && one.ref === created.ref)
  expect(issue.title).toBe(created.title)
  expect(issue.weight).toBe(last('issue.weighed')?.weight ?? null)
  const moved = last('issue.moved')
  if (moved?.labelId) expect(issue.labelIds).toContain(moved.labelId)
}

async function wholeLedger(client: Client): Promise<EventEntry[]> {
  const entries: EventEntry[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: EventEntry[]; next: string | null } = await client.ask(listEvents, {
      group: GROUP,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    })
    entries.push(...page.items)
    cursor = page.next
  }
  return entries
}
