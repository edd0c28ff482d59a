import { expect, test } from 'vitest'
import { GROUPS, SORTS } from '#lib/contract/issue-lists.ts'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import { csvLines } from '#lib/kit/csv.ts'
import { assignIssue } from '../commands/issues/assign.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { createLabel } from '../commands/labels.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { lookupsOf } from './lookups.ts'
import { indexIssues, rowsOf, rowsOfIssues } from './issue-lists.ts'
import { issuesCsv } from './issues-csv.ts'

const group = 'custom-models'
const stakeholder = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, roles: ['stakeholder'], admin: false },
})
const csv = async (ctx: Ctx, query: object = {}) =>
  // Read as bytes: `text()` would take the mark in front away.
  Buffer.from(await new Response(await issuesCsv(ctx, { group, ...query })).arrayBuffer()).toString()

test('the counts of a list are those of the issues behind it, however it is sorted and grouped', () =>
  inWorld(async (ctx) => {
    for (const weight of [0, 1, 2, null]) await anIssue(ctx, { weight, labels: ['type::bug'] })
    await anIssue(ctx, { dri: 'julie', milestone: null, labels: [], team: 'model-selection' })
    await closeIssue(ctx, { group, ref: await anIssue(ctx) })
    for (const by of [undefined, ...GROUPS]) {
      for (const sort of SORTS) {
        for (const direction of ['asc', 'desc'] as const) {
          const index = await indexIssues(ctx, { group, filter: 'state:open', by, sort, direction })
          const refs = index.groups.flatMap((one) => one.refs)
          expect([index.total, index.weight, refs.length, new Set(refs).size]).toEqual([5, 5, 5, 5])
          const rows = await rowsOf(ctx, refs)
          expect(rows.map(({ ref }) => ref)).toEqual(refs)
          expect(index.first).toEqual(rows)
          expect(index.groups.reduce((sum, one) => sum + one.weight, 0)).toBe(5)
        }
      }
    }
  }))

test('issues are grouped by the type and the state that the law sees in their labels', () =>
  inWorld(async (ctx) => {
    await createLabel(ctx, { group, title: 'feature::addition' })
    for (const labels of [
      ['type::bug', 'workflow::in dev'],
      ['feature::addition'],
      [],
      ['workflow::blocked'],
    ])
      await anIssue(ctx, { labels })
    const { labels } = await lookupsOf(ctx)
    for (const [by, says] of [
      ['type', typeOf],
      ['workflow', stateOf],
    ] as const) {
      const { groups } = await indexIssues(ctx, { group, by })
      expect(groups).toHaveLength(3)
      for (const { key, refs } of groups) {
        for (const { labelIds } of await rowsOf(ctx, refs)) {
          expect(says(labels.filter(({ id }) => labelIds.includes(id))) ?? '').toBe(key)
        }
      }
    }
  }))

test('issues are grouped by all who work on them, and sorted by their names and by how many labels they carry', () =>
  inWorld(async (ctx) => {
    const [both, one] = [await anIssue(ctx, { labels: ['type::bug'] }), await anIssue(ctx)]
    const none = await anIssue(ctx, { labels: [] })
    await assignIssue(ctx, { group, ref: both, assignees: ['newick', 'cindy'] })
    await assignIssue(ctx, { group, ref: one, assignees: ['julie'] })
    const { groups } = await indexIssues(ctx, { group, by: 'assignees' })
    expect(groups.map(({ key, refs }) => [key, refs])).toEqual([
      ['cindy,newick', [both]],
      ['julie', [one]],
      ['', [none]],
    ])
    const sorted = async (sort: 'assignees' | 'labels') =>
      (await indexIssues(ctx, { group, sort, direction: 'desc' })).groups.flatMap(({ refs }) => refs)
    expect(await sorted('assignees')).toEqual([one, both, none])
    expect(await sorted('labels')).toEqual([one, both, none])
  }))

test('what has no weight stands at the end, whichever way it is sorted', () =>
  inWorld(async (ctx) => {
    const [none, two, one] = [
      await anIssue(ctx, { weight: null, labels: [] }),
      await anIssue(ctx, { weight: 2 }),
      await anIssue(ctx, { weight: 1 }),
    ]
    const order = async (direction: 'asc' | 'desc') =>
      (await indexIssues(ctx, { group, sort: 'weight', direction })).groups[0]?.refs
    expect(await order('asc')).toEqual([one, two, none])
    expect(await order('desc')).toEqual([two, one, none])
  }))

test('a stakeholder finds, counts and exports nothing that is confidential', () =>
  inWorld(async (ctx) => {
    const open = await anIssue(ctx)
    const secret = await anIssue(ctx, { confidential: true, title: 'Only for us' })
    expect((await indexIssues(ctx, { group })).total).toBe(2)
    const seen = await indexIssues(stakeholder(ctx), { group, filter: 'confidential:yes or confidential:no' })
    expect(seen).toMatchObject({ total: 1, groups: [{ refs: [open] }] })
    expect((await rowsOfIssues(stakeholder(ctx), { refs: `${secret}.${open}` })).items).toHaveLength(1)
    expect(await csv(ctx)).toContain('Only for us')
    expect(await csv(stakeholder(ctx))).not.toContain('Only for us')
  }))

test('a filter that cannot be read is refused in words', () =>
  inWorld(async (ctx) => {
    await expect(indexIssues(ctx, { group, filter: 'colour:red' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(issuesCsv(ctx, { group, columns: 'number,colour' })).rejects.toThrow(
      'columns: Unknown column “colour”.',
    )
  }))

test('an export holds every issue of the list, in its order and with the columns asked for', () =>
  inWorld(async (ctx) => {
    const first = await anIssue(ctx, { title: '=SUM(A1), or so', weight: 1 })
    const second = await anIssue(ctx, { title: 'Said "so"', weight: 3, dri: 'julie' })
    const file = await csv(ctx, { columns: 'number,title,weight,dri', sort: 'weight' })
    expect(csvLines(file).slice(1)).toEqual([
      [String(first), '=SUM(A1), or so', '1', ''],
      [String(second), 'Said "so"', '3', 'Julie Huang'],
    ])
    expect(file).toBe(
      `\uFEFFnumber,title,weight,dri\r\n${first},"'=SUM(A1), or so",1,\r\n${second},"Said ""so""",3,Julie Huang\r\n`,
    )
    const lines = csvLines(await csv(ctx))
    expect(lines).toHaveLength(3)
    expect(lines[0]?.join()).toMatch(/^number,title,state,reason,type,workflow,labels,milestone/)
  }))

test('an export of more than its pieces hold leaves nothing out', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx)
    await ctx.db.query(
      `insert into issues (group_id, number, title, rank, plan_rank, created_at, updated_at)
        select 1, 100000 + n, 'Many ' || n, 'zz' || lpad(n::text, 6, '0'), 'zz' || lpad(n::text, 6, '0'), $1, $1 from generate_series(1, 1200) n`,
      [ctx.now],
    )
    const lines = (await csv(ctx, { columns: 'number' })).trim().split('\r\n')
    expect(new Set(lines).size).toBe(1202)
  }))
