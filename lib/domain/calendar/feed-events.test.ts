import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { isoWeek } from '#lib/kit/plain-date.ts'
import { clockIn, dayIn } from '#lib/kit/zone.ts'
import { feedEvents, type FeedFacts } from './feed-events.ts'
import { partsOf } from './feed-names.ts'
import { feedText } from './feed.ts'

const AT = new Date('2026-11-30T10:00:00Z')
const GROUP = { slug: 'custom-models', name: 'Custom Models', zone: 'Europe/Berlin' }
const NONE: FeedFacts = { syncs: null, updates: null, milestones: [], activities: [], shifts: [] }
const TURN = { syncDay: 4, syncTime: '15:00', syncMinutes: 30 }

const textOf = (facts: Partial<FeedFacts>, of: 'me' | 'group' = 'me', zone = GROUP.zone) => {
  const feed = { of, group: { ...GROUP, zone }, person: 'Julie Huang', createdAt: AT }
  return feedText(feed, [], feedEvents(feed, { ...NONE, ...facts }))
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

const GOLDEN = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Saydo//Time off//EN',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  'X-WR-CALNAME:Julie Huang: calendar',
  'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  'X-PUBLISHED-TTL:PT1H',
  'BEGIN:VEVENT',
  'UID:sync-2026-W53@custom-models.saydo',
  'DTSTAMP:20261130T100000Z',
  'LAST-MODIFIED:20261130T100000Z',
  'DTSTART:20261231T140000Z',
  'DTEND:20261231T143000Z',
  'SUMMARY:Weekly sync',
  'TRANSP:TRANSPARENT',
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:update-2026-W53@custom-models.saydo',
  'DTSTAMP:20261130T100000Z',
  'LAST-MODIFIED:20261130T100000Z',
  'DTSTART;VALUE=DATE:20270101',
  'DTEND;VALUE=DATE:20270102',
  'SUMMARY:Your weekly update is due',
  'TRANSP:TRANSPARENT',
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

test('a calendar of syncs and update days is written byte by byte like this, also in the week 53', () => {
  const syncs = { turn: TURN, from: '2026-12-28', to: '2027-01-03', skipped: [] }
  expect(textOf({ syncs, updates: { day: 5, weeks: ['2026-W53'] } })).toBe(GOLDEN)
})

test('milestones, activities and shifts are whole days, which say what they are', () => {
  const facts = {
    milestones: [{ id: '7', title: '18.9', startOn: '2026-12-12', dueOn: '2027-01-15' }],
    activities: [{ id: 3, name: 'Evaluation review', days: ['2026-12-02', '2026-12-16'] }],
    shifts: [{ team: 'Gateway', teamId: 2, weekOn: '2026-12-07', person: 'Cindy Halim' }],
  }
  const said = (of: 'me' | 'group') =>
    eventsOf(textOf(facts, of)).map(({ summary, startDate, endDate }) => `${summary} ${startDate} ${endDate}`)
  expect(said('me')).toEqual([
    '18.9 starts 2026-12-12 2026-12-13',
    '18.9 ends, its outcome is frozen at the end of the day 2027-01-15 2027-01-16',
    'Evaluation review 2026-12-02 2026-12-03',
    'Evaluation review 2026-12-16 2026-12-17',
    'Triage of Gateway 2026-12-07 2026-12-12',
  ])
  expect(said('group').at(-1)).toBe('Cindy Halim: triage of Gateway 2026-12-07 2026-12-12')
})

test('a sync that is skipped is not in it, and a group without syncs has none', () => {
  const syncs = { turn: TURN, from: '2026-12-01', to: '2026-12-31', skipped: ['2026-W52'] }
  expect(eventsOf(textOf({ syncs })).map(({ uid }) => uid.split('@')[0])).toEqual([
    'sync-2026-W49',
    'sync-2026-W50',
    'sync-2026-W51',
    'sync-2026-W53',
  ])
  expect(eventsOf(textOf({ syncs: { ...syncs, turn: { ...TURN, syncDay: null } } }))).toEqual([])
})

test('whatever the zone, a sync is at its time on the wall clock, once in each week, over changes of clocks', () => {
  const zones = fc.constantFrom(
    'Pacific/Niue',
    'America/St_Johns',
    'Europe/Berlin',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
  )
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 5, max: 22 }),
      (zone, syncDay, hour) => {
        const syncTime = `${String(hour).padStart(2, '0')}:30`
        const turn = { syncDay, syncTime, syncMinutes: 45 }
        const syncs = { turn, from: '2026-10-01', to: '2027-04-30', skipped: [] }
        const events = eventsOf(textOf({ syncs }, 'me', zone))
        const begins = events.map(({ startDate }) => startDate.toJSDate())
        expect(begins.map((one) => clockIn(zone, one))).toEqual(begins.map(() => syncTime))
        const weeks = begins.map((one) => isoWeek(dayIn(zone, one)))
        expect(new Set(weeks).size).toBe(events.length)
        expect(events.map(({ uid }) => uid)).toEqual(weeks.map((week) => `sync-${week}@custom-models.saydo`))
        expect(events.every(({ duration }) => duration.toSeconds() === 45 * 60)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('what a person chooses is kept in one order, each once', () => {
  expect(partsOf(['shifts', 'away', 'shifts', 'syncs'])).toEqual(['away', 'syncs', 'shifts'])
})
