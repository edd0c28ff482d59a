import { beforeAll, expect, test } from 'vitest'
import { FEED_PARTS, type FeedOf, type FeedPart } from '#lib/domain/calendar/feed-names.ts'
import { createActivity } from '../commands/activities/activities.ts'
import { recordOccurrence } from '../commands/activities/record.ts'
import { setFeed } from '../commands/calendar-feeds.ts'
import { setDuty } from '../commands/capacity/duty.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { createIssue } from '../commands/issues/create.ts'
import { createMilestone } from '../commands/milestones.ts'
import { startSync } from '../commands/syncs/syncs.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { pool } from '../connection.ts'
import type { Ctx } from '../context.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { textOfFeed } from './calendar-feed-text.ts'
import { feedOf } from './calendar-feeds.ts'

/** A Wednesday in the winter; the clocks of Berlin go forward within the half year that a feed looks ahead. */
const NOW = new Date('2026-01-07T12:00:00Z')
const A_DAY = 86_400_000
const group = 'custom-models'

/** In the zone of the group of this file. */
async function as(handle: string, now = NOW): Promise<Ctx> {
  const ctx = await personCtx(handle)
  return { ...ctx, group: { ...ctx.group, zone: 'Europe/Berlin' }, now }
}

let review = 0

beforeAll(async () => {
  await useOwnDatabase()
  const em = await as('mohamed')
  const turn = { syncDay: 4, syncTime: '15:00', syncMinutes: 30, updateDay: 5 }
  await changeGroup(em, { group, zone: 'Europe/Berlin', ...turn })
  await createMilestone(em, { group, title: '90.1', startOn: '2025-12-13', dueOn: '2026-01-16' })
  await createMilestone(em, { group, title: '90.2', startOn: '2026-03-14', dueOn: '2026-04-10' })
  const rhythm = { every: 'two_weeks', day: 3, from: '2026-01-07' } as const
  const made = await createActivity(em, {
    group,
    kind: 'shared_review',
    name: 'Evaluation review',
    ...rhythm,
  })
  review = made.activity.id
  const today = { group, activity: review, day: '2026-01-07' }
  await recordOccurrence(em, { ...today, state: 'skipped', note: 'No new run.' })
  await setDuty(em, { group, team: 'model-selection', week: '2026-01-12', person: 'julie' })
  await setDuty(em, { group, team: 'gateway-services', week: '2026-01-12', person: 'cindy' })
  await createIssue(em, {
    group,
    title: 'Outage at a customer',
    labels: ['group::custom models', 'workflow::in dev'],
    milestone: '90.1',
    dri: 'julie',
    confidential: true,
  })
  const away = { group, from: '2026-02-02', to: '2026-02-03' }
  await addTimeOff(await as('julie'), { ...away, kind: 'sick', note: 'Knee' })
  await addTimeOff(await as('cindy'), { ...away, kind: 'other', note: 'Jury' })
  await startSync(await as('mohamed', new Date('2026-01-08T09:00:00Z')), { skip: true })
})

/** The text of a new feed of Julie at an instant. */
async function feed(of: FeedOf, parts: readonly FeedPart[], now = NOW): Promise<string> {
  const { address } = await setFeed(await as('julie'), { group, of, on: true, parts: [...parts] })
  const [, token = ''] = /(saydo_.*)\.ics$/.exec(address ?? '') ?? []
  const open = await feedOf(pool(), token)
  if (!open) throw new Error('The feed has no address.')
  return textOfFeed(pool(), open, now)
}

/** Its events, each as its lines, by the part of the UID before the group. */
const eventsOf = (text: string): Map<string, string[]> =>
  new Map(
    [...text.matchAll(/BEGIN:VEVENT\r\n([^]*?)END:VEVENT/g)].map(([, body = '']) => {
      const lines = body.trimEnd().split('\r\n')
      const [, key = ''] = /^UID:(.+)@custom-models\.saydo$/m.exec(body.replaceAll('\r', '')) ?? []
      return [key, lines]
    }),
  )
const timesOf = (lines: readonly string[] | undefined) => lines?.filter((line) => /^DT(START|END)/.test(line))
const titleOf = (lines: readonly string[] | undefined) => lines?.find((line) => line.startsWith('SUMMARY:'))

test('a sync is at 15:00 in Berlin on both sides of the change of clocks, and a skipped one is left out', async () => {
  const events = eventsOf(await feed('me', ['syncs']))
  expect(timesOf(events.get('sync-2026-W13'))).toEqual(['DTSTART:20260326T140000Z', 'DTEND:20260326T143000Z'])
  expect(timesOf(events.get('sync-2026-W14'))).toEqual(['DTSTART:20260402T130000Z', 'DTEND:20260402T133000Z'])
  expect(events.has('sync-2026-W01')).toBe(true)
  expect(events.has('sync-2026-W02'), 'skipped on 8 January').toBe(false)
})

test('update days, milestones, activities and shifts are whole days: the first, and the one after the last', async () => {
  const events = eventsOf(await feed('me', ['updates', 'milestones', 'activities', 'shifts']))
  const days = (from: string, to: string) => [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`]
  expect(timesOf(events.get('update-2026-W02'))).toEqual(days('20260109', '20260110'))
  expect(titleOf(events.get('update-2026-W02'))).toBe('SUMMARY:Your weekly update is due')
  const boxes = [...events].filter(([key]) => key.startsWith('milestone-')).map(([, lines]) => lines)
  const byDay = boxes.toSorted((a, b) => (timesOf(a)?.[0] ?? '').localeCompare(timesOf(b)?.[0] ?? ''))
  expect(byDay.map((lines) => [titleOf(lines), ...(timesOf(lines) ?? [])])).toEqual([
    ['SUMMARY:90.1 starts', ...days('20251213', '20251214')],
    ['SUMMARY:90.1 ends\\, its outcome is frozen at the end of the day', ...days('20260116', '20260117')],
    ['SUMMARY:90.2 starts', ...days('20260314', '20260315')],
    ['SUMMARY:90.2 ends\\, its outcome is frozen at the end of the day', ...days('20260410', '20260411')],
  ])
  expect(events.has(`activity-${review}-2026-01-07`), 'skipped').toBe(false)
  // two days after the clocks went forward in the night to 29 March
  expect(timesOf(events.get(`activity-${review}-2026-04-01`))).toEqual(days('20260401', '20260402'))
  const shifts = [...events].filter(([key]) => key.startsWith('shift-'))
  expect(shifts.map(([, lines]) => [titleOf(lines), ...(timesOf(lines) ?? [])])).toEqual([
    ['SUMMARY:Triage of Model Selection', ...days('20260112', '20260117')],
  ])
})

test('an event keeps its UID and its lines from one day to the next, and no two share one', async () => {
  for (const whose of ['me', 'group'] as const) {
    const [today, tomorrow] = [
      await feed(whose, FEED_PARTS),
      await feed(whose, FEED_PARTS, new Date(NOW.getTime() + A_DAY)),
    ]
    const [now, later] = [eventsOf(today), eventsOf(tomorrow)]
    expect(now.size, 'no UID stands twice').toBe(today.match(/BEGIN:VEVENT/g)?.length)
    expect(now.size).toBeGreaterThan(40)
    const kept = [...now.keys()].filter((key) => later.has(key))
    expect(kept.length).toBeGreaterThan(40)
    for (const key of kept) expect(later.get(key), key).toEqual(now.get(key))
  }
})

const KEYS: Record<FeedPart, RegExp> = {
  away: /^time-off-\d+$/,
  syncs: /^sync-\d{4}-W\d\d$/,
  updates: /^update-\d{4}-W\d\d$/,
  milestones: /^milestone-\d+-(start|end)$/,
  activities: /^activity-\d+-\d{4}-\d\d-\d\d$/,
  shifts: /^shift-\d+-\d{4}-\d\d-\d\d$/,
}

test.each(FEED_PARTS)('a feed of which only %s was chosen holds that and nothing else', async (part) => {
  const keys = [...eventsOf(await feed('me', [part])).keys()]
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.filter((key) => !KEYS[part].test(key))).toEqual([])
})

test('no feed says why a person is away, what a confidential issue is called, or what was noted of a skipped day', async () => {
  const [own, all] = [await feed('me', FEED_PARTS), await feed('group', FEED_PARTS)]
  for (const text of [own, all]) expect(text).not.toMatch(/sick|knee|jury|outage|no new run/i)
  expect(own, 'of others only what the whole group does').not.toMatch(/Cindy/)
  expect(all).toContain('SUMMARY:Cindy Halim away')
  expect(all).toContain('SUMMARY:Cindy Halim: triage of ')
})
