import { expect, test } from 'vitest'
import { readCalendar } from '#lib/kit/ics/read.ts'
import { absencesIn, MOST_FROM_FILE } from './absences.ts'
import { calendar, days } from './testing/calendars.ts'

const BERLIN = { today: '2026-11-30', zone: 'Europe/Berlin' }

function read(text: string, where = BERLIN) {
  const file = readCalendar(text)
  if ('code' in file) throw new Error(file.because)
  const { absences, leftOut } = absencesIn(file, where)
  const spans = absences.map(({ from, to, fromNoon, untilNoon }) =>
    [`${from}${fromNoon ? ' from noon' : ''}`, `${to}${untilNoon ? ' until noon' : ''}`].join(' – '),
  )
  return { absences, spans, left: leftOut.map(({ code }) => code) }
}

const hours = (from: string, until: string, ...more: string[]) => [
  `DTSTART;TZID=Europe/Berlin:${from}`,
  `DTEND;TZID=Europe/Berlin:${until}`,
  ...more,
]

test('all-day events are days, and the day on which they end is not among them', () => {
  expect(read(calendar(days('20261221', '20261225'))).spans).toEqual(['2026-12-21 – 2026-12-24'])
  expect(read(calendar(['DTSTART;VALUE=DATE:20261221'])).spans).toEqual(['2026-12-21 – 2026-12-21'])
  expect(read(calendar(['DTSTART:20261221'])).spans).toEqual(['2026-12-21 – 2026-12-21'])
  expect(read(calendar(['DTSTART;VALUE=DATE:20261221', 'DURATION:P1W'])).spans).toEqual([
    '2026-12-21 – 2026-12-27',
  ])
  expect(read(calendar(days('20270227', '20270302'))).spans).toEqual(['2027-02-27 – 2027-03-01'])
  expect(read(calendar(days('20280228', '20280301'))).spans, 'a leap day').toEqual([
    '2028-02-28 – 2028-02-29',
  ])
  expect(
    read(calendar(hours('20261221T000000', '20261223T000000'))).spans,
    'as Exchange writes days',
  ).toEqual(['2026-12-21 – 2026-12-22'])
})

test('hours are a day, a half day, or nothing, with the reason', () => {
  const cases: [from: string, until: string, spans: string][] = [
    ['080000', '170000', '2026-12-21 – 2026-12-21'],
    ['090000', '150000', '2026-12-21 – 2026-12-21'],
    ['080000', '120000', '2026-12-21 – 2026-12-21 until noon'],
    ['095500', '130000', '2026-12-21 – 2026-12-21 until noon'],
    ['120000', '160000', '2026-12-21 from noon – 2026-12-21'],
    ['130000', '180000', '2026-12-21 from noon – 2026-12-21'],
    ['100000', '150000', 'midday'],
    ['100000', '125900', 'short'],
    ['173000', '233000', 'off_hours'],
    ['030000', '090000', 'off_hours'],
  ]
  for (const [from, until, spans] of cases) {
    const { spans: away, left } = read(calendar(hours(`20261221T${from}`, `20261221T${until}`)))
    expect([...away, ...left], `${from} – ${until}`).toEqual([spans])
  }
})

test('several days with hours begin when the first has work left, and end when the last had begun', () => {
  expect(read(calendar(hours('20261221T140000', '20261223T110000'))).spans).toEqual([
    '2026-12-21 from noon – 2026-12-23 until noon',
  ])
  expect(read(calendar(hours('20261221T200000', '20261224T070000'))).spans).toEqual([
    '2026-12-22 – 2026-12-23',
  ])
  expect(read(calendar(hours('20261221T200000', '20261222T060000'))).left).toEqual(['off_hours'])
  expect(read(calendar(hours('20261221T080000', '20261223T000000'))).spans).toEqual([
    '2026-12-21 – 2026-12-22',
  ])
})

test('the days are those of the group’s zone', () => {
  const tokyo = ['DTSTART;TZID=Asia/Tokyo:20261221T090000', 'DTEND;TZID=Asia/Tokyo:20261221T180000']
  expect(read(calendar(tokyo), { ...BERLIN, zone: 'Asia/Tokyo' }).spans).toEqual(['2026-12-21 – 2026-12-21'])
  expect(read(calendar(tokyo), BERLIN).spans, '01:00 to 10:00').toEqual(['2026-12-21 – 2026-12-21'])
  const utc = ['DTSTART:20261221T203000Z', 'DTEND:20261222T043000Z']
  expect(
    read(calendar(utc), { ...BERLIN, zone: 'Asia/Kolkata' }).spans,
    '02:00 to 10:00 of the next',
  ).toEqual(['2026-12-22 – 2026-12-22'])
  const floating = ['DTSTART:20261221T080000', 'DURATION:PT9H']
  expect(read(calendar(floating), { ...BERLIN, zone: 'America/Lima' }).spans).toEqual([
    '2026-12-21 – 2026-12-21',
  ])
})

test('zones of Windows, of addresses and of the file itself are known; others are not guessed', () => {
  const at = (zone: string) => [`DTSTART;TZID=${zone}:20270701T060000`, `DTEND;TZID=${zone}:20270701T150000`]
  const kolkata = { ...BERLIN, zone: 'Asia/Kolkata' }
  for (const zone of ['W. Europe Standard Time', '/example.org/20250101_1/Europe/Berlin', 'Europe/Berlin'])
    expect(read(calendar(at(zone)), kolkata).spans, zone).toEqual(['2027-07-01 – 2027-07-01'])
  expect(read(calendar(at('Office Hours')), kolkata).left).toEqual(['zone_unknown'])
  const own = [
    'BEGIN:VTIMEZONE\r\nTZID:Ours',
    'BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD',
    'BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT',
  ].join('\r\n')
  const ours = (day: string) =>
    calendar([`DTSTART;TZID=Ours:${day}T120000`, 'DURATION:PT4H']).replace('BEGIN:VEVENT', own)
  const utc = { ...BERLIN, zone: 'UTC' }
  expect(read(ours('20270701'), utc).left, '10:00 to 14:00').toEqual(['midday'])
  expect(read(ours('20270328'), utc).left, 'on the day of the change').toEqual(['midday'])
  expect(read(ours('20270327'), utc).left, '11:00 to 15:00').toEqual(['midday'])
  expect(read(ours('20270701').replace('T120000', 'T140000'), utc).spans, 'noon in UTC').toEqual([
    '2027-07-01 from noon – 2027-07-01',
  ])
  expect(read(ours('20270115').replace('T120000', 'T130000'), utc).spans, 'noon in UTC').toEqual([
    '2027-01-15 from noon – 2027-01-15',
  ])
})

test('what is cancelled, free, over, far away or unreadable is left out, and keeps nothing else out', () => {
  const good = days('20261221', '20261222')
  expect(
    read(
      calendar(
        days('20261201', '20261202', 'STATUS:CANCELLED'),
        days('20261201', '20261202', 'TRANSP:TRANSPARENT'),
        days('20260801', '20260815'),
        days('20310101', '20310102'),
        days('20270101', '20280601'),
        days('20261332', '20261401'),
        ['DTSTART;TZID=Europe/Berlin'],
        ['SUMMARY:Without days'],
        good,
      ),
    ),
  ).toMatchObject({
    spans: ['2026-12-21 – 2026-12-21'],
    left: [
      'not_readable',
      'not_readable',
      'not_readable',
      'cancelled',
      'free',
      'out_of_range',
      'out_of_range',
      'too_long',
    ],
  })
  const cancel = calendar(good).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL')
  expect(read(cancel)).toMatchObject({ spans: [], left: ['cancelled'] })
})

test('a series gives its days without exceptions, with those that were moved or added', () => {
  const fridays = days('20261204', '20261205', 'UID:friday', 'RRULE:FREQ=WEEKLY;COUNT=4')
  expect(read(calendar(fridays)).spans.map((one) => one.slice(0, 10))).toEqual([
    '2026-12-04',
    '2026-12-11',
    '2026-12-18',
    '2026-12-25',
  ])
  const changed = calendar(
    [...fridays, 'EXDATE;VALUE=DATE:20261211', 'RDATE;VALUE=DATE:20270115'],
    days('20261217', '20261218', 'UID:friday', 'RECURRENCE-ID;VALUE=DATE:20261218'),
    days('20261225', '20261226', 'UID:friday', 'RECURRENCE-ID;VALUE=DATE:20261225', 'STATUS:CANCELLED'),
  )
  expect(read(changed)).toMatchObject({
    spans: ['2026-12-04 – 2026-12-04', '2026-12-17 – 2026-12-17', '2027-01-15 – 2027-01-15'],
    left: ['cancelled'],
  })
})

test('a series of hours ends at its moment, across a change of the clocks', () => {
  const mornings = hours('20270325T080000', '20270325T120000', 'RRULE:FREQ=DAILY;UNTIL=20270329T060000Z')
  expect(read(calendar(mornings)).spans).toHaveLength(5)
  const shorter = hours('20270325T080000', '20270325T120000', 'RRULE:FREQ=DAILY;UNTIL=20270329T055959Z')
  expect(read(calendar(shorter)).spans, '07:59 in Berlin').toHaveLength(4)
  const without = [...mornings, 'EXDATE:20270326T070000Z', 'EXDATE;TZID=Europe/Berlin:20270329T080000']
  expect(read(calendar(without)).spans.map((one) => one.slice(0, 10))).toEqual([
    '2027-03-25',
    '2027-03-27',
    '2027-03-28',
  ])
})

test('the newest version of an event counts, and days in a row are one absence', () => {
  const versions = calendar(
    days('20261221', '20261222', 'UID:a', 'SEQUENCE:2'),
    days('20261222', '20261223', 'UID:a', 'SEQUENCE:1'),
  )
  expect(read(versions).spans).toEqual(['2026-12-21 – 2026-12-21'])
  const row = days('20261221', '20261222', 'RRULE:FREQ=DAILY;COUNT=4', 'SUMMARY:Away')
  expect(read(calendar(row)).spans).toEqual(['2026-12-21 – 2026-12-24'])
  expect(read(calendar(row, row)).spans, 'two calendars say the same').toEqual(['2026-12-21 – 2026-12-24'])
})

test('a title that says so is likely time off', () => {
  const guess = (title: string, ...more: string[]) =>
    read(calendar(days('20261221', '20261222', `SUMMARY:${title}`, ...more))).absences.map(
      ({ kind, likely }) => [kind, likely],
    )[0]
  expect(guess('Urlaub Ostsee')).toEqual(['vacation', true])
  expect(guess('Отпуск')).toEqual(['vacation', true])
  expect(guess('Out of office')).toEqual(['other', true])
  expect(guess('Product kick-off')).toEqual(['other', true])
  expect(guess('Team offsite')).toEqual(['other', false])
  expect(guess('Lisbon', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF')).toEqual(['other', true])
})

test('a series has an end, and so has a file', () => {
  const daily = days('20261201', '20261202', 'RRULE:FREQ=DAILY;INTERVAL=2')
  expect(read(calendar(daily))).toMatchObject({ left: ['too_many'] })
  expect(read(calendar(daily)).spans).toHaveLength(200)
  const titled = Array.from({ length: 12 }, (_, at) => [...daily, `SUMMARY:${at}`])
  expect(read(calendar(...titled)).spans).toHaveLength(MOST_FROM_FILE)
})

test.each([
  ['RRULE:FREQ=HOURLY'],
  ['RRULE:FREQ=DAILY;BYSETPOS=1'],
  ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
  ['RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'],
])('what a series of ours cannot be is said: %s', (...rules) => {
  expect(read(calendar(days('20261221', '20261222', ...rules)))).toMatchObject({
    spans: [],
    left: ['recurrence_not_supported'],
  })
})
