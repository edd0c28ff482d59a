import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { verifyChain } from '#db/queries/chain.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { cookieOf } from './testing/ask.ts'
import { meansOf, prepare } from './testing/fixtures.ts'
import { type Handle, OURS } from './testing/means.ts'

type Process = { address: string; child: ChildProcess }

let here: Process | undefined
let there: Process | undefined

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await Promise.all((['em', 'engineer', 'pm'] as const).map(cookieOf))
  const both = await Promise.all([aProcess(), aProcess()])
  here = both[0]
  there = both[1]
})

afterAll(() => [here, there].forEach((one) => one?.child.kill('SIGKILL')))

async function aProcess(): Promise<Process> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'silent' },
  })
  const [address]: unknown[] = await once(createInterface(child.stdout), 'line')
  return { address: String(address), child }
}

type Reply = { status: number; retryAfter: string | null; body: Record<string, unknown> }

async function ask(
  at: Process | undefined,
  by: Handle,
  path: string,
  body?: object,
  key?: string,
): Promise<Reply> {
  const answer = await fetch(`${at?.address}/api/v1/groups/${OURS}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      cookie: await cookieOf(by),
      ...(body ? { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() }
}

/** All that a live stream tells until it has told of an event, or until it ends. */
async function streamUntil(at: Process | undefined, by: Handle) {
  const stop = new AbortController()
  const answer = await fetch(`${at?.address}/api/live?group=${OURS}`, {
    headers: { cookie: await cookieOf(by) },
    signal: stop.signal,
  })
  let text = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true })
    } catch {
      // Whoever closes it ends it.
    }
  })()
  return { text: () => text, ended: reading, close: () => stop.abort() }
}

test('what one process changes is told by the other, whose boards show it at once', async () => {
  const means = await meansOf('em')
  const labels = ['group::custom models', 'type::bug', 'workflow::problem validation']
  const ref = await means.issue({ milestone: 'next-1-3', labels })
  const cardIn = async (at: Process | undefined) => {
    const { body } = await ask(at, 'pm', '/boards/next-1-3')
    return JSON.stringify(body.cards).includes(`"ref":${ref},`) ? body.cards : null
  }
  expect(await cardIn(there)).toMatchObject([{ ref, dri: null }])
  const stream = await streamUntil(there, 'pm')
  const { body } = await ask(here, 'engineer', `/issues/${ref}/take`, {})
  await expect.poll(stream.text).toContain(`id: ${String(body.event)}\n`)
  stream.close()
  expect(await cardIn(there)).toMatchObject([{ ref, dri: 'engineer' }])
  const late = await ask(there, 'pm', `/issues/${ref}/take`, {})
  expect(late).toMatchObject({ status: 409, body: { rule: 'taken', winner: 'engineer' } })
})

test('of many who take one issue in two processes exactly one gets it', async () => {
  const means = await meansOf('em')
  for (let round = 0; round < 20; round += 1) {
    const ref = await means.issue()
    const hands = await Promise.all(
      [here, there, here, there].map((at, nth) =>
        ask(at, nth % 2 ? 'pm' : 'engineer', `/issues/${ref}/take`, {}),
      ),
    )
    expect(hands.filter(({ status }) => status === 200)).toHaveLength(1)
  }
})

/** Half of what it may take: nothing here is slow, and no idle connection may hold it up. */
const DRAINED_MS = 5_000

test('a process that is stopped under load ends in time and loses nothing that it acknowledged', async () => {
  const stream = await streamUntil(there, 'pm')
  const sent: { key: string; title: string; reply: Reply | null }[] = []
  const ended = new AbortController()
  const writer = async (at: Process | undefined) => {
    while (!ended.signal.aborted) {
      const one = { key: randomUUID(), title: `Under load ${randomUUID()}`, reply: null }
      const reply = await ask(at, 'em', '/issues', { title: one.title }, one.key).catch(() => null)
      sent.push({ ...one, reply })
      // Whoever is refused a connection may stop asking.
      if (reply === null) return
    }
  }
  const stop = async () => {
    await expect.poll(() => sent.length, { interval: 5, timeout: 30_000 }).toBeGreaterThan(60)
    const began = performance.now()
    there?.child.kill('SIGTERM')
    const [code]: unknown[] = await once(there?.child ?? process, 'exit')
    ended.abort()
    return { code, ms: performance.now() - began }
  }
  const writers = [here, here, there, there, there, there].map(writer)
  const { code, ms } = await stop()
  await Promise.all([...writers, stream.ended])
  expect(code).toBe(0)
  expect(ms).toBeLessThan(DRAINED_MS)

  const made = sent.filter(({ reply }) => reply?.status === 200)
  expect(made.length).toBeGreaterThan(60)
  for (const { reply } of sent.filter((one) => one.reply !== null && one.reply.status !== 200)) {
    expect(reply).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) })
    expect(reply?.body.detail).toMatch(/\.$/)
  }
  // What was not answered is asked for again under its key: it was made once, or is made now.
  for (const one of sent.filter(({ reply }) => reply?.status !== 200))
    one.reply = await ask(here, 'em', '/issues', { title: one.title }, one.key)
  const { rows } = await pool().query<{ title: string; number: number }>(
    `select i.title, e.number from issues i join events e on e.group_id = 1 and e.issue_number = i.number
      and e.type = 'issue.created' where i.group_id = 1 and i.title like 'Under load %'`,
  )
  expect(new Map(rows.map(({ title, number }) => [title, number]))).toEqual(
    new Map(sent.map(({ title, reply }) => [title, reply?.body.event])),
  )
  expect(rows).toHaveLength(sent.length)
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})
