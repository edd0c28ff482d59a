import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readIssue } from '../../queries/issues.ts'
import { readPlanningIssue } from '../../queries/planning-issue.ts'
import { listPriorities } from '../../queries/planning-priorities.ts'
import { planningTemplate, readPlanningTemplate } from '../../queries/planning-template.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { closeIssue } from '../issues/close.ts'
import { createPlanningIssue } from './create.ts'
import { freezePlanning } from './freeze.ts'
import { setPriorities } from './priorities.ts'
import { editPlanningTemplate } from './planning-template.ts'

const group = 'custom-models'
const IN = { group, milestone: '18.9' }
const ORIGIN = 'https://saydo.example'

const read = (ctx: Ctx) => readPlanningIssue(ctx, { milestone: '18.9' }, ORIGIN)
const expectReplayed = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(ledger).toEqual(tables)
}

describe('priorities', () => {
  test('name issues and epics in order, with teams, goal, DRI and status', () =>
    inWorld(async (ctx, { as }) => {
      await createPlanningIssue(ctx, IN)
      const { number: epic } = await createEpic(ctx, { title: 'Health check', techLead: 'cindy' })
      const done = await anIssue(ctx, { epic, team: 'health-connectivity' })
      await anIssue(ctx, { epic, team: 'model-selection' })
      await closeIssue(ctx, { group, ref: done })
      const ref = await anIssue(ctx, { title: 'Slow list', team: 'model-selection', dri: 'julie' })
      const list = [
        { kind: 'epic' as const, number: epic, teams: [], goal: 'Failures name their cause.' },
        { kind: 'issue' as const, number: ref, teams: ['gateway-services'], goal: '' },
      ]
      await setPriorities(await as('jordan'), { ...IN, priorities: list, was: [] })
      expect((await read(ctx)).blocks.priorities.rows).toMatchObject([
        {
          kind: 'epic',
          number: epic,
          title: 'Health check',
          teams: [{ slug: 'model-selection' }, { slug: 'health-connectivity' }],
          goal: 'Failures name their cause.',
          dri: { handle: 'cindy' },
          status: '1 of 2 done',
        },
        { kind: 'issue', number: ref, teams: [{ slug: 'gateway-services' }], dri: { handle: 'julie' } },
      ])
      expect((await listPriorities(ctx, { milestone: '18.9' })).items).toMatchObject(list)
      await expectReplayed(ctx)
    }))

  test('of another person are not written over, and what is no work is refused', () =>
    inWorld(async (ctx, { as }) => {
      const { ref } = await createPlanningIssue(ctx, IN)
      const one = (number: number) => [{ kind: 'issue' as const, number, teams: [], goal: '' }]
      const set = (priorities: ReturnType<typeof one>, was: ReturnType<typeof one> = []) =>
        setPriorities(ctx, { ...IN, priorities, was })
      await expect(set(one(ref))).rejects.toThrow(`#${ref} is no work of its own.`)
      await expect(set(one(999))).rejects.toMatchObject({ code: 'not_found' })
      const number = await anIssue(ctx)
      await expect(set([...one(number), ...one(number)])).rejects.toThrow('is in the list twice')
      await set(one(number))
      await expect(set([])).rejects.toMatchObject({ code: 'stale' })
      await expect(
        setPriorities(await as('julie'), { ...IN, priorities: [], was: one(number) }),
      ).rejects.toMatchObject({
        code: 'forbidden',
      })
      await set([], one(number))
      await freezePlanning(ctx, IN)
      await expect(set(one(number))).rejects.toThrow('is frozen')
    }))
})

describe('the template', () => {
  test('is the group’s, each version kept, and what was made from it stays as it is', () =>
    inWorld(async (ctx, { as }) => {
      const edit = async (body: string, version: number) =>
        editPlanningTemplate(await as('jordan'), { group, title: 'Plan for {{milestone}}', body, version })
      await createPlanningIssue(ctx, { group, milestone: '18.8' })
      await edit('{{goals}}', 0)
      await edit('{{goals}}\n{{capacity}}', 1)
      await expect(edit('Something else', 1)).rejects.toMatchObject({ code: 'stale' })
      await expect(
        editPlanningTemplate(await as('julie'), { group, title: 'x', body: 'x', version: 2 }),
      ).rejects.toMatchObject({ code: 'forbidden' })
      const { ref } = await createPlanningIssue(ctx, IN)
      expect(await readIssue(ctx, { group, ref })).toMatchObject({
        title: 'Plan for 18.9',
        description: '{{goals}}\n{{capacity}}',
      })
      const { template: first, versions } = await readPlanningTemplate(ctx, { version: 1 })
      expect(first).toMatchObject({ version: 1, body: '{{goals}}', by: 'jordan' })
      expect(versions.map(({ version }) => version)).toEqual([2, 1, 0])
      expect((await planningTemplate(ctx, 0)).body).toContain('## Checklist')
      await expect(planningTemplate(ctx, 9)).rejects.toMatchObject({ code: 'not_found' })
      const earlier = await readPlanningIssue(ctx, { milestone: '18.8' }, ORIGIN)
      expect(earlier.title).toBe('Planning, 18.8')
      await expectReplayed(ctx)
    }))
})
