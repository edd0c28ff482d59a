import { expect, test } from 'vitest'
import { FINDING_NAMES } from '#lib/domain/findings.ts'
import type { Ctx } from '../context.ts'
import { aMixedWorld } from '../testing/mixed-world.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { entriesOf } from './issue-lists.ts'
import { reportIssues } from './issue-report.ts'

const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

test('each count of the triage report equals the list behind it, for whoever looks', () =>
  inWorld(async (world) => {
    await aMixedWorld(world)
    for (const ctx of [world, outside(world)]) {
      const { findings, issues } = await reportIssues(ctx)
      for (const name of FINDING_NAMES) {
        const told = findings.find((one) => one.name === name)?.issues.map(({ ref }) => ref) ?? []
        const listed = await entriesOf(ctx, { filter: `finding:${name}` })
        expect(told, name).toEqual(listed.map(({ ref }) => ref))
      }
      expect(issues).toBe((await entriesOf(ctx, { filter: 'finding:any' })).length)
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
