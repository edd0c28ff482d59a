import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { listActivities } from '../../queries/activities.ts'
import { verifyChain } from '../../queries/chain.ts'
import { counterpartGroup, inGroupOf } from '../../testing/counterpart.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { undoEvent } from '../undo.ts'
import { createActivity } from './activities.ts'
import { recordOccurrence, withdrawOccurrence } from './record.ts'
import { answerShare, shareActivity } from './share.ts'

const group = 'custom-models'
const day = '2026-01-06'
const ROUNDS = Math.min(Number(process.env.RACE_ROUNDS ?? 10), 10)
let ours: Ctx
let theirs: Ctx
let [own, other] = [0, 0]

beforeAll(async () => {
  await useOwnDatabase()
  ours = await personCtx('mohamed')
  const julie = await personCtx('julie')
  const client = await pool().connect()
  await client.query('begin')
  const made = await counterpartGroup({ ...ours, db: client }, [ours, julie])
  await client.query('commit')
  client.release()
  theirs = inGroupOf(julie, made)
  const review = {
    kind: 'shared_review' as const,
    name: 'Review',
    every: 'week' as const,
    day: 2,
    from: '2025-12-01',
  }
  own = (await createActivity(ours, { group, ...review })).activity.id
  await shareActivity(ours, { group, activity: own, counterpart: made.slug })
  other = (await listActivities(theirs)).offers[0]?.id ?? 0
  await answerShare(theirs, { group: made.slug, activity: other, accept: true, owner: null })
})

const record = (ctx: Ctx) =>
  recordOccurrence(ctx, {
    group: ctx.group.slug,
    activity: ctx === ours ? own : other,
    day,
    state: 'happened',
  })

const recordedIn = async (ctx: Ctx) =>
  (await listActivities(ctx)).items[0]?.occurrences.find((one) => one.day === day)?.recorded?.by.handle

test(`of two who record one occurrence from two groups at once one does, and the other reads who, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = await Promise.allSettled([record(ours), record(theirs), record(ours), record(theirs)])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const by = await recordedIn(ours)
    expect(await recordedIn(theirs)).toBe(by)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ facts: { winner: by } })
    const back = round % 2 === 0 ? ours : theirs
    const activity = back === ours ? own : other
    await withdrawOccurrence(back, { group: back.group.slug, activity, occurrence: day })
    expect(await recordedIn(ours)).toBeUndefined()
    expect(await recordedIn(theirs)).toBeUndefined()
  }
  for (const { group: one } of [ours, theirs])
    expect(await verifyChain(pool(), one.id)).toMatchObject({ broken: null })
})

test('an undo on one side while the other records leaves both groups with the same', async () => {
  for (let round = 0; round < 2; round += 1) {
    const { event } = await record(theirs)
    await Promise.allSettled([undoEvent(theirs, { group: theirs.group.slug, event }), record(ours)])
    expect(await recordedIn(ours)).toBe(await recordedIn(theirs))
    if (await recordedIn(ours)) await withdrawOccurrence(ours, { group, activity: own, occurrence: day })
  }
})
