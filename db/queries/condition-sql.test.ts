import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { meets, type Matchable } from '#lib/domain/condition-match.ts'
import { type Condition, conditionOf, printCondition, type Test, whyNotTest } from '#lib/domain/conditions.ts'
import { filterFrom, matcher } from '#lib/domain/filters.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { createEpic } from '../commands/epics.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { createLabel } from '../commands/labels.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { dictionaries } from './dictionaries.ts'
import { entriesOf, rowsOf } from './issue-lists.ts'
import { todayOf } from './milestones.ts'

const group = 'custom-models'
const ZONES = ['UTC', 'Pacific/Auckland', 'America/New_York']

/** Issues that differ in everything that can be asked for. */
async function aMixedWorld(ctx: Ctx): Promise<void> {
  const { number: epic } = await createEpic(ctx, { title: 'Health check' })
  await createLabel(ctx, { group, title: 'feature::addition' })
  const base = ['group::custom models']
  await anIssue(ctx, { title: 'Slow LIST é', labels: [...base, 'type::bug'], dri: 'julie', weight: 0 })
  await anIssue(ctx, { title: '100% (sure)_', labels: ['feature::addition'], milestone: null, weight: null })
  await anIssue(ctx, { labels: [...base, 'workflow::in dev'], epic, team: 'gateway-services', weight: 5 })
  await anIssue(ctx, { labels: [], milestone: 'backlog', confidential: true, dri: 'mohamed' })
  const done = await anIssue(ctx, { dri: 'cindy', epic })
  await closeIssue(ctx, { group, ref: done, reason: 'duplicate' })
  const { rows } = await ctx.db.query<{ number: number }>('select number from issues order by number')
  const changes = [
    `health = 'at_risk', due_on = '2026-01-07', created_at = '2025-12-31T23:30:00Z'`,
    `health = 'on_track', due_on = '2026-02-01', updated_at = '2026-01-01T00:10:00Z'`,
    `author_id = null, created_at = '2026-01-06T12:00:00Z'`,
  ]
  for (const [at, change] of changes.entries()) {
    await ctx.db.query(`update issues set ${change} where number = $1`, [rows[at]?.number])
  }
  const [, second] = rows
  await ctx.db.query(
    `insert into issue_assignees (group_id, issue_number, person_id, added_at)
      select 1, $1, id, now() from people where handle in ('julie', 'newick')`,
    [second?.number],
  )
  await record(ctx, { type: 'group.changed', data: { changed: [] } })
}

async function matchables(ctx: Ctx): Promise<Matchable[]> {
  const { rows } = await ctx.db.query<{ number: number }>('select number from issues where group_id = 1')
  const { labels } = await dictionaries(ctx)
  const lines = await rowsOf(
    ctx,
    rows.map(({ number }) => number),
  )
  const day = (instant: string) => dayIn(ctx.group.zone, instant)
  return lines.map((row) => ({
    ...row,
    labels: row.labelIds.flatMap((id) => labels.find((label) => label.id === id) ?? []),
    createdOn: day(row.createdAt),
    updatedOn: day(row.updatedAt),
    closedOn: row.closedAt === null ? null : day(row.closedAt),
  }))
}

const VALUES: Partial<Record<Test['field'], string[]>> = {
  text: ['slow', 'list É', '%', '_', '(', '#1', '2', 'é', '\\'],
  type: ['bug', 'maintenance', 'feature', 'none'],
  label: ['type::bug', 'feature::addition', 'workflow::in dev', 'unheard of', 'none'],
  team: ['gateway-services', 'none', 'nowhere'],
  epic: ['1', '2', 'none'],
  milestone: ['18.8', 'backlog', 'none', 'nowhere'],
  weight: ['0', '2', '5', 'none'],
  state: ['open', 'closed'],
  reason: ['duplicate', 'done', 'none'],
  workflow: ['in-dev', 'ready-for-development', 'none'],
  health: ['at_risk', 'on_track', 'none'],
  confidential: ['yes', 'no'],
}
const PEOPLE = ['julie', 'mohamed', 'newick', 'cindy', 'nobody-here', 'none']
const DAYS = ['2026-01-07', '2026-01-01', '0d', '1d', '7d', 'none']

const askedFor = fc
  .record({
    kind: fc.constant('test' as const),
    field: fc.constantFrom(
      ...([
        'text',
        'type',
        'label',
        'person',
        'dri',
        'assignee',
        'author',
        'team',
        'epic',
        'milestone',
      ] as const),
      ...(['weight', 'state', 'reason', 'workflow', 'health', 'confidential', 'due'] as const),
      ...(['created', 'updated', 'closed'] as const),
    ),
    op: fc.constantFrom(':' as const, '<' as const, '<=' as const, '>' as const, '>=' as const),
    pick: fc.nat(),
  })
  .map(({ pick, ...test }): Test => {
    const people = ['person', 'dri', 'assignee', 'author'].includes(test.field)
    const values = VALUES[test.field] ?? (people ? PEOPLE : DAYS)
    return { ...test, value: values[pick % values.length] ?? '' }
  })
  .filter((test) => whyNotTest(test) === null)

/** Any condition, some levels deep; groups are never empty. */
const conditionsOf = (tests: fc.Arbitrary<Test>): fc.Arbitrary<Condition> =>
  fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tests,
      fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).any

test('the database finds exactly what the law would keep, whatever is asked, in any time zone', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    for (const zone of ZONES) {
      const ctx = { ...world, group: { ...world.group, zone } }
      const issues = await matchables(ctx)
      expect(issues).toHaveLength(5)
      const found = async (condition: Condition) =>
        (await entriesOf(ctx, { filter: printCondition(condition) })).map(({ ref }) => ref).toSorted(byNumber)
      await fc.assert(
        fc.asyncProperty(conditionsOf(askedFor), async (condition) => {
          const kept = issues.filter((issue) => meets(issue, condition, todayOf(ctx)))
          expect(await found(condition)).toEqual(kept.map(({ ref }) => ref).toSorted(byNumber))
        }),
        { numRuns: 150 },
      )
    }
  }))

test('each question is answered alike by itself', () =>
  inWorld(async (ctx) => {
    await aMixedWorld(ctx)
    const issues = await matchables(ctx)
    await fc.assert(
      fc.asyncProperty(askedFor, async (one) => {
        const refs = (await entriesOf(ctx, { filter: printCondition(one) })).map(({ ref }) => ref)
        const kept = issues.filter((issue) => meets(issue, one, todayOf(ctx))).map(({ ref }) => ref)
        expect(refs.toSorted(byNumber)).toEqual(kept.toSorted(byNumber))
      }),
      { numRuns: 300 },
    )
  }))

test('a board’s chips find what a list finds by them', () =>
  inWorld(async (ctx) => {
    await aMixedWorld(ctx)
    const [issues, { labels }] = [await matchables(ctx), await dictionaries(ctx)]
    const rows = await rowsOf(
      ctx,
      issues.map(({ ref }) => ref),
    )
    const queries = [
      'q=slow list&type=bug',
      'type!=bug&person=none',
      'label=group::custom models&label!=type::bug',
      'team=none&epic=none&weight=none&weight=0',
      'person=julie&person=newick&epic=1',
    ]
    for (const query of queries) {
      const filter = filterFrom(new URLSearchParams(query))
      const keeps = matcher(filter, { labels })
      const entries = await entriesOf(ctx, { filter: printCondition(conditionOf(filter)) })
      expect(entries.map(({ ref }) => ref).toSorted(byNumber), query).toEqual(
        rows
          .filter(keeps)
          .map(({ ref }) => ref)
          .toSorted(byNumber),
      )
    }
  }))

const byNumber = (a: number, b: number) => a - b
