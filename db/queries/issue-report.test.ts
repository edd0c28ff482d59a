import { expect, test } from 'vitest'
import { FINDING_NAMES } from '#lib/domain/findings.ts'
import type { Ctx } from '../context.ts'
import { aMixedWorld, matchables } from '../testing/mixed-world.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { entriesOf } from './issue-lists.ts'
import { countFindings, reportIssues } from './issue-report.ts'
import { readIssue } from './issues.ts'

const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

test('each count of the triage report equals the list behind it, for every reader', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    for (const ctx of [world, outside(world)]) {
      const { findings, issues } = await reportIssues(ctx)
      for (const name of FINDING_NAMES) {
        const reported = findings.find((one) => one.name === name)?.issues.map(({ ref }) => ref) ?? []
        const listed = await entriesOf(ctx, { filter: `finding:${name}` })
        expect(reported, name).toEqual(listed.map(({ ref }) => ref))
      }
      expect(issues).toBe((await entriesOf(ctx, { filter: 'finding:any' })).length)
    }
  }))

test('the triage report finds in each issue what the rules find in it alone, and its numbers are those of the week', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    for (const ctx of [world, outside(world)]) {
      const report = await reportIssues(ctx)
      const open = (await matchables(ctx)).filter(({ state }) => state === 'open')
      const found = open.flatMap(({ ref, findings }) => findings.map((name) => `${name} #${ref}`))
      const reported = report.findings.flatMap(({ name, issues }) =>
        issues.map(({ ref }) => `${name} #${ref}`),
      )
      expect(reported.toSorted()).toEqual(found.toSorted())
      expect(await countFindings(ctx)).toEqual({
        open: open.length,
        toFix: report.issues,
        findings: report.findings.map(({ name, issues }) => ({ name, total: issues.length })),
      })
    }
  }))

test('the triage report looks at all open issues, whatever their milestone, and says why', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { milestone: null, weight: 2 })
    expect(await reportIssues(ctx)).toMatchObject({
      open: 1,
      issues: 1,
      findings: [
        {
          name: 'no-milestone',
          sentence: 'The issue triage report highlights issues that need a milestone assignment.',
          issues: [{ ref, because: 'It has no milestone.' }],
        },
      ],
    })
  }))

test('the triage report and the issue say whether the group posts weekly updates, by which alone silence is broken then', () =>
  inWorld(async (ctx, { as }) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    const subject = `issue-${ref}`
    const weekly = async () => [
      (await reportIssues(ctx)).weekly,
      (await readIssue(ctx, { group: ctx.group.slug, ref })).weekly,
    ]
    expect(await weekly()).toEqual([false, false])
    const said = { progress: 'In review', blockers: '', next: '', confidence: 'very' } as const
    await putUpdate(await as('julie'), { group: ctx.group.slug, week: '2026-W02', subject, ...said })
    expect(await weekly()).toEqual([true, true])
  }))
