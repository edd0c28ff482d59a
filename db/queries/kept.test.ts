import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createEpic } from '../commands/epics.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { createLabel } from '../commands/labels.ts'
import { createMilestone } from '../commands/milestones.ts'
import { addTimeOff } from '../commands/time-off.ts'
import type { Ctx } from '../context.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { actAtRandom } from '../testing/random-acts.ts'
import { anIssue } from '../testing/world.ts'
import { keptCapacity, readCapacity } from './capacity.ts'
import { lastEvent } from './events.ts'
import { keptReport, reportIssues } from './issue-report.ts'
import { keptByIssue, keptUntilChange, keptUntilTouched } from './kept.ts'
import { touchedSince } from './touched.ts'
import { readWeek } from './week.ts'

let ctx: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, {
    group: 'custom-models',
    title: '18.8',
    startOn: '2025-12-13',
    dueOn: '2026-01-09',
  })
  await createMilestone(ctx, {
    group: 'custom-models',
    title: '18.9',
    startOn: '2026-01-10',
    dueOn: '2026-02-13',
  })
  for (const title of ['One', 'Two']) await createEpic(ctx, { title })
  const labels = ['type::bug', 'workflow::in dev']
  for (const epic of [1, 1, 2, null, null]) await anIssue(ctx, { epic, labels, dri: 'julie' })
  for (const milestone of ['18.9', 'next-1-3', null])
    await anIssue(ctx, { milestone, labels: [], weight: null, confidential: true })
})

const later = (as: Ctx, ms: number): Ctx => ({ ...as, now: new Date(as.now.getTime() + ms) })
const outside = (as: Ctx): Ctx => ({ ...as, actor: { ...as.actor, roles: ['stakeholder'], admin: false } })
const DAY_MS = 86_400_000
const next = { milestone: '18.9' }

const steps = fc.array(
  fc.record({ act: fc.nat(999), who: fc.nat(99), ref: fc.nat(99), what: fc.nat(999), minutes: fc.nat(90) }),
  { minLength: 26, maxLength: 26 },
)

test('whatever people do and take back, what was kept is what a fresh read gives, for each sight and on each day', async () => {
  let [done, asks] = [0, 0]
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      for (const step of list) {
        ctx = later(ctx, step.minutes * 60_000)
        const { now } = ctx
        const as = async (handle: string) => ({ ...(await personCtx(handle)), now })
        if (await actAtRandom(ctx, as, step)) done += 1
        const newest = await lastEvent(ctx)
        for (const reader of [ctx, outside(ctx), await as('jordan'), later(ctx, 9 * DAY_MS)]) {
          expect(await keptReport(reader, newest)).toEqual(await reportIssues(reader))
          expect(await readWeek(reader, newest)).toEqual(await readWeek(reader))
          expect(await keptCapacity(reader, newest, next)).toEqual(await readCapacity(reader, next))
          asks += 1
        }
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(10)
  expect(asks).toBe(3 * 26 * 4)
}, 300_000)

test('it is read once after each event, on each day and for each sight, and again where it failed', async () => {
  let reads = 0
  let fails = false
  const kept = keptUntilChange(
    async () => {
      reads += 1
      if (fails) throw new Error('The database is unavailable.')
      return reads
    },
    { most: 2 },
  )
  expect(await Promise.all([kept(ctx, 5), kept(ctx, 5), kept(ctx, 4)])).toEqual([1, 1, 1])
  expect(await kept(ctx, 6)).toBe(2)
  expect(await kept(later(ctx, DAY_MS), 6)).toBe(3)
  expect(await kept(outside(ctx), 6)).toBe(4)
  // Of three answers the first one made is forgotten.
  expect(await kept(ctx, 6)).toBe(5)
  expect(await kept(ctx, null)).toBe(6)
  expect(await kept({ ...ctx, inside: true }, 6)).toBe(7)
  fails = true
  await expect(kept(ctx, 7)).rejects.toThrow('unavailable')
  fails = false
  expect(await kept(ctx, 7)).toBe(9)
})

test('capacity is kept while issues change, and read again once a person is away', async () => {
  let reads = 0
  const kept = keptUntilTouched<number, string>(['time_off'], async () => (reads += 1))
  const weigh = (weight: number) => weighIssue(ctx, { group: 'custom-models', ref: 1, weight })
  const asked = async (input = 'a') => kept(ctx, await lastEvent(ctx), input)
  expect(await asked()).toBe(1)
  for (const weight of [1, 2]) {
    await weigh(weight)
    expect(await asked()).toBe(1)
  }
  expect(await asked('b')).toBe(2)
  await addTimeOff(ctx, {
    group: 'custom-models',
    from: '2026-01-12',
    to: '2026-01-16',
    kind: 'vacation',
  })
  expect(await asked()).toBe(3)
})

test('what is mended was read before: what failed, or is of another day, is read', async () => {
  const done: string[] = []
  let fails = true
  const read = async () => {
    done.push('read')
    if (fails) throw new Error('The database is unavailable.')
    return 'read'
  }
  const mend = async (_: Ctx, old: string, from: number) => {
    done.push(`mended from ${from}`)
    return `${old}, mended`
  }
  const kept = keptUntilChange(read, { mend })
  await expect(kept(ctx, 5)).rejects.toThrow('unavailable')
  fails = false
  expect(await kept(ctx, 6)).toBe('read')
  expect(await Promise.all([kept(ctx, 8), kept(ctx, 8)])).toEqual(['read, mended', 'read, mended'])
  expect(await kept(later(ctx, DAY_MS), 8)).toBe('read')
  expect(done).toEqual(['read', 'read', 'mended from 6', 'read'])
})

test('after more changes than it is worth, or of a label, the triage report is read anew, with the same answer', async () => {
  const both = async () => [await keptReport(ctx, await lastEvent(ctx)), await reportIssues(ctx)]
  await both()
  for (let weight = 1; weight <= 205; weight += 1)
    await weighIssue(ctx, { group: 'custom-models', ref: 1 + (weight % 3), weight: weight % 9 })
  const [kept, fresh] = await both()
  expect(kept).toEqual(fresh)
  expect(await touchedSince(ctx, (await lastEvent(ctx)) - 205, [])).toBeNull()
  const { refs } = (await touchedSince(ctx, (await lastEvent(ctx)) - 3, ['label'])) ?? { refs: [] }
  expect(refs).toEqual([1, 2, 3])
  await createLabel(ctx, { group: 'custom-models', title: 'spare' })
  expect(await touchedSince(ctx, (await lastEvent(ctx)) - 1, ['label'])).toBeNull()
  expect(await touchedSince(ctx, await lastEvent(ctx), ['label'])).toEqual({ newest: null, refs: [] })
})

test('rows of issues are kept but for those that events are about, and all are read again after other changes', async () => {
  const [one, two, three] = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
  const asked: (readonly number[] | null)[] = []
  // Nothing is found of the second once it was changed.
  const kept = keptByIssue<{ ref: number; reading: number }, string>(['labels'], async (_, __, refs) => {
    asked.push(refs)
    const found = refs ? refs.filter((ref) => ref !== two) : [one, two, three]
    return found.map((ref) => ({ ref, reading: asked.length }))
  })
  const read = async () => {
    const rows = await kept(ctx, await lastEvent(ctx), 'a')
    return rows.toSorted((a, b) => a.ref - b.ref).map(({ ref, reading }) => [ref, reading])
  }
  const weigh = (ref: number) => weighIssue(ctx, { group: 'custom-models', ref, weight: 3 })
  const whole = [one, two, three].map((ref) => [ref, 1])
  expect(await read()).toEqual(whole)
  expect(await read()).toEqual(whole)
  await weigh(three)
  expect(await read()).toEqual([
    [one, 1],
    [two, 1],
    [three, 2],
  ])
  await weigh(two)
  expect(await read()).toEqual([
    [one, 1],
    [three, 2],
  ])
  await createEpic(ctx, { title: 'Three' })
  expect(await read(), 'an epic is none of its topics').toHaveLength(2)
  await createLabel(ctx, { group: 'custom-models', title: 'Another' })
  expect(await read()).toEqual([one, two, three].map((ref) => [ref, 4]))
  expect(asked).toEqual([null, [three], [two], null])
})
