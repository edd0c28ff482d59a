import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { forecastOf, type ForecastInput } from './forecast.ts'
import { type PastMilestone, placed, throughputOf, tooLittle } from './past.ts'
import { runTrials, TRIALS } from './trials.ts'

/** A milestone of twenty working days with five people, which closes an issue of weight 2 on each second day. */
const steady = (title: string, days = 20): PastMilestone => ({
  title,
  people: days * 5,
  length: days,
  days: Array.from({ length: days }, (_, at) => ({ place: at / days, count: at % 2, weight: (at % 2) * 2 })),
})
const past = ['19.6', '19.5', '19.4'].map((title) => steady(title))
const issue = (ref: number, weight = 2) => ({ ref, weight, state: 'in-dev' as const })
const daysOf = (days: number, people: number) => Array.from({ length: days }, () => ({ people }))
const input = (stated: Partial<ForecastInput> = {}): ForecastInput => ({
  past,
  ahead: daysOf(10, 5),
  done: { count: 5, weight: 10 },
  open: [1, 2, 3, 4, 5].map((ref) => issue(ref)),
  seed: 'a',
  ...stated,
})

describe('the forecast', () => {
  test('is about as good as the past: ten days at one issue in two days close five', () => {
    const { count, weight } = forecastOf(input()) ?? {}
    expect(count).toMatchObject({ done: 5, of: 10, likely: 10 })
    expect(count?.chance).toBeGreaterThan(0.55)
    expect(count?.chance).toBeLessThan(0.7)
    expect(weight).toMatchObject({ done: 10, of: 20, likely: 20 })
    expect(count?.sure).toBeLessThan(10)
    expect(count?.days).toHaveLength(10)
  })

  test('is the same for the same seed, and nearly the same for another', () => {
    expect(forecastOf(input())).toEqual(forecastOf(input()))
    const [one, other] = ['a', 'b'].map((seed) => forecastOf(input({ seed }))?.count.chance ?? 0)
    expect(Math.abs((one ?? 0) - (other ?? 1))).toBeLessThan(0.03)
  })

  test('is none with fewer than three closed milestones, and says how many there are', () => {
    expect(forecastOf(input({ past: past.slice(0, 2) }))).toBeNull()
    expect(tooLittle(2)).toBe('Too little history, 2 of 3 milestones')
  })

  test('is none where nothing is assigned, and certain where nothing is left', () => {
    expect(forecastOf(input({ open: [], done: { count: 0, weight: 0 } }))).toBeNull()
    const { count } = forecastOf(input({ open: [] })) ?? {}
    expect(count).toMatchObject({ chance: 1, likely: 5, low: 5, high: 5, sure: 5, of: 5 })
  })

  test('promises nothing more once no day is left', () => {
    expect(forecastOf(input({ ahead: [] }))?.count).toMatchObject({
      chance: 0,
      likely: 5,
      high: 5,
      days: [],
    })
  })

  test('counts who is away: with a fifth of the people it closes far less', () => {
    const few = forecastOf(input({ ahead: daysOf(10, 1) }))?.count
    expect(few?.likely).toBeLessThan(7)
    const off = forecastOf(input({ ahead: daysOf(10, 0) }))?.count
    expect(off).toMatchObject({ likely: 5, high: 5, chance: 0 })
  })
})

const days = fc.array(fc.record({ count: fc.nat(4), weight: fc.nat(9) }), { minLength: 1, maxLength: 12 })
const dayAhead = fc.record({ people: fc.nat(9), place: fc.double({ min: 0, max: 0.99, noNaN: true }) })
const histories = fc.array(days, { minLength: 3, maxLength: 6 })
const asPast = (list: { count: number; weight: number }[][]) =>
  list.map((one, at): PastMilestone => ({
    title: String(at),
    people: one.length * 4,
    length: one.length + (at % 3),
    days: one.map((day, nth) => ({ ...day, place: nth / one.length })),
  }))

test('more throughput never lowers the chance, nor anything else that is promised', () => {
  fc.assert(
    fc.property(
      histories,
      fc.array(dayAhead, { maxLength: 8 }),
      fc.nat(6),
      fc.nat(5),
      (list, ahead, size, more) => {
        const open = Array.from({ length: size }, (_, ref) => issue(ref))
        const told = (history: typeof list) =>
          forecastOf(input({ past: asPast(history), ahead, open, done: { count: 1, weight: 1 } }))
        const [less, richer] = [
          told(list),
          told(list.map((one) => one.map((day) => ({ count: day.count + more, weight: day.weight + more })))),
        ]
        for (const measure of ['count', 'weight'] as const) {
          for (const fact of ['chance', 'sure', 'likely', 'low', 'high'] as const)
            expect(richer?.[measure][fact]).toBeGreaterThanOrEqual(less?.[measure][fact] ?? Infinity)
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('one more day off never raises the chance, nor anything else that is promised', () => {
  const off = fc.record({ at: fc.nat(7), people: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(
      histories,
      fc.array(dayAhead, { minLength: 1, maxLength: 8 }),
      fc.nat(9),
      off,
      (list, ahead, size, { at, people }) => {
        const open = Array.from({ length: size }, (_, ref) => issue(ref))
        const away = ahead.map((one, place) =>
          place === at % ahead.length ? { ...one, people: one.people * people } : one,
        )
        const told = (days: typeof ahead) => forecastOf(input({ past: asPast(list), ahead: days, open }))
        const [all, fewer] = [told(ahead), told(away)]
        for (const measure of ['count', 'weight'] as const)
          for (const fact of ['chance', 'sure', 'likely', 'low', 'high'] as const)
            expect(fewer?.[measure][fact]).toBeLessThanOrEqual(all?.[measure][fact] ?? -1)
      },
    ),
    { numRuns: 40 },
  )
})

test('where a day lies in its milestone is a matter of the calendar, not of the people who work on it', () => {
  const days = [3, 0, 2, 2].map((people, at) => ({ day: `2026-11-1${at}`, people }))
  expect(placed(days).map(({ place }) => place)).toEqual([0, 0.25, 0.5, 0.75])
})

test('the fan never falls, never leaves what there is, and the likely line lies in its band', () => {
  fc.assert(
    fc.property(histories, fc.array(dayAhead, { maxLength: 8 }), fc.nat(9), (list, ahead, size) => {
      const open = Array.from({ length: size }, (_, ref) => issue(ref, ref % 4))
      const told = forecastOf(input({ past: asPast(list), ahead, open }))
      for (const fan of [told?.count, told?.weight]) {
        let before = { low: fan?.done ?? 0, likely: fan?.done ?? 0, high: fan?.done ?? 0 }
        for (const day of fan?.days ?? []) {
          expect(day.low).toBeGreaterThanOrEqual(before.low)
          expect(day.likely).toBeGreaterThanOrEqual(before.likely)
          expect(day.high).toBeGreaterThanOrEqual(before.high)
          expect(day.low <= day.likely && day.likely <= day.high && day.high <= (fan?.of ?? 0)).toBe(true)
          before = day
        }
      }
    }),
    { numRuns: 25 },
  )
})

test('a group that closes most at the end is expected to do so again', () => {
  const late = past.map(({ days, ...one }) => ({
    ...one,
    days: days.map(({ place }, at) => ({ place, count: at < 15 ? 0 : 1, weight: at < 15 ? 0 : 2 })),
  }))
  const days = placed(daysOf(20, 5).map((one, at) => ({ ...one, day: `2026-11-${at + 1}` })))
  const likely = (ahead: typeof days) => forecastOf(input({ past: late, ahead }))?.count.likely
  expect(likely(days.slice(0, 12)), 'the first twelve days').toBe(5)
  expect(likely(days.slice(12)), 'the last eight days').toBe(10)
})

test('what was closed on a day off counts for the next working day, or for the last one', () => {
  const working = [
    { day: '2026-11-13', people: 4 },
    { day: '2026-11-14', people: 0 },
    { day: '2026-11-16', people: 3.5 },
    { day: '2026-11-21', people: 0 },
  ]
  const closed = ['2026-11-13', '2026-11-14', '2026-11-21'].map((day) => ({ day, weight: 2 }))
  expect(throughputOf('19.6', working, closed)).toEqual({
    title: '19.6',
    people: 7.5,
    length: 4,
    days: [
      { place: 0, count: 1, weight: 2 },
      { place: 0.5, count: 2, weight: 4 },
    ],
  })
  expect(throughputOf('19.6', [{ day: '2026-11-14', people: 0 }], closed)).toBeNull()
})

test('each of the ten thousand trials ends somewhere', () => {
  const reached = runTrials({ past, ahead: daysOf(2, 5), open: { count: 1, weight: 3 }, seed: 'a' })
  for (const counts of [...reached.count, ...reached.weight])
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(TRIALS)
  expect(TRIALS).toBeGreaterThanOrEqual(10_000)
})

test('ten thousand trials of a milestone of twenty working days say what they cost', async ({ annotate }) => {
  const twenty = {
    past: [...past, ...past],
    ahead: Array.from({ length: 28 }, (_, at) => ({ people: at % 7 > 4 ? 0 : 5, place: at / 28 })),
  }
  const open = Array.from({ length: 40 }, (_, ref) => issue(ref))
  // processor time, which says the same on a busy machine; told, and held to nothing
  const times = Array.from({ length: 15 }, () => {
    const begin = process.cpuUsage()
    forecastOf(input({ ...twenty, open }))
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  }).toSorted((a, b) => a - b)
  await annotate(`10,000 trials over 20 of 28 days: median ${times[7]?.toFixed(1)} ms of processor time`)
  expect(forecastOf(input({ ...twenty, open }))?.count.of).toBe(45)
})
