import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONDITION_FIELDS, type Test, whyNotTest } from '#lib/domain/condition-fields.ts'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { cardsMeeting } from '#lib/domain/card-match.ts'
import { conditionOf } from '#lib/domain/chips.ts'
import { meets } from '#lib/domain/condition-match.ts'
import { grounded } from '#lib/domain/condition-names.ts'
import { asksFor, type Condition, printCondition } from '#lib/domain/conditions.ts'
import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { chipsFrom } from '#lib/domain/filters.ts'
import { FINDING_NAMES } from '#lib/domain/findings.ts'
import { createIssue } from '../commands/issues/create.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import type { Ctx } from '../context.ts'
import { aMixedWorld, matchables } from '../testing/mixed-world.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { lookupsOf } from './lookups.ts'
import { askerOf, entriesOf, rowsOf } from './issue-lists.ts'
import { todayOf } from './milestones.ts'

const group = 'custom-models'
const ZONES = ['UTC', 'Pacific/Auckland', 'America/New_York']

const VALUES: Partial<Record<Test['field'], string[]>> = {
  text: ['slow', 'list É', '%', '_', '(', '#1', '2', 'é', '\\'],
  kind: ['issue', 'refinement', 'planning'],
  type: ['bug', 'maintenance', 'feature', 'none'],
  label: ['type::bug', 'feature::addition', 'workflow::in dev', 'unheard of', 'none'],
  team: ['gateway-services', 'none', 'nowhere'],
  epic: ['1', '2', 'none'],
  milestone: ['18.8', 'backlog', 'none', 'nowhere', 'current', 'next', 'any'],
  weight: ['0', '2', '5', 'none', 'any'],
  state: ['open', 'closed'],
  reason: ['duplicate', 'done', 'none'],
  workflow: ['in-dev', 'ready-for-development', 'none'],
  blocked: ['yes', 'no'],
  watched: ['yes', 'no'],
  description: ['four seconds', 'SELF-HOSTED', 'none', 'any', '%'],
  waiting: ['key', 'infra', 'nobody', 'none', 'any'],
  link: [
    'blocked-by',
    'blocks',
    'relates',
    'duplicates',
    'duplicated-by',
    'split-from',
    '#1',
    '4',
    'none',
    'any',
  ],
  finding: [...FINDING_NAMES, 'none', 'any'],
  confidence: [...CONFIDENCES, 'none', 'any'],
}
for (const fact of ALL_FACTS) {
  if (fact.kind === 'choice') VALUES[fact.name] = [...fact.values, 'none']
  if (fact.kind === 'flag') VALUES[fact.name] = ['yes', 'no']
}
const PEOPLE = ['julie', 'mohamed', 'newick', 'cindy', 'nobody-here', 'me', 'none', 'any']
const DAYS = [
  '2026-01-07',
  '2026-01-01',
  '0d',
  '1d',
  '7d',
  '-1d',
  '+30d',
  '-7d',
  'today',
  'yesterday',
  'none',
  'any',
]

const askedFor = fc
  .record({
    kind: fc.constant('test' as const),
    field: fc.constantFrom(...CONDITION_FIELDS),
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

/** What the law keeps, and what the database finds. */
async function kept(ctx: Ctx) {
  const [issues, asker] = [await matchables(ctx), await askerOf(ctx)]
  return (condition: Condition) =>
    issues
      .filter((issue) => issue.kind === 'issue' || asksFor(condition, 'kind'))
      .filter((issue) => meets(issue, grounded(condition, asker), todayOf(ctx)))
      .map(({ ref }) => ref)
      .toSorted(byNumber)
}
const found = async (ctx: Ctx, condition: Condition) =>
  (await entriesOf(ctx, { filter: printCondition(condition) })).map(({ ref }) => ref).toSorted(byNumber)

test('the database finds exactly what the law would keep, whatever is asked, in any time zone', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    await createIssue(world, {
      group,
      kind: 'refinement',
      title: 'Refinement, week 2',
      labels: ['type::bug'],
    })
    for (const zone of ZONES) {
      const ctx = { ...world, group: { ...world.group, zone } }
      const keeps = await kept(ctx)
      expect(keeps({ kind: 'all', of: [] })).toHaveLength(6)
      await fc.assert(
        fc.asyncProperty(conditionsOf(askedFor), async (condition) => {
          expect(await found(ctx, condition)).toEqual(keeps(condition))
        }),
        { numRuns: 150 },
      )
    }
  }))

test('each question is answered alike by itself', () =>
  inWorld(async (ctx) => {
    await aMixedWorld(ctx)
    await createIssue(ctx, { group, kind: 'refinement', title: 'Refinement, week 2', labels: ['type::bug'] })
    const keeps = await kept(ctx)
    await fc.assert(
      fc.asyncProperty(askedFor, async (one) => {
        expect(await found(ctx, one)).toEqual(keeps(one))
      }),
      { numRuns: 500 },
    )
  }))

test('to whom something is confidential no filter tells of it', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    const ctx: Ctx = { ...world, actor: { ...world.actor, roles: ['stakeholder'], admin: false } }
    const keeps = await kept(ctx)
    expect(keeps({ kind: 'all', of: [] })).toHaveLength(5)
    await fc.assert(
      fc.asyncProperty(askedFor, async (one) => {
        expect(await found(ctx, one)).toEqual(keeps(one))
      }),
      { numRuns: 200 },
    )
  }))

test('each rule of the triage report finds something in this world, so that none is compared with nothing', () =>
  inWorld(async (ctx) => {
    await aMixedWorld(ctx)
    await anIssue(ctx, { labels: ['type::bug', 'workflow::in dev', 'spike'], weight: null })
    await anIssue(ctx, {
      labels: ['type::bug', 'Deliverable', 'workflow::ready for development'],
      dri: 'julie',
    })
    await ctx.db.query(
      `delete from issue_labels x using labels k where k.group_id = x.group_id and k.id = x.label_id
        and k.meaning = 'workflow.ready-for-development'`,
    )
    await anIssue(ctx, { labels: ['type::bug'], weight: null })
    const keeps = await kept(ctx)
    for (const value of FINDING_NAMES) {
      const one = { kind: 'test', field: 'finding', op: ':', value } as const
      expect(keeps(one), value).not.toEqual([])
      expect(await found(ctx, one), value).toEqual(keeps(one))
    }
  }))

test('what the DRI says is an update, what others say is none', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels: ['workflow::in dev'], dri: 'julie' })
    await ctx.db.query(`update issue_labels set added_at = '2025-12-20T12:00:00Z'`)
    const quiet = { kind: 'test', field: 'finding', op: ':', value: 'no-update' } as const
    await commentOnIssue(ctx, { group, ref, body: 'How is it?' })
    expect(await found(ctx, quiet)).toEqual([ref])
    await commentOnIssue(await as('julie'), { group, ref, body: 'Half done.' })
    expect(await found(ctx, quiet)).toEqual([])
  }))

test('a board’s chips find what a list finds by them', () =>
  inWorld(async (ctx) => {
    await aMixedWorld(ctx)
    const [issues, { labels }] = [await matchables(ctx), await lookupsOf(ctx)]
    const asker = await askerOf(ctx)
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
      'person=me&epic!=any',
      'weight=any&weight!=5',
    ]
    for (const query of queries) {
      const condition = conditionOf(chipsFrom(new URLSearchParams(query)), { words: 'title' })
      const keeps = cardsMeeting(condition, labels, asker)
      const entries = await entriesOf(ctx, { filter: printCondition(condition) })
      expect(entries.map(({ ref }) => ref).toSorted(byNumber), query).toEqual(
        rows
          .filter(keeps)
          .map(({ ref }) => ref)
          .toSorted(byNumber),
      )
    }
  }))

const byNumber = (a: number, b: number) => a - b
