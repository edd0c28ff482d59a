import { expect, onTestFinished, test } from 'vitest'
import { endOfDay } from '#lib/kit/zone.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue } from '../commands/issues/plan.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { changeLabel } from '../commands/labels.ts'
import { editMilestone } from '../commands/milestones.ts'
import { giveRole } from '../commands/roles.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { milestoneFreeze } from '../jobs/milestone-freeze.ts'
import { runOnce } from '../jobs/run.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { listLabels } from './labels.ts'
import { readSayDo } from './say-do.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, moment: string | Date): Ctx => ({ ...ctx, now: new Date(moment) })
const aDeliverable = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', ...more })
const afterIt = (ctx: Ctx) => at(ctx, '2026-01-12T09:00:00Z')

test.each([
  ['Pacific/Kiritimati', 'Pacific/Niue'],
  ['Pacific/Niue', 'Pacific/Kiritimati'],
  ['America/New_York', 'Asia/Tokyo'],
  ['Asia/Kathmandu', 'America/St_Johns'],
])('the last second of the due day is that of the group in %s, where the server is in %s', (zone, server) => {
  const before = process.env.TZ
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
  process.env.TZ = server
  return inWorld(async (utc) => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(server)
    await utc.db.query(`set local time zone '${server}'`)
    const ctx = { ...utc, group: { ...utc.group, zone } }
    await changeGroup(utc, { group, zone })
    const end = endOfDay(zone, '2026-01-09').getTime()
    const [inTime, late] = [await aDeliverable(ctx), await aDeliverable(ctx)]
    await closeIssue(at(ctx, new Date(end - 1000)), { group, ref: inTime })
    await closeIssue(at(ctx, new Date(end)), { group, ref: late })
    const counts = { assigned: [inTime, late], completed: [inTime], slipped: [late] }
    expect(await readSayDo(afterIt(ctx), { milestone })).toMatchObject(counts)
    const clock = { ...afterIt(ctx), actor: THE_CLOCK }
    for (const period of await milestoneFreeze.owed(clock, {
      refinementDay: null,
      refinementHour: 9,
      updateDay: 5,
    }))
      await runOnce(milestoneFreeze, clock, period)
    const frozen = await readSayDo(afterIt(ctx), { milestone })
    expect(frozen).toMatchObject({ ...counts, frozenAt: new Date(end).toISOString() })
  })
})

test('closed as duplicate, moved or won’t do does not count as completed', () =>
  inWorld(async (ctx) => {
    const refs = [await aDeliverable(ctx), await aDeliverable(ctx), await aDeliverable(ctx)]
    const [duplicate = 0, moved = 0, dropped = 0] = refs
    const other = await anIssue(ctx)
    await closeIssue(ctx, { group, ref: duplicate, reason: 'duplicate', duplicateOf: other })
    await closeIssue(ctx, { group, ref: moved, reason: 'moved' })
    await closeIssue(ctx, { group, ref: dropped, reason: 'wont_do' })
    expect(await readSayDo(afterIt(ctx), { milestone })).toMatchObject({ assigned: refs, completed: [] })
  }))

test('taken off before the start it was never assigned; what stays is assigned at the start', () =>
  inWorld(async (ctx) => {
    const next = { milestone: '18.9' }
    const [off, stays] = [await aDeliverable(ctx, next), await aDeliverable(ctx, next)]
    expect(await readSayDo(ctx, next)).toMatchObject({ phase: 'ahead', assigned: [off, stays] })
    await labelIssue(at(ctx, '2026-01-08T09:00:00Z'), { group, ref: off, remove: ['Deliverable'] })
    const started = at(ctx, '2026-01-10T09:00:00Z')
    const later = await aDeliverable(started, next)
    expect(await readSayDo(started, next)).toMatchObject({
      phase: 'running',
      assigned: [stays, later],
      addedLater: [later],
    })
  }))

test.each(['mohamed', 'julie'])(
  'moved to the next milestone by %s, before its end or the day after, it is still assigned to the first',
  (handle) =>
    inWorld(async (ctx, { as }) => {
      await giveRole(ctx, { group, person: 'julie', role: 'em' })
      const mover = await as(handle)
      const [during, after] = [await aDeliverable(ctx), await aDeliverable(ctx)]
      await planIssue(at(mover, '2026-01-08T09:00:00Z'), { group, ref: during, milestone: '18.9' })
      await planIssue(at(mover, '2026-01-10T09:00:00Z'), { group, ref: after, milestone: '18.9' })
      expect(await readSayDo(afterIt(ctx), { milestone })).toMatchObject({
        assigned: [during, after],
        slipped: [during, after],
      })
    }),
)

test('a renamed label or milestone changes nothing', () =>
  inWorld(async (ctx) => {
    const ref = await aDeliverable(ctx)
    const before = await readSayDo(ctx, { milestone })
    const deliverable = (await listLabels(ctx)).items.find(({ meaning }) => meaning === 'deliverable')
    await changeLabel(ctx, { group, label: Number(deliverable?.id), title: 'Committed' })
    const { slug } = (await editMilestone(ctx, { group, milestone, title: 'Eighteen eight' })).milestone
    const renamed = await readSayDo(ctx, { milestone: slug })
    expect(renamed.assigned).toEqual([ref])
    expect(renamed.definitions).toEqual(before.definitions)
  }))

test('the original of a split weighs nothing, and its pieces count where they are assigned', () =>
  inWorld(async (ctx) => {
    const ref = await aDeliverable(ctx, { weight: 3 })
    await splitIssue(ctx, { group, ref, pieces: [{ title: 'One' }, { title: 'Two' }], close: false })
    const told = await readSayDo(ctx, { milestone })
    expect(told.items.find((one) => one.ref === ref)?.weight).toBe(0)
    expect(told.sums.assigned).toEqual({ count: told.assigned.length, weight: 0 })
  }))
