import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { endOfDay } from '#lib/kit/zone.ts'

import type { Milestone, Shelf } from '../milestones.ts'
import { proposedReason, type SlipFacts } from './proposal.ts'
import { daysLeft, destinationsOf, reopenUntil, whyNotChoice, whyNotClose, whyNotReopen } from './rules.ts'
import { sayDoPercent, sayDoText } from './say-do.ts'
import { conditionOf } from './span.ts'
import { because } from '#lib/domain/testing/because.ts'

const box = (title: string, startOn: string, dueOn: string, closedAt: string | null = null) => ({
  id: title,
  slug: title,
  title,
  kind: 'timebox' as const,
  shelf: null,
  startOn,
  dueOn,
  closedAt,
})
const shelf = (slug: Shelf): Milestone & { slug: string } => ({
  id: slug,
  slug,
  title: slug,
  kind: 'shelf',
  shelf: slug,
  startOn: null,
  dueOn: null,
  closedAt: null,
})
const june = box('19.7', '2026-06-01', '2026-06-28')

test('a milestone closes from its due day on, earlier when it is confirmed, and not before its start', () => {
  const code = (today: string, early = false) => whyNotClose(june, today, early)?.code ?? null
  expect(code('2026-06-28')).toBeNull()
  expect(code('2026-08-01')).toBeNull()
  expect(code('2026-06-27')).toBe('closes_early')
  expect(code('2026-06-27', true)).toBeNull()
  expect(code('2026-05-31', true)).toBe('not_started')
  expect(whyNotClose(june, '2026-06-27', false)?.because).toBe(
    '19.7 ends in 1 day. Confirm that you close it early.',
  )
  expect(whyNotClose({ ...june, closedAt: '2026-06-28T12:00:00Z' }, '2026-06-28', true)?.code).toBe(
    'not_open',
  )
  expect(whyNotClose(shelf('backlog'), '2026-06-28', true)?.because).toBe(
    'backlog is a shelf. Shelves stay open.',
  )
  expect([daysLeft('2026-06-28', '2026-06-16'), daysLeft('2026-06-28', '2026-07-02')]).toEqual([12, 0])
})

test('it is reopened within 24 hours, to the millisecond, whatever the clocks do in between', () => {
  const closedAt = new Date('2026-03-28T20:00:00Z')
  const milestone = { title: '19.4', closedAt: closedAt.toISOString() }
  const until = reopenUntil(closedAt)
  expect(until.toISOString()).toBe('2026-03-29T20:00:00.000Z')
  expect(whyNotReopen(milestone, until)).toBeNull()
  expect(whyNotReopen(milestone, new Date(until.getTime() + 1))?.code).toBe('too_old')
  expect(whyNotReopen({ ...milestone, closedAt: null }, until)?.code).toBe('open')
})

test('what is open goes to the milestone that follows and is not over, to a shelf, or nowhere', () => {
  const july = box('19.8', '2026-06-29', '2026-07-26')
  const august = box('19.9', '2026-07-27', '2026-08-23')
  const all = [august, july, june, shelf('next-1-3'), shelf('backlog')]
  const places = (today: string, list = all) =>
    destinationsOf(list, june, today).map(({ slug, to }) => `${to} ${slug}`)
  expect(places('2026-06-28')).toEqual(['next 19.8', 'shelf next-1-3', 'shelf backlog'])
  expect(places('2026-07-10'), 'late, within the next one').toContain('next 19.8')
  expect(places('2026-08-01'), 'so late that the next one is over').toContain('next 19.9')
  const closed = all.map((one) => (one === july ? { ...july, closedAt: '2026-06-29T00:00:00Z' } : one))
  expect(places('2026-06-28', closed)).toContain('next 19.9')
  expect(places('2026-06-28', [june])).toEqual([])
})

test('an open Deliverable needs both, what is no slip a destination alone, what has left nothing', () => {
  const places = [{ slug: '19.8' }, { slug: 'backlog' }]
  const why = (kept: { open: boolean; slipped: boolean }, choice: Parameters<typeof whyNotChoice>[1]) =>
    whyNotChoice(kept, choice, places)?.because ?? null
  const open = { open: true, slipped: true }
  expect(why(open, null)).toBe('Choose a destination and a reason.')
  expect(why(open, { reason: 'scope' })).toBe('Choose a destination.')
  expect(why(open, { destination: null })).toBe('Choose a reason.')
  expect(why(open, { destination: '20.0', reason: 'scope' })).toContain('next milestone')
  expect(why(open, { destination: null, reason: 'other', text: ' ' })).toBe('Write why it slipped.')
  expect(why(open, { destination: 'backlog', reason: 'other', text: 'The vendor left.' })).toBeNull()
  expect(why({ open: true, slipped: false }, { destination: '19.8' })).toBeNull()
  expect(why({ open: true, slipped: false }, null)).toBe('Choose a destination.')
  expect(why({ open: false, slipped: true }, null)).toBeNull()
})

test('a reason is proposed from what the record knows, and none where it knows nothing', () => {
  const plain: SlipFacts = {
    dropped: null,
    blockedNow: false,
    blockedDays: 0,
    awayDays: 0,
    weight: 2,
    firstWeight: 2,
  }
  const proposed = (facts: Partial<SlipFacts>) => proposedReason({ ...plain, ...facts })
  expect(proposed({})).toBeNull()
  expect(proposed({ blockedNow: true, blockedDays: 6 })).toEqual({
    reason: 'blocked',
    because: 'Blocked for 6 days.',
  })
  expect(proposed({ weight: 3, blockedDays: 4 })?.reason).toBe('bigger')
  expect(proposed({ weight: 3, firstWeight: null })).toBeNull()
  expect(proposed({ weight: 1 })).toBeNull()
  expect(proposed({ blockedDays: 3, awayDays: 9 })?.reason).toBe('blocked')
  expect(proposed({ awayDays: 3 })?.because).toBe('The DRI was away for 3 days.')
  expect(proposed({ awayDays: 2, blockedDays: 2 })).toBeNull()
  expect(proposed({ dropped: 'It was taken out of the milestone.', blockedNow: true })?.reason).toBe(
    'deprioritised',
  )
})

test('7 of 10 are 70 %, and where nothing was assigned there is no ratio', () => {
  expect(sayDoText({ assigned: 10, completed: 7 })).toBe('7 of 10 kept, 70 %')
  expect(sayDoPercent({ assigned: 0, completed: 0 })).toBeNull()
  expect(sayDoText({ assigned: 0, completed: 0 })).toBe('nothing was assigned')
})

test('the end is that of the due day in the zone of the group, or the closing if it is earlier', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Lisbon', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC'),
      fc.integer({ min: -80, max: 80 }),
      (zone, hours) => {
        const dueOn = '2026-03-29'
        const end = endOfDay(zone, dueOn)
        const closedAt = new Date(end.getTime() + hours * 3_600_000)
        const timebox = { id: '7', startOn: '2026-03-01', dueOn }
        const { to, from } = conditionOf(timebox, { zone, closedAt })
        expect(to.getTime()).toBe(hours < 0 ? closedAt.getTime() + 1 : end.getTime())
        expect(from < end).toBe(true)
        expect(conditionOf(timebox, { zone, closedAt: null }).to).toEqual(end)
      },
    ),
  )
})

test('what cannot be closed or opened again says why, with the day or the days left', () => {
  expect(because(whyNotClose(shelf('backlog'), '2026-06-28', true))).toBe(
    'backlog is a shelf. Shelves stay open.',
  )
  expect(because(whyNotClose({ ...june, closedAt: '2026-06-28T12:00:00Z' }, '2026-06-28', true))).toBe(
    '19.7 is already closed.',
  )
  expect(because(whyNotClose(june, '2026-05-31', true))).toBe(
    '19.7 starts on 2026-06-01. It can be closed after that.',
  )
  expect(because(whyNotClose(june, '2026-06-20', false))).toBe(
    '19.7 ends in 8 days. Confirm that you close it early.',
  )
  expect(because(whyNotReopen(june, new Date()))).toBe('19.7 is already open.')
  const closedAt = '2026-06-28T12:00:00Z'
  expect(because(whyNotReopen({ ...june, closedAt }, new Date('2026-06-29T12:00:00.001Z')))).toBe(
    '19.7 was closed more than a day ago. Its outcome no longer changes.',
  )
})

test('what is missing of an issue is said in its row, and nothing of one that left', () => {
  const [slipped, done] = [
    { open: true, slipped: true },
    { open: false, slipped: false },
  ]
  const places = [{ slug: 'backlog' }]
  const why = (...given: Parameters<typeof whyNotChoice>) => because(whyNotChoice(...given))
  expect(why(done, null, places)).toBeNull()
  expect(why(slipped, null, places)).toBe('Choose a destination and a reason.')
  expect(why({ ...slipped, slipped: false }, null, places)).toBe('Choose a destination.')
  expect(why(slipped, { reason: 'other', text: 'A' }, places)).toBe('Choose a destination.')
  expect(why(slipped, { destination: 'elsewhere', reason: 'other', text: 'A' }, places)).toBe(
    'It can go to the next milestone, to a shelf, or to none.',
  )
  expect(why(slipped, { destination: null }, places), 'to no milestone').toBe('Choose a reason.')
  expect(why(slipped, { destination: 'backlog', reason: 'other', text: ' ' }, places)).toBe(
    'Write why it slipped.',
  )
  expect(why(slipped, { destination: 'backlog', reason: 'other', text: 'It was larger.' }, places)).toBeNull()
})
