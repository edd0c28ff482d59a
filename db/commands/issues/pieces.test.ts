import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import { cardByRef } from '../../queries/cards.ts'
import { lastEvent } from '../../queries/events.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { undoEvent } from '../undo.ts'
import { changeIssues } from './bulk.ts'
import { commentOnIssue } from './comment.ts'
import { createIssue } from './create.ts'
import { PIECE } from './for-each-issue.ts'

const group = 'custom-models'
const refs: number[] = []

beforeAll(async () => {
  await useOwnDatabase()
  const ctx = await personCtx('mohamed')
  for (let at = 0; at < 2 * PIECE + 5; at += 1) {
    refs.push((await createIssue(ctx, { group, title: `Of many ${at}` })).card.ref)
  }
})

/** How many events of an act each of its transactions wrote. */
async function pieces(first: number): Promise<number[]> {
  const { rows } = await pool().query<{ events: number }>(
    `select count(*)::int as events from events where group_id = 1 and number >= $1 group by xact order by min(number)`,
    [first],
  )
  return rows.map(({ events }) => events)
}

const weight = async (ref: number | undefined) =>
  (await cardByRef(await personCtx('mohamed'), ref ?? 0))?.weight

test('a change of many issues lets others at the group between its pieces, and is one act', async () => {
  const ctx = await personCtx('mohamed')
  const first = (await lastEvent(ctx)) + 1
  const { done } = await changeIssues(ctx, { group, refs, change: { what: 'weight', weight: 2 } })
  expect(done.map(({ card }) => card.ref)).toEqual(refs)
  expect(await pieces(first)).toEqual([PIECE, PIECE, 5])
  const { rows } = await pool().query(
    `select distinct coalesce((data->>'act')::int, number) as act from events where group_id = 1 and number >= $1`,
    [first],
  )
  expect(rows).toEqual([{ act: first }])
})

test('its answer is kept as a whole: a retry is answered the same and changes nothing', async () => {
  const attempt = { key: 'again', endpoint: 'issues.bulk', bodyHash: 'x' }
  const ctx = { ...(await personCtx('mohamed')), attempt }
  const change = { what: 'weight', weight: 3 } as const
  const answer = await changeIssues(ctx, { group, refs, change })
  const newest = await lastEvent(ctx)
  await changeIssues(await personCtx('mohamed'), {
    group,
    refs: refs.slice(0, 1),
    change: { ...change, weight: 1 },
  })
  expect(await changeIssues(ctx, { group, refs, change })).toEqual(JSON.parse(JSON.stringify(answer)))
  expect(await lastEvent(ctx)).toBe(newest + 1)
  expect(await weight(refs[0])).toBe(1)
})

test('one that broke off between two pieces goes on where it ended when it is tried again', async () => {
  const attempt = { key: 'broken off', endpoint: 'issues.bulk', bodyHash: 'x' }
  const before = await personCtx('mohamed')
  const change = { what: 'weight', weight: 2 } as const
  await changeIssues(before, { group, refs: refs.slice(0, PIECE), change })
  const report = await changeIssues({ ...before, attempt }, { group, refs, change })
  expect(report.done.map(({ card }) => card.ref)).toEqual(refs.slice(PIECE))
  expect(report.refused.map(({ rule }) => rule)).toEqual(Array(PIECE).fill('unchanged'))
})

test('all of it is undone, piece by piece, as one act', async () => {
  const ctx = await personCtx('mohamed')
  const { done } = await changeIssues(ctx, { group, refs, change: { what: 'close', reason: 'moved' } })
  const event = done[0]?.event ?? 0
  const first = (await lastEvent(ctx)) + 1
  let below: number | undefined
  do below = (await undoEvent(ctx, { group, event, below })).next ?? undefined
  while (below !== undefined)
  expect((await pieces(first)).every((events) => events <= PIECE)).toBe(true)
  expect((await cardByRef(ctx, refs[0] ?? 0))?.state).toBe('open')
  expect((await cardByRef(ctx, refs.at(-1) ?? 0))?.state).toBe('open')
})

test('a text of ten thousand lines does what its last ones say, in one event each', async () => {
  const ctx = await personCtx('mohamed')
  const first = (await lastEvent(ctx)) + 1
  const body = '/weight 5\n/weight 1\n'.repeat(4900)
  await commentOnIssue(ctx, { group, ref: refs[3] ?? 0, body })
  expect(await pieces(first)).toEqual([1])
  expect(await weight(refs[3])).toBe(1)
  const labels = Array.from({ length: 21 }, (_, at) => `/label ~none${at}`).join('\n')
  await expect(commentOnIssue(ctx, { group, ref: refs[3] ?? 0, body: labels })).rejects.toMatchObject({
    detail: expect.stringMatching(/21 quick actions.*up to 20.*Your text is still here/),
  })
})
