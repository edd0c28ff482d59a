import { expect, test } from 'vitest'

import { isZone } from '#lib/kit/zone.ts'

import { cityOfWindowsZone } from './windows-zones.ts'

test('a zone of Outlook has the clock of a city, however it is written', () => {
  expect(cityOfWindowsZone('W. Europe Standard Time')).toBe('Europe/Berlin')
  expect(cityOfWindowsZone('w. europe standard time')).toBe('Europe/Berlin')
  expect(cityOfWindowsZone('Pacific Standard Time')).toBe('America/Los_Angeles')
  expect(cityOfWindowsZone('India Standard Time')).toBe('Asia/Calcutta')
  expect(cityOfWindowsZone('UTC')).toBe('UTC')
})

test('a name that Windows does not have is none', () => {
  for (const name of ['', 'Europe/Berlin', 'Berlin Standard Time', ' UTC'])
    expect(cityOfWindowsZone(name)).toBeNull()
})

test('each city is a zone that this machine knows', () => {
  const names = [
    'Nepal',
    'Newfoundland',
    'Lord Howe',
    'Chatham Islands',
    'Marquesas',
    'Line Islands',
    'Samoa',
  ]
  for (const name of names) {
    const city = cityOfWindowsZone(`${name} Standard Time`)
    expect(city !== null && isZone(city), name).toBe(true)
  }
})
