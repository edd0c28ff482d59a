import { expect, test } from 'vitest'
import { belowWaterline } from '#lib/domain/waterline.ts'
import { handOver } from '../commands/hand-overs/hand-over.ts'
import { assignIssue } from '../commands/issues/assign.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { removePerson } from '../commands/people.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { releaseIssue } from '../commands/issues/take.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createIssue } from '../commands/issues/create.ts'
import { openWeighing } from '../commands/weighings/open.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { viewBoard } from './boards.ts'
import { entriesOf } from './issue-lists.ts'
import { readWeek } from './week.ts'

const group = 'custom-models'
const PROMISED = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

test('a mention waits in my week until I have answered it', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    await commentOnIssue(ctx, { group, ref, body: '@julie which?' })
    expect((await readWeek(julie)).mentions).toMatchObject([
      { ref, by: 'Mohamed Hamda', words: '@julie which?' },
    ])
    await commentOnIssue(julie, { group, ref, body: 'The second.' })
    expect((await readWeek(julie)).mentions).toEqual([])
  }))

test('a person who is asked for a weight finds it in their week', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await openWeighing(ctx, { group, ref, asked: ['julie', 'cindy'] })
    expect((await readWeek(await as('julie'))).weighings).toMatchObject([{ ref }])
    expect((await readWeek(await as('newick'))).weighings).toEqual([])
  }))

test('what is committed, ready and without a DRI is next to take, but not for those who take nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: PROMISED, dri: 'mohamed' })
    expect((await readWeek(ctx)).next).toEqual([])
    await releaseIssue(ctx, { group, ref })
    expect((await readWeek(ctx)).next).toMatchObject([{ ref }])
    expect((await readWeek(outside(ctx))).next).toEqual([])
  }))

test('the EM sees active work without a DRI and what the rules find; an engineer does not', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels: ['group::custom models', 'workflow::in dev'], weight: 5 })
    const { lead } = await readWeek(ctx)
    expect(lead?.drift).toEqual([{ ref, title: 'Slow model list', because: 'In dev without a DRI.' }])
    expect(lead).toMatchObject({
      open: 1,
      toFix: 1,
      findings: [
        { name: 'no-type', total: 1 },
        { name: 'too-heavy', total: 1 },
        { name: 'no-dri', total: 1 },
      ],
    })
    expect((await readWeek(await as('julie'))).lead).toBeNull()
  }))

test('the EM sees how much is said: the Deliverables of the milestone, whatever became of them', () =>
  inWorld(async (ctx) => {
    const commit = (weight: number, milestone = '18.8') =>
      anIssue(ctx, { labels: PROMISED, dri: 'julie', weight, milestone })
    await commit(2)
    await weighIssue(ctx, { group, ref: await commit(2), weight: null })
    await closeIssue(ctx, { group, ref: await commit(3), reason: 'done' })
    await closeIssue(ctx, { group, ref: await commit(1), reason: 'wont_do' })
    await commit(3, '18.9')
    await anIssue(ctx, { weight: 3 })
    const { lead } = await readWeek(ctx)
    expect(lead?.milestone).toMatchObject({ title: '18.8', committed: 6, done: 3, unweighted: 1 })
  }))

test('the PM sees what is to weigh and to refine, what has no next milestone, and whether it fits', () =>
  inWorld(async (ctx, { as }) => {
    const jordan = await as('jordan')
    const base = ['group::custom models', 'type::bug']
    const unweighted = await anIssue(ctx, { labels: base, weight: null, milestone: '18.9' })
    const rough = await anIssue(ctx, {
      labels: [...base, 'workflow::planning breakdown'],
      milestone: 'next-1-3',
    })
    await anIssue(ctx, { labels: [...base, 'workflow::planning breakdown'], milestone: 'backlog' })
    await anIssue(ctx, { labels: base, weight: 90, milestone: '18.9' })
    const { plan, lead } = await readWeek(jordan)
    expect(lead).toBeNull()
    expect(plan).toMatchObject({
      next: { title: '18.9', startOn: '2026-01-10' },
      unweighted: { total: 1, first: [{ ref: unweighted }] },
      refine: { total: 1, first: [{ ref: rough }] },
      load: { title: '18.9', weight: 90 },
    })
    const board = await viewBoard(jordan, { board: 'planning' })
    const below = belowWaterline(board.cards, board.capacity?.weight ?? null)
    expect(plan?.load).toMatchObject({ capacity: board.capacity?.weight, below: below.length })
    expect(below.length).toBeGreaterThan(0)
    expect((await entriesOf(jordan, { filter: plan?.refine.filter })).map(({ ref }) => ref)).toEqual([rough])
    expect((await readWeek(await as('julie'))).plan).toBeNull()
    await ctx.db.query(
      `delete from issues where milestone_id = (select id from milestones where title = '18.9')`,
    )
    await ctx.db.query(`delete from milestones where title = '18.9'`)
    expect((await readWeek(jordan)).plan?.next).toBeNull()
  }))

test('the EM sees whose DRI left the group, and where others work on it while the DRI stayed the same', () =>
  inWorld(async (ctx, { as }) => {
    const [left, passed, shared] = [
      await anIssue(ctx, { dri: 'patrick' }),
      await anIssue(ctx, { dri: 'julie' }),
      await anIssue(ctx, { dri: 'julie' }),
    ]
    await removePerson(ctx, { group, person: 'patrick' })
    for (const ref of [passed, shared]) await assignIssue(ctx, { group, ref, assignees: ['julie'] })
    await assignIssue(ctx, { group, ref: passed, assignees: ['newick'] })
    await assignIssue(ctx, { group, ref: shared, assignees: ['julie', 'newick'] })
    const drift = async () => (await readWeek(ctx)).lead?.drift.map(({ ref, because }) => [ref, because])
    expect(await drift()).toEqual([
      [left, 'Its DRI is no longer in the group.'],
      [passed, 'Others work on it, and Julie Huang is still its DRI.'],
    ])
    await handOver(ctx, { group, ref: passed, from: 'julie', to: 'newick', context: 'Yours.', atOnce: true })
    await handOver(ctx, { group, ref: left, from: 'patrick', to: 'manoj', context: 'He left.', atOnce: true })
    expect(await drift()).toEqual([])
    const given = { group, ref: passed, from: 'newick', to: 'cindy', context: 'Yours.' }
    await handOver(await as('newick'), given)
    await removePerson(ctx, { group, person: 'cindy' })
    expect(await drift()).toEqual([[passed, 'The person asked to take over is no longer in the group.']])
  }))

test('nothing confidential is in the week of a stakeholder, also where they were asked before', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { card } = await createIssue(ctx, { group, title: 'A leak', confidential: true, dri: 'julie' })
    await commentOnIssue(ctx, { group, ref: card.ref, body: '@julie see this' })
    expect((await readWeek(julie)).mentions).toHaveLength(1)
    expect(await readWeek(outside(julie))).toMatchObject({ mentions: [], mine: [] })
  }))
