import { expect, test } from 'vitest'
import { before, calendarAround, during, timeboxes, versionOf } from './calendar.ts'

test('on 22 November 2026 the current milestone is 19.7, from 14 November to 11 December', () => {
  const all = timeboxes(calendarAround('2026-11-22'))
  expect(all.map((one) => one.title)).toEqual([
    '19.1',
    '19.2',
    '19.3',
    '19.4',
    '19.5',
    '19.6',
    '19.7',
    '19.8',
  ])
  expect(all[6]).toEqual({ title: '19.7', startOn: '2026-11-14', dueOn: '2026-12-11' })
})

test('a major version comes out each May', () => {
  expect([versionOf(2025, 5), versionOf(2025, 12), versionOf(2026, 4), versionOf(2026, 5)]).toEqual([
    '18.0',
    '18.7',
    '18.11',
    '19.0',
  ])
})

test.each(['2026-11-14', '2026-12-11', '2027-01-01', '2027-02-28', '2028-02-29'])(
  'on %s today lies in the seventh of eight milestones that follow each other',
  (today) => {
    const all = timeboxes(calendarAround(today))
    const current = all[6] ?? { startOn: '', dueOn: '' }
    expect(current.startOn <= today && today <= current.dueOn).toBe(true)
    for (const [place, one] of all.entries()) {
      const next = all[place + 1]
      if (next) expect(Date.parse(next.startOn) - Date.parse(one.dueOn)).toBe(86_400_000)
    }
  },
)

test('work happens on weekdays, between eight and five', () => {
  const calendar = calendarAround('2026-11-22')
  for (let part = 0; part < 1; part += 0.013) {
    const at = during(calendar, 6, part)
    expect(at.getUTCDay() % 6).not.toBe(0)
    expect(at.getUTCHours()).toBeGreaterThanOrEqual(8)
    expect(at.getUTCHours()).toBeLessThan(17)
  }
})

test('two working days before a Sunday is the Thursday, and never later than asked', () => {
  expect(before(new Date('2026-11-22T18:00:00Z'), 2).toISOString()).toMatch(/^2026-11-19/)
  const early = new Date('2026-11-23T05:00:00Z')
  expect(before(early, 0.1) < early).toBe(true)
})

test('more working days before is never later, at any hour of any day, and nothing happens out of hours', () => {
  for (let hour = 0; hour < 24 * 9; hour += 1.7) {
    const now = new Date(Date.parse('2026-11-28T00:00:00Z') + hour * 3_600_000)
    let later = now
    for (let days = 0.05; days < 9; days += 0.15) {
      const at = before(now, days)
      expect(at.getTime(), `${days} before ${now.toISOString()}`).toBeLessThan(later.getTime())
      expect(at.getUTCDay() % 6, at.toISOString()).not.toBe(0)
      expect(at.getUTCHours()).toBeGreaterThanOrEqual(8)
      expect(at.getUTCHours()).toBeLessThan(18)
      later = at
    }
  }
})
