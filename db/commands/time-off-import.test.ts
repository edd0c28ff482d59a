import { expect, test } from 'vitest'
import { calendar, days } from '#lib/domain/calendar/testing/calendars.ts'
import type { Ctx } from '../context.ts'
import { listEvents } from '../queries/events.ts'
import { listTimeOff } from '../queries/time-off.ts'
import { inWorld } from '../testing/world.ts'
import { addTimeOff } from './time-off.ts'
import { importTimeOff } from './time-off-import.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const WHOLE = { fromNoon: false, untilNoon: false }
const VACATION = { ...WHOLE, from: '2026-01-12', to: '2026-01-16', kind: 'vacation' as const }

const mine = async (ctx: Ctx) =>
  (await listTimeOff(ctx, { group })).items.filter((one) => one.mine).map(({ from, to }) => [from, to])

test('a file is reviewed beside what is there, and nothing is entered', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, { group, ...VACATION })
    const file = calendar(
      days('20260112', '20260117', 'SUMMARY:Vacation'),
      days('20260116', '20260121', 'SUMMARY:Vacation in Porto'),
      days('20260202', '20260203', 'SUMMARY:Moving'),
      days('20260204', '20260205', 'SUMMARY:Maybe', 'TRANSP:TRANSPARENT'),
    )
    const { proposals, leftOut, done } = await importTimeOff(julie, { group, file })
    expect(
      proposals.map(({ title, state, because, kind, likely }) => [title, state, because, kind, likely]),
    ).toEqual([
      ['Vacation', 'there', 'Already entered.', 'vacation', true],
      ['Vacation in Porto', 'overlaps', 'Overlaps your time off 12 – 16 Jan.', 'vacation', true],
      ['Moving', 'new', null, 'other', false],
    ])
    expect(leftOut).toEqual([
      {
        code: 'free',
        because: 'Marked as free in your calendar.',
        count: 1,
        items: [{ title: 'Maybe', day: '2026-02-04' }],
      },
    ])
    expect(done).toEqual([])
    expect(await mine(julie)).toEqual([['2026-01-12', '2026-01-16']])
  }))

test('what others have entered is not told in a review', () =>
  inWorld(async (em, { as }) => {
    await addTimeOff(em, { group, ...VACATION })
    const file = calendar(days('20260112', '20260117'))
    expect((await importTimeOff(await as('julie'), { group, file })).proposals).toMatchObject([
      { state: 'new', because: null },
    ])
  }))

test('what is chosen is entered at once, each refused in words, and undone together', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    const { event } = await addTimeOff(julie, { group, ...VACATION, kind: 'sick' })
    const apply = [
      VACATION,
      { ...VACATION, from: '2026-02-02', to: '2026-02-03' },
      { ...VACATION, from: '2026-02-03', to: '2026-02-04', untilNoon: true },
    ]
    const { done, refused } = await importTimeOff(julie, { group, apply })
    expect(refused).toMatchObject([
      { from: '2026-01-12', because: 'Julie Huang is already away 12 – 16 Jan. Change that entry.' },
    ])
    expect(done.map(({ warnings }) => warnings.map(({ because }) => because))).toEqual([
      [],
      ['Joined with 2 – 3 Feb.'],
    ])
    expect(await mine(julie)).toEqual([
      ['2026-01-12', '2026-01-16'],
      ['2026-02-02', '2026-02-04'],
    ])
    await undoEvent(julie, { group, event: done[0]?.event ?? 0 })
    expect(await mine(julie), 'one act').toEqual([['2026-01-12', '2026-01-16']])
    expect(event).toBeGreaterThan(0)
  }))

test('no event tells a kind or a title, and what is no calendar is refused', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    await importTimeOff(julie, { group, apply: [{ ...VACATION, kind: 'sick' }] })
    expect(JSON.stringify(await listEvents(julie, { group }))).not.toContain('sick')
    await expect(importTimeOff(julie, { group, file: 'Hello' })).rejects.toMatchObject({
      code: 'invalid',
      facts: { rule: 'no_calendar' },
    })
  }))

test('who has no time off here imports none', () =>
  inWorld(async (em, { as }) => {
    await em.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'julie')`,
    )
    const stakeholder = await as('julie')
    for (const input of [{ file: calendar(days('20260112', '20260117')) }, { apply: [VACATION] }])
      await expect(importTimeOff(stakeholder, { group, ...input })).rejects.toMatchObject({
        code: 'forbidden',
      })
  }))
