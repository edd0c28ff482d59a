import { expect, test } from 'vitest'

import { asksForDriCover, isInDuty, newlyUncovered } from './uncovered.ts'

const gateway = { id: '3', name: 'Gateway Services' }
const week = (weekOn: string) => ({ team: gateway, weekOn })

test('an absence falls into a week of triage on its working days, not on the weekend after it', () => {
  const days = (fromOn: string, toOn: string) => isInDuty({ fromOn, toOn }, '2026-12-21')
  expect(days('2026-12-25', '2027-01-03')).toBe(true)
  expect(days('2026-12-26', '2026-12-27')).toBe(false)
  expect(days('2026-12-14', '2026-12-20')).toBe(false)
  expect(days('2026-12-14', '2026-12-21')).toBe(true)
})

test('for a single day no one is asked to cover what a person drives', () => {
  expect(asksForDriCover({ fromOn: '2026-12-21', toOn: '2026-12-21' })).toBe(false)
  expect(asksForDriCover({ fromOn: '2026-12-21', toOn: '2026-12-22' })).toBe(true)
})

test('of changed days only what they newly leave without cover is told', () => {
  const before = { duties: [week('2026-12-21')], driving: 2 }
  expect(newlyUncovered(before, before)).toBeNull()
  expect(newlyUncovered({ duties: [], driving: 0 }, null)).toBeNull()
  expect(newlyUncovered({ duties: [week('2026-12-21'), week('2026-12-28')], driving: 3 }, before)).toEqual({
    duties: [week('2026-12-28')],
    driving: 3,
  })
})
