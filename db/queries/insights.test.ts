import { expect, test } from 'vitest'
import type { InsightTable } from '#lib/contract/insights.ts'
import { figureName } from '#lib/domain/insights/figures.ts'
import { MIXED } from '#lib/domain/plan/mix.ts'
import { csvLines } from '#lib/kit/csv.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { changeLabel } from '../commands/labels.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { reportCounts } from '../jobs/report-counts.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { measureInsights, readInsights } from './insights.ts'
import { insightsCsv } from './insights-files.ts'
import { listInsight } from './insights-list.ts'
import { listLabels } from './labels.ts'

const group = 'custom-models'
const at = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) })
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })
const inDev = ['group::custom models', 'type::bug', 'workflow::in dev']
const later = (ctx: Ctx) => at(ctx, '2026-02-11')

const stateOn = (ctx: Ctx, day: string, ref: number, state: string) =>
  labelIssue(at(ctx, day), { group, ref, add: [`workflow::${state}`] })
const closeOn = (ctx: Ctx, day: string, ref: number) => closeIssue(at(ctx, day), { group, ref })

/** In the order of their days, since what is recorded rises: ten closed after 1 to 10 days, and five with a history. */
async function aHistory(ctx: Ctx) {
  const started = at(ctx, '2026-01-08')
  const earlier: number[] = []
  for (let made = 0; made < 10; made += 1) earlier.push(await anIssue(started, { labels: inDev }))
  const old = await anIssue(started, { labels: inDev })
  const undone = await anIssue(started, { labels: inDev })
  const reopened = await anIssue(started, { labels: inDev })
  const hidden = await anIssue(started, { labels: inDev, confidential: true })
  const unseen = await anIssue(started)
  const dropped = await anIssue(started, { labels: inDev })
  const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`
  const close = (number: number) => closeOn(ctx, day(8 + number), earlier[number - 1] ?? 0)
  await close(1)
  await close(2)
  await closeOn(ctx, day(10), reopened)
  const mistake = await stateOn(ctx, day(10), undone, 'in review')
  await close(3)
  await undoEvent(at(ctx, day(11)), { group, event: mistake.event })
  for (const number of [4, 5, 6, 7]) await close(number)
  await reopenIssue(at(ctx, day(15)), { group, ref: reopened })
  await close(8)
  await closeOn(ctx, day(16), reopened)
  await close(9)
  await close(10)
  await closeOn(ctx, day(18), unseen)
  await closeIssue(at(ctx, day(18)), { group, ref: dropped, reason: 'wont_do' })
  await stateOn(ctx, day(20), old, 'blocked')
  await stateOn(ctx, day(25), old, 'in dev')
  return { earlier, old, undone, reopened, hidden, unseen, dropped }
}

const columnOf = ({ ages }: Awaited<ReturnType<typeof readInsights>>, column: string) =>
  ages.columns.find((one) => one.column === column)

test('ages, percentiles and cycle times of a history are those that a person counts by hand', () =>
  inWorld(async (ctx) => {
    const { old, undone, reopened, hidden } = await aHistory(ctx)
    const answer = await readInsights(later(ctx), {})
    const dev = columnOf(answer, 'in-dev')
    // 1 2 3 3 4 5 6 7 8 9 10: the sixth and the tenth of eleven
    expect(dev).toMatchObject({ earlier: 11, p50: 5, p85: 9 })
    const age = (ref: number, days: number, blockedDays = 0) => ({ ref, days, blockedDays, isOld: true })
    expect(dev?.items.map(({ title: _title, ...item }) => item)).toEqual([
      age(undone, 34),
      age(hidden, 34),
      age(old, 29, 5),
    ])
    expect(columnOf(answer, 'in-review')).toMatchObject({ earlier: 0, p50: null, items: [] })
    expect(columnOf(answer, 'blocked')).toMatchObject({ earlier: 0, items: [] })
    expect(answer.ages.title).toBe('Three issues in dev are older than 85 % of earlier ones')
    expect(answer.cycle).toMatchObject({ count: 11, p50: 5, p85: 9, unseen: 1 })
    expect(answer.cycle.points.find(({ ref }) => ref === reopened)).toMatchObject({
      closedOn: '2026-01-16',
      days: 3,
    })
    expect(answer.cycle.title).toBe('Half of the issues take 5 days or less, 85 % take 9 days or less')
  }))

test('another name of a label changes nothing', () =>
  inWorld(async (ctx) => {
    await aHistory(ctx)
    const before = await readInsights(later(ctx), {})
    const label = (await listLabels(ctx)).items.find(({ title }) => title === 'workflow::in dev')
    await changeLabel(later(ctx), { group, label: Number(label?.id), title: 'workflow::doing' })
    expect(await readInsights(later(ctx), {})).toEqual(before)
  }))

test('the flow has each issue once on each day, and what was reopened is closed only in between', () =>
  inWorld(async (ctx) => {
    await aHistory(ctx)
    const { flow } = await readInsights(later(ctx), {})
    const on = (day: string) => {
      const counts = flow.days.find((one) => one.day === day)?.counts ?? []
      return Object.fromEntries(flow.bands.flatMap((band, n) => (counts[n] ? [[band, counts[n]]] : [])))
    }
    expect(flow.days[0]?.day).toBe('2025-12-13')
    expect(on('2026-01-07')).toEqual({})
    expect(on('2026-01-08')).toEqual({ 'ready-for-development': 1, 'in-dev': 15 })
    // closed: 1, 2 and the one that is opened again; what was taken back leaves no trace in review
    expect(on('2026-01-10')).toEqual({ closed: 3, 'ready-for-development': 1, 'in-dev': 12 })
    expect(on('2026-01-15')).toEqual({ closed: 7, 'ready-for-development': 1, 'in-dev': 8 })
    expect(on('2026-01-20')).toEqual({ closed: 13, blocked: 1, 'in-dev': 2 })
    expect(on('2026-02-11')).toEqual({ closed: 13, 'in-dev': 3 })
    expect(flow.title).toBe('Work in hand grew from 0 to 3 issues')
  }))

test('each figure opens as many issues as it says', () =>
  inWorld(async (ctx) => {
    await aHistory(ctx)
    const moment = later(ctx)
    for (const input of [{}, { type: 'bug' as const }, { type: 'feature' as const }]) {
      const { ages, cycle, flow, mix } = await readInsights(moment, input)
      const total = async (figure: Parameters<typeof figureName>[0]) =>
        (await listInsight(moment, { ...input, of: figureName(figure) })).total
      for (const { column, items, earlier } of ages.columns) {
        const old = items.filter(({ isOld }) => isOld).length
        expect(await total({ chart: 'ages', column, part: 'now' })).toBe(items.length)
        expect(await total({ chart: 'ages', column, part: 'old' })).toBe(old)
        expect(await total({ chart: 'ages', column, part: 'earlier' })).toBe(earlier)
      }
      expect(await total({ chart: 'cycle', part: 'measured' })).toBe(cycle.count)
      expect(await total({ chart: 'cycle', part: 'unseen' })).toBe(cycle.unseen)
      for (const { day, counts } of [flow.days.at(-30), flow.days.at(-25)].flatMap((one) => one ?? []))
        for (const [place, band] of flow.bands.entries())
          expect(await total({ chart: 'flow', band, day })).toBe(counts[place])
      for (const side of ['planned', 'done'] as const) {
        for (const part of MIXED)
          expect(await total({ chart: 'mix', side, part, milestone: null })).toBe(mix[side].parts[part].count)
        expect(await total({ chart: 'mix', side, part: 'left-out', milestone: null })).toBe(mix[side].leftOut)
      }
    }
  }))

test('what the reader may not see is in no figure and no list', () =>
  inWorld(async (ctx) => {
    const { hidden } = await aHistory(ctx)
    const reader = outside(later(ctx))
    const [all, theirs] = [await readInsights(later(ctx), {}), await readInsights(reader, {})]
    expect([all.withoutConfidential, theirs.withoutConfidential]).toEqual([false, true])
    expect(JSON.stringify(theirs)).not.toContain(`"ref":${hidden},`)
    expect(columnOf(theirs, 'in-dev')?.items).toHaveLength(2)
    expect(theirs.flow.days.at(-1)?.counts.reduce((sum, one) => sum + one, 0)).toBe(15)
    const list = await listInsight(reader, { of: 'ages.in-dev.now' })
    expect([list.total, list.items.some(({ ref }) => ref === hidden)]).toEqual([2, false])
  }))

test('planned and done divide by type, against the target, without what weighs nothing', () =>
  inWorld(async (ctx) => {
    const deliverable = (type: string, weight: number | null, now = ctx) =>
      anIssue(now, {
        labels: ['group::custom models', `type::${type}`, 'workflow::in dev', 'Deliverable'],
        dri: 'julie',
        weight,
      })
    const bug = await deliverable('bug', 1)
    await deliverable('feature', 3)
    const hidden = await anIssue(ctx, {
      labels: [...inDev, 'Deliverable'],
      dri: 'julie',
      weight: 2,
      confidential: true,
    })
    await changeGroup(at(ctx, '2026-01-08'), { group, mix: { bug: 20, maintenance: 30, feature: 50 } })
    const late = await deliverable('maintenance', 1, at(ctx, '2026-01-08'))
    for (const ref of [bug, late, hidden]) await closeOn(ctx, '2026-01-09', ref)
    const { mix } = await readInsights(later(ctx), {})
    expect(mix.target).toEqual({ bug: 20, maintenance: 30, feature: 50 })
    // 18.8 had begun before anything was on its board: nothing was planned at its start
    expect(mix.planned).toMatchObject({ mix: null, weight: 0 })
    expect(mix.done).toMatchObject({ mix: { bug: 75, maintenance: 25, feature: 0 }, weight: 4, leftOut: 0 })
    expect(mix.milestones.map(({ slug, done }) => [slug, done.weight])).toEqual([
      ['18.8', 4],
      ['18.9', 0],
    ])
    const theirs = await readInsights(outside(later(ctx)), {})
    expect(theirs.mix.done).toMatchObject({ mix: { bug: 50, maintenance: 50, feature: 0 }, weight: 2 })
    expect(await listInsight(later(ctx), { of: 'mix.done.bug@18.8' })).toMatchObject({
      title: 'Done · bug · 18.8',
      total: 2,
      items: [
        { ref: bug, weight: 1 },
        { ref: hidden, weight: 2 },
      ],
    })
  }))

test('triage findings stand week by week as they were counted, and confidential ones are left out for others', () =>
  inWorld(async (ctx) => {
    const labels = ['group::custom models', 'type::bug']
    await anIssue(ctx, { labels, milestone: null })
    await anIssue(ctx, { labels, milestone: null, confidential: true })
    const monday = at(ctx, '2026-01-12')
    await reportCounts.run(monday, '2026-01-12')
    const { findings } = await readInsights(later(ctx), {})
    expect(findings.weeks).toEqual([
      { weekOn: '2026-01-12', countedAt: monday.now.toISOString(), findings: 2 },
    ])
    expect(findings.rows).toEqual([{ name: 'no-milestone', title: 'No milestone', issues: [2] }])
    const theirs = await readInsights(outside(later(ctx)), {})
    expect(theirs.findings.rows[0]?.issues).toEqual([1])
  }))

test('each table is a file with a line for each of its rows', () =>
  inWorld(async (ctx) => {
    const { old } = await aHistory(ctx)
    const measured = await measureInsights(later(ctx), {})
    const file = (table: InsightTable) => csvLines(insightsCsv(table, measured))
    expect(file('ages').find(([, number]) => number === String(old))).toEqual([
      'in dev',
      String(old),
      'Slow model list',
      '29',
      '5',
      '11',
      '5',
      '9',
      'yes',
    ])
    expect(file('cycle')).toHaveLength(12)
    expect(file('flow')).toHaveLength(measured.flow.days.length + 1)
    expect(file('flow').at(-1)?.[0]).toBe('2026-02-11')
    expect(
      file('mix')
        .slice(1)
        .map(([milestone, side]) => `${milestone} ${side}`),
    ).toEqual(['18.8 planned', '18.8 done', '18.9 planned', '18.9 done', 'all planned', 'all done'])
    expect(file('findings')).toEqual([['week of', 'all findings']])
  }))

test('a figure that there is not, a day that is not looked at and a team that there is not are not found', () =>
  inWorld(async (ctx) => {
    for (const figure of ['cycle.half', 'flow.in-dev@2020-01-01', 'mix.done.bug@17.1'])
      await expect(listInsight(ctx, { of: figure })).rejects.toMatchObject({ code: 'not_found' })
    await expect(readInsights(ctx, { team: 'nope' })).rejects.toMatchObject({ code: 'not_found' })
  }))
