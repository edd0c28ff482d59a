import { assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendar } from '#lib/kit/ics/read.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { absencesIn } from './absences.ts'
import { feedText } from './feed.ts'

const AT = new Date('2026-11-30T10:00:00Z')
const BERLIN = { slug: 'custom-models', name: 'Custom Models', zone: 'Europe/Berlin' }
const DAYS = { fromOn: '2026-12-21', toOn: '2026-12-24', fromNoon: false, untilNoon: false }
const JULIE = { ...DAYS, id: 7, name: 'Julie Huang', createdAt: AT }

test('a feed of one’s own says “Away”, that of a group says who, and neither says why', () => {
  const own = feedText({ of: 'me', group: BERLIN, person: 'Julie Huang' }, [JULIE])
  expect(own).toContain('SUMMARY:Away\r\n')
  expect(own).toContain('UID:time-off-7@custom-models.saydo\r\n')
  expect(own).toContain('DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20261225\r\n')
  const group = feedText({ of: 'group', group: BERLIN, person: 'Julie Huang' }, [JULIE])
  expect(group).toContain('SUMMARY:Julie Huang away\r\n')
  expect(group, 'it takes nobody else’s time').toContain('TRANSP:TRANSPARENT\r\n')
})

test('half days are hours of the group’s clock, in UTC', () => {
  const lines = (days: object) => feedText({ of: 'me', group: BERLIN, person: '' }, [{ ...JULIE, ...days }])
  expect(lines({ toOn: '2026-12-21', fromNoon: true })).toContain(
    'DTSTART:20261221T110000Z\r\nDTEND:20261221T160000Z',
  )
  expect(lines({ fromOn: '2027-07-01', toOn: '2027-07-01', untilNoon: true })).toContain(
    'DTSTART:20270701T060000Z\r\nDTEND:20270701T100000Z',
  )
  expect(lines({ fromNoon: true })).toContain('DTSTART:20261221T110000Z\r\nDTEND:20261224T230000Z')
})

test('no line is longer than 75 bytes, no character is cut, and names keep their commas', () => {
  const name = `Li, "Ünïcode"; ${'🦊'.repeat(40)}\r\nBEGIN:VEVENT`
  const text = feedText({ of: 'group', group: BERLIN, person: '' }, [{ ...JULIE, name }])
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(
    `SUMMARY:Li\\, "Ünïcode"\\; ${'🦊'.repeat(40)} BEGIN:VEVENT away\r\n`,
  )
  expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1)
  const named = feedText({ of: 'group', group: { ...BERLIN, name: 'A, B; C' }, person: '' }, [])
  expect(named).toContain('X-WR-CALNAME:A\\, B\\; C: away\r\n')
  expect(named).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n[^]*END:VCALENDAR\r\n$/)
})

test('what is written is read again as the same days, in any zone', () => {
  const zones = constantFrom(
    'Europe/Berlin',
    'Asia/Kolkata',
    'America/St_Johns',
    'Pacific/Apia',
    'Africa/Cairo',
  )
  const entry = record({
    from: integer({ min: 0, max: 600 }),
    length: integer({ min: 0, max: 40 }),
    fromNoon: boolean(),
    untilNoon: boolean(),
  })
  assert(
    property(entry, zones, ({ from, length, fromNoon, untilNoon }, zone) => {
      const [fromOn, toOn] = [addDays('2026-11-30', from), addDays('2026-11-30', from + length)]
      const days = { fromOn, toOn, fromNoon, untilNoon: untilNoon && !(fromNoon && length === 0) }
      const text = feedText({ of: 'me', group: { ...BERLIN, zone }, person: 'Julie' }, [
        { ...JULIE, ...days },
      ])
      const file = readCalendar(text)
      if ('code' in file) throw new Error(file.because)
      const { absences, leftOut } = absencesIn(file, { today: '2026-11-30', zone })
      expect(leftOut).toEqual([])
      expect(absences).toMatchObject([
        { from: fromOn, to: toOn, fromNoon: days.fromNoon, untilNoon: days.untilNoon, likely: true },
      ])
    }),
    { numRuns: 100 },
  )
})
