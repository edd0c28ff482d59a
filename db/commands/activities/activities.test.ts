import { expect, test } from 'vitest'
import type { Activity } from '#lib/contract/activities.ts'
import type { Ctx } from '../../context.ts'
import { listActivities, listOccurrences } from '../../queries/activities.ts'
import { cadenceHealth } from '../../queries/cadence.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeMilestone } from '../closing/close.ts'
import { putUpdate } from '../updates/post.ts'
import { createActivity, editActivity, removeActivity } from './activities.ts'
import { recordOccurrence, withdrawOccurrence } from './record.ts'

const group = 'custom-models'
/** The test’s world is on a Wednesday, the 7th of January 2026. */
const TRIAGE = { group, kind: 'issue_triage' as const, name: 'Issue triage', every: 'week' as const, day: 2 }
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T12:00:00Z`) })
const add = (ctx: Ctx, stated: Partial<Parameters<typeof createActivity>[1]> = {}) =>
  createActivity(ctx, { ...TRIAGE, from: '2025-12-15', ...stated })
const strip = ({ occurrences }: Activity) => occurrences.map(({ day, state }) => `${day.slice(5)} ${state}`)
const sameBothWays = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
  expect(ledger['activities']).toEqual(tables['activities'])
}

test('the EM adds an activity; its owner records it, with a note and a link, or skips it with a reason', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    await expect(add(julie)).rejects.toMatchObject({ code: 'forbidden' })
    const { activity } = await add(ctx, { owner: 'julie' })
    expect(strip(activity)).toEqual([
      '12-16 missed',
      '12-23 missed',
      '12-30 missed',
      '01-06 missed',
      '01-13 coming',
    ])
    expect(activity).toMatchObject({
      owner: { handle: 'julie' },
      rhythmText: 'Every Tuesday',
      derived: false,
    })
    const one = { group, activity: activity.id }
    await recordOccurrence(julie, {
      ...one,
      day: '2026-01-06',
      state: 'happened',
      note: ' Nine issues. ',
      link: 'https://notes.example/6',
    })
    await recordOccurrence(ctx, { ...one, day: '2025-12-30', state: 'skipped', note: 'Between the years.' })
    const { items } = await listActivities(julie)
    expect(strip(items[0] as Activity)).toEqual([
      '12-16 missed',
      '12-23 missed',
      '12-30 skipped',
      '01-06 happened',
      '01-13 coming',
    ])
    expect(items[0]).toMatchObject({
      next: '2026-01-13',
      mayRecord: true,
      regularity: {
        level: 'stalled',
        text: 'Happened 1 of the last 4 times: skipped once with a reason, missed twice. Change its rhythm, or remove it.',
      },
    })
    expect(items[0]?.occurrences[3]?.recorded).toMatchObject({
      note: 'Nine issues.',
      link: 'https://notes.example/6',
      by: { handle: 'julie' },
    })
    await sameBothWays(ctx)
    await withdrawOccurrence(julie, { ...one, occurrence: '2026-01-06' })
    await expect(withdrawOccurrence(julie, { ...one, occurrence: '2026-01-06' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await sameBothWays(ctx)
  }))

test('others than the owner and the EM do not record, nor does anybody a day that is none, or one to come', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { activity } = await add(ctx, { owner: 'julie' })
    const one = { group, activity: activity.id, day: '2026-01-06', state: 'happened' as const }
    await expect(recordOccurrence(cindy, one)).rejects.toThrow('Only the owner of the activity')
    expect((await listActivities(cindy)).items[0]?.mayRecord).toBe(false)
    await expect(recordOccurrence(julie, { ...one, day: '2026-01-07' })).rejects.toThrow(
      'not due on that day',
    )
    await expect(recordOccurrence(julie, { ...one, day: '2026-01-13' })).rejects.toThrow('has not come yet')
    await expect(recordOccurrence(julie, { ...one, state: 'skipped' })).rejects.toThrow(
      'Say why it is skipped',
    )
    await recordOccurrence(julie, one)
    await expect(recordOccurrence(ctx, one)).rejects.toMatchObject({
      code: 'conflict',
      detail: 'Julie Huang already recorded that it happened.',
    })
    await recordOccurrence(ctx, { ...one, state: 'skipped', note: 'It was moved.', replace: true })
    await editActivity(ctx, { group, activity: activity.id, owner: null })
    await recordOccurrence(cindy, { ...one, day: '2025-12-30' })
    const outside: Ctx = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'] } }
    expect((await listActivities(outside)).items[0]?.mayRecord).toBe(false)
  }))

test('another rhythm holds from today on, and what was recorded before stays', () =>
  inWorld(async (ctx) => {
    const { activity } = await add(ctx)
    const one = { group, activity: activity.id }
    await recordOccurrence(ctx, { ...one, day: '2026-01-06', state: 'happened' })
    const edited = await editActivity(ctx, { ...one, name: 'Triage', rhythm: { every: 'two_weeks', day: 4 } })
    // the week of the 6th had it already
    expect(strip(edited.activity)).toEqual([
      '12-16 missed',
      '12-23 missed',
      '12-30 missed',
      '01-06 happened',
      '01-22 coming',
    ])
    await expect(editActivity(ctx, { ...one, name: 'Triage' })).rejects.toThrow('so already')
    await expect(add(ctx, { name: 'TRIAGE' })).rejects.toThrow('called “Triage” already')
    await sameBothWays(ctx)
    await removeActivity(ctx, one)
    expect((await listActivities(ctx)).items).toEqual([])
    await sameBothWays(ctx)
  }))

test('what Saydo knows by itself is derived: updates of a week, a milestone that was closed; never ticked', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const updates = await add(ctx, { kind: 'status_updates', name: 'Updates', day: 5, from: '2025-12-15' })
    const close = await add(ctx, { kind: 'milestone_close', name: 'Close', every: 'milestone', at: 'end' })
    const ref = await anIssue(ctx, {
      dri: 'julie',
      labels: ['group::custom models', 'type::bug', 'workflow::in dev'],
    })
    const post = { progress: 'It builds.', blockers: '', next: '', confidence: 'very' as const }
    await putUpdate(julie, { group, week: '2026-W02', subject: `issue-${ref}`, ...post })
    const later = on(ctx, '2026-01-12')
    const of = async (id: number) => (await listActivities(later)).items.find((one) => one.id === id)
    expect(strip((await of(updates.activity.id)) as Activity)).toEqual([
      '12-19 missed',
      '12-26 missed',
      '01-02 missed',
      '01-09 happened',
      '01-16 coming',
    ])
    expect((await of(updates.activity.id))?.occurrences[3]?.seen).toEqual({
      text: 'One update from one person',
      page: '/custom-models/status?week=2026-W02',
    })
    const tick = { group, activity: updates.activity.id, day: '2026-01-02' }
    await expect(recordOccurrence(later, { ...tick, state: 'happened' })).rejects.toThrow(
      'records automatically',
    )
    await recordOccurrence(later, { ...tick, state: 'skipped', note: 'Between the years.' })
    expect((await of(close.activity.id))?.occurrences).toMatchObject([
      { day: '2026-01-09', state: 'open', milestone: '18.8' },
      {},
    ])
    await closeMilestone(on(ctx, '2026-01-13'), { group, milestone: '18.8', issues: [] })
    expect((await of(close.activity.id))?.occurrences[0]).toMatchObject({
      state: 'happened',
      seen: { text: 'Closed on 13 Jan' },
    })
    await sameBothWays(ctx)
  }))

test('regularity of a span and occurrences of a year are told for those who look back', () =>
  inWorld(async (ctx) => {
    const { activity } = await add(ctx)
    await add(ctx, { name: 'Not due yet', from: '2026-01-07' })
    await recordOccurrence(ctx, { group, activity: activity.id, day: '2025-12-23', state: 'happened' })
    expect(await cadenceHealth(ctx, '2025-12-01', '2025-12-31')).toMatchObject([
      {
        name: 'Issue triage',
        kind: 'issue_triage',
        regularity: { happened: 1, skipped: 0, missed: 2, level: 'stalled' },
      },
    ])
    const year = await listOccurrences(ctx, { group, activity: activity.id })
    expect([year.from, year.to, year.items.length]).toEqual(['2025-01-08', '2026-01-07', 4])
    await expect(
      listOccurrences(ctx, { group, activity: activity.id, from: '2024-01-01', to: '2026-01-01' }),
    ).rejects.toThrow('At most 400 days')
    await expect(
      listOccurrences(ctx, { group, activity: activity.id, from: '2026-02-01', to: '2026-01-01' }),
    ).rejects.toThrow('before the first day')
  }))

test('today is the group’s, from eleven hours behind to fourteen ahead', () =>
  inWorld(async (ctx) => {
    await add(ctx, { day: 3 })
    const stateIn = async (zone: string, now: string) => {
      const there: Ctx = { ...ctx, now: new Date(now), group: { ...ctx.group, zone } }
      const { items } = await listActivities(there)
      return items[0]?.occurrences.find(({ day }) => day === '2026-01-07')?.state
    }
    expect(await stateIn('Pacific/Kiritimati', '2026-01-06T09:59:00Z')).toBe('coming')
    expect(await stateIn('Pacific/Kiritimati', '2026-01-06T10:00:00Z')).toBe('open')
    expect(await stateIn('Pacific/Kiritimati', '2026-01-07T10:00:00Z')).toBe('missed')
    expect(await stateIn('Pacific/Niue', '2026-01-07T10:59:00Z')).toBe('coming')
    expect(await stateIn('Pacific/Niue', '2026-01-08T10:59:00Z')).toBe('open')
    expect(await stateIn('Pacific/Niue', '2026-01-08T11:00:00Z')).toBe('missed')
  }))
