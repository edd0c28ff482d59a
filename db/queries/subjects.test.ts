import { expect, test } from 'vitest'
import { createEpic } from '../commands/epics.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { setFact } from '../commands/issues/set-fact.ts'
import { refusalOf } from '../testing/refused.ts'
import { toStakeholder } from '../testing/stakeholder.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { subjectFacts, subjectNamed } from './subjects.ts'

const group = 'custom-models'

test('a subject is named as a path names it, and what names neither is told an example', () =>
  inWorld(async (ctx) => {
    expect(subjectNamed('issue-12')).toEqual({ kind: 'issue', ref: 12 })
    expect(subjectNamed('epic-3')).toEqual({ kind: 'epic', ref: 3 })
    for (const text of ['12', 'issue-0', 'issue-x', 'milestone-18.8', 'team-3', ''])
      expect(await refusalOf(ctx, async () => subjectNamed(text)), text).toBe(
        'invalid: subject: An issue or an epic, such as issue-12 or epic-3.',
      )
  }))

test('an issue and an epic tell their title, whether they are open, and who drives them', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    const { number } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'cindy' })
    expect(await subjectFacts(ctx, { kind: 'issue', ref })).toMatchObject({
      title: 'Slow model list',
      open: true,
      dri: { handle: 'julie', name: 'Julie Huang' },
    })
    expect(await subjectFacts(ctx, { kind: 'epic', ref: number })).toMatchObject({
      title: 'Lifecycle',
      open: true,
      dri: { handle: 'cindy' },
    })
    await closeIssue(ctx, { group, ref })
    expect(await subjectFacts(ctx, { kind: 'issue', ref })).toMatchObject({ open: false })
  }))

test('an issue and an epic of one number are two things', () =>
  inWorld(async (ctx) => {
    const { number } = await createEpic(ctx, { title: 'Lifecycle' })
    await ctx.db.query('update group_counters set last_issue = $2 where group_id = $1', [1, number - 1])
    const ref = await anIssue(ctx)
    expect(ref).toBe(number)
    const epic = await subjectFacts(ctx, { kind: 'epic', ref: number })
    const issue = await subjectFacts(ctx, { kind: 'issue', ref })
    expect([epic.title, issue.title]).toEqual(['Lifecycle', 'Slow model list'])
  }))

test('a stakeholder is told of a confidential issue what they are told of one that never was', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await setFact(ctx, ref, 'confidential', true)
    const stakeholder = await toStakeholder(await as('patrick'))
    const why = (number: number) =>
      refusalOf(ctx, () => subjectFacts(stakeholder, { kind: 'issue', ref: number }))
    expect(await why(ref)).toBe('not_found: The issue was not found, or you have no access.')
    expect(await why(800_001)).toBe(await why(ref))
    expect(await subjectFacts(await as('julie'), { kind: 'issue', ref })).toMatchObject({ ref })
  }))
