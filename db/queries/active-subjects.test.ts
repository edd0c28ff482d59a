import { expect, test } from 'vitest'
import { isActiveIssue } from '#lib/domain/updates/active.ts'
import { isState, STATES, stateTitle } from '#lib/domain/workflow.ts'
import { leadEpic } from '../commands/epics-edit.ts'
import { createEpic } from '../commands/epics.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { joinEpic } from '../commands/issues/epic.ts'
import { A_VISITOR, type Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { activeSubjects, activeWork } from './active-subjects.ts'
import { WORKFLOW } from './issue-sql.ts'
import { timeboxes } from './milestones.ts'

const group = 'custom-models'
const inDev = ['group::custom models', 'type::bug', 'workflow::in dev']
const refined = ['group::custom models', 'type::bug', 'workflow::refinement']

const refsOf = async (ctx: Ctx) => (await activeSubjects(ctx)).map(({ kind, ref }) => `${kind} ${ref}`)

test('what is in work in the milestone that runs, and driven by a person, is an active subject', () =>
  inWorld(async (ctx) => {
    const before = await refsOf(ctx)
    const active = await anIssue(ctx, { labels: inDev, dri: 'julie' })
    await anIssue(ctx, { labels: refined, dri: 'julie' })
    await anIssue(ctx, { labels: inDev, dri: 'julie', milestone: '18.9' })
    const alone = await anIssue(ctx, { labels: inDev, dri: null })
    const closed = await anIssue(ctx, { labels: inDev, dri: 'julie' })
    await closeIssue(ctx, { group, ref: closed, reason: 'done' })
    expect((await refsOf(ctx)).filter((one) => !before.includes(one))).toEqual([`issue ${active}`])
    expect((await activeWork(ctx)).find(({ ref }) => ref === alone)).toMatchObject({
      dri: null,
      state: 'in-dev',
    })
  }))

test('an epic with a tech lead is one while it is open and an issue of it is in work', () =>
  inWorld(async (ctx) => {
    const { number } = await createEpic(ctx, { title: 'Fewer surprises', techLead: 'julie' })
    const ref = await anIssue(ctx, { labels: inDev, dri: null })
    const isThere = async () => (await refsOf(ctx)).includes(`epic ${number}`)
    expect(await isThere()).toBe(false)
    await joinEpic(ctx, { group, ref, epic: number })
    expect(await isThere()).toBe(true)
    await leadEpic(ctx, { group, epic: number, person: null })
    expect(await isThere()).toBe(false)
    await leadEpic(ctx, { group, epic: number, person: 'julie' })
    await closeIssue(ctx, { group, ref, reason: 'done' })
    expect(await isThere()).toBe(false)
  }))

test('who may not see a confidential issue does not learn of it, nor of the epic that it alone keeps active', () =>
  inWorld(async (ctx) => {
    const { number } = await createEpic(ctx, { title: 'Quietly', techLead: 'julie' })
    const ref = await anIssue(ctx, { labels: inDev, dri: 'julie', confidential: true })
    await joinEpic(ctx, { group, ref, epic: number })
    const added = [`issue ${ref}`, `epic ${number}`]
    expect(await refsOf(ctx)).toEqual(expect.arrayContaining(added))
    const seen = await refsOf({ ...ctx, actor: A_VISITOR })
    expect(added.filter((one) => seen.includes(one))).toEqual([])
  }))

test('the statement finds what the law calls active, issue by issue', () =>
  inWorld(async (ctx) => {
    for (const state of STATES) {
      await anIssue(ctx, { labels: ['group::custom models', 'type::bug', `workflow::${stateTitle(state)}`] })
    }
    const current = Number((await timeboxes(ctx)).current?.id)
    const { rows } = await ctx.db.query<{
      ref: number
      kind: 'issue'
      open: boolean
      state: string
      current: boolean
    }>(
      `select i.number as ref, i.kind, i.state = 'open' as open, ${WORKFLOW} as state,
        coalesce(i.milestone_id = $2, false) as current from issues i where i.group_id = $1`,
      [ctx.group.id, current],
    )
    const byLaw = rows.filter((row) =>
      isActiveIssue({ ...row, state: isState(row.state) ? row.state : null }),
    )
    const found = (await activeWork(ctx)).filter(({ kind }) => kind === 'issue')
    expect(found.map(({ ref }) => ref).toSorted()).toEqual(byLaw.map(({ ref }) => ref).toSorted())
    expect(found.length).toBeGreaterThan(0)
  }))
