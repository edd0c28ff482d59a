import { describe, expect, test } from 'vitest'

import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { daysOf } from '#lib/domain/working-times.ts'

import type { Line } from '../lines.ts'
import { freeFor, stretchesOf, watchOf } from './gaps.ts'

const SHOWN = { from: '2026-12-01', to: '2026-12-31' }
const duty = (person: string) => ({
  team: 'gateway',
  week: '2026-12-21',
  person,
  name: person,
  asked: null,
  mayAsk: false,
  mayTake: false,
})

const away = (from: string, to: string, untilNoon = false): TimeOffEntry => ({
  id: 1,
  person: 'p',
  name: 'P',
  from,
  to,
  fromNoon: false,
  untilNoon,
  kind: null,
  note: null,
  shortNotice: false,
  mine: false,
  editable: false,
})

const line = (handle: string, entries: TimeOffEntry[] = [], holidays: string[] = []): Line => ({
  handle,
  name: handle,
  entries,
  sum: 0,
  days: daysOf(
    { times: [], holidays: holidays.map((day) => ({ day, name: 'Christmas', half: false })) },
    SHOWN.from,
    SHOWN.to,
  ),
})

const bars = (one: Line) =>
  stretchesOf(watchOf(duty(one.handle), [one], SHOWN)).map(
    ({ from, count, isMissed }) => `${from.slice(8)} ${count}${isMissed ? ' missed' : ''}`,
  )

describe('a week of triage', () => {
  test('is a bar over the days on which its person works, without holidays and weekends', () => {
    expect(bars(line('pat'))).toEqual(['21 5'])
    expect(bars(line('pat', [], ['2026-12-25']))).toEqual(['21 4'])
    expect(bars(line('pat', [], ['2026-12-23']))).toEqual(['21 2', '24 2'])
  })

  test('breaks where its person is away, for half a day too', () => {
    expect(bars(line('pat', [away('2026-12-23', '2026-12-24')], ['2026-12-25']))).toEqual([
      '21 2',
      '23 2 missed',
    ])
    expect(bars(line('pat', [away('2026-12-14', '2026-12-21', true)]))).toEqual(['21 1 missed', '22 4'])
  })

  test('is missed by a person who left the group, from Monday to Friday as far as it is shown', () => {
    expect(stretchesOf(watchOf({ ...duty('gone'), week: '2026-12-28' }, [], SHOWN))).toEqual([
      { from: '2026-12-28', count: 4, isMissed: true },
    ])
  })

  test('is covered by others of the team who are there on the days that are missed', () => {
    const lines = [
      line('pat', [away('2026-12-23', '2026-12-24')]),
      line('there'),
      line('away', [away('2026-12-24', '2026-12-24')]),
      line('back', [away('2026-12-21', '2026-12-22')]),
      line('other'),
      line('left'),
    ]
    const member = (person: string, team = 'gateway', to: string | null = null) => ({
      id: 1,
      person,
      name: person,
      team,
      kind: 'main' as const,
      percent: 100,
      from: '2026-01-01',
      to,
    })
    const memberships = [
      member('pat'),
      member('there'),
      member('away'),
      member('back'),
      member('other', 'models'),
      member('left', 'gateway', '2026-12-20'),
    ]
    const watch = watchOf(duty('pat'), lines, SHOWN)
    expect(freeFor(watch, lines, memberships).map(({ handle }) => handle)).toEqual(['there', 'back'])
  })
})
