import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readCapacity } from '../../queries/capacity.ts'
import { viewBoard } from '../../queries/boards.ts'
import { listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { readPlanningIssue } from '../../queries/planning-issue.ts'
import { listPriorities } from '../../queries/planning-priorities.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { overrideCapacity } from '../capacity/override.ts'
import { closeIssue } from '../issues/close.ts'
import { setFact } from '../issues/set-fact.ts'
import { planIssue } from '../issues/plan.ts'
import { closeMilestone } from '../closing/close.ts'
import { editGoals } from '../milestone-goals.ts'
import { undoEvent } from '../undo.ts'
import { createPlanningIssue } from './create.ts'
import { freezePlanning, freezePlanningIssue, unfreezePlanning } from './freeze.ts'
import { postCapacity } from './post.ts'
import { setPriorities } from './priorities.ts'

const group = 'custom-models'
const IN = { group, milestone: '18.9' }
const ORIGIN = 'https://saydo.example'
const DELIVERABLE = [
  'group::custom models',
  'type::maintenance',
  'workflow::ready for development',
  'Deliverable',
]

const read = (ctx: Ctx) => readPlanningIssue(ctx, { milestone: '18.9' }, ORIGIN)
const asked = { team: 'model-selection', milestone: '18.9', labels: DELIVERABLE, dri: 'julie' }
const expectReplayed = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(ledger).toEqual(tables)
}

describe('the planning issue of a milestone', () => {
  test('is made by the PM in one act from the template, once, and lies on no board', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      const { ref, created, because } = await createPlanningIssue(jordan, IN)
      expect({ created, because }).toEqual({ created: true, because: null })
      expect(await readIssue(ctx, { group, ref })).toMatchObject({
        title: 'Planning, 18.9',
        milestone: '18.9',
        author: 'jordan',
        planningOf: '18.9',
      })
      expect(await createPlanningIssue(ctx, IN)).toMatchObject({
        ref,
        created: false,
        because: `#${ref} is already the planning issue of 18.9.`,
      })
      expect((await viewBoard(ctx, { board: 'planning', milestone: '18.9' })).cards).toEqual([])
      const { items } = await listEvents(ctx, { group, limit: 2 })
      expect(items.map(({ sentence }) => sentence)).toEqual([
        `Jordan Janes made #${ref} the planning issue of 18.9.`,
        `Jordan Janes created #${ref}, “Planning, 18.9”.`,
      ])
      await expectReplayed(ctx)
    }))

  test('is created by the PM or the EM, for an open milestone with dates', () =>
    inWorld(async (ctx, { as }) => {
      await expect(createPlanningIssue(await as('julie'), IN)).rejects.toThrow(
        'Only the product manager or the engineering manager changes the planning issue.',
      )
      await expect(createPlanningIssue(ctx, { group, milestone: 'backlog' })).rejects.toThrow('is a shelf')
      await expect(createPlanningIssue(ctx, { group, milestone: '99.9' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await closeMilestone(ctx, { group, milestone: '18.8', issues: [], early: true })
      await expect(createPlanningIssue(ctx, { group, milestone: '18.8' })).rejects.toThrow('18.8 is closed')
    }))

  test('that was taken back is closed, stays the one of its milestone, and stays in it', () =>
    inWorld(async (ctx) => {
      const { ref, event } = await createPlanningIssue(ctx, IN)
      await expect(planIssue(ctx, { group, ref, milestone: null })).rejects.toThrow('stays in its milestone')
      await undoEvent(ctx, { group, event })
      expect((await readIssue(ctx, { group, ref })).state).toBe('closed')
      expect((await createPlanningIssue(ctx, IN)).because).toContain('It is closed: reopen it to continue.')
      await expectReplayed(ctx)
    }))

  test('that is confidential is none for who may not see it', () =>
    inWorld(async (ctx, { as }) => {
      const { ref } = await createPlanningIssue(ctx, IN)
      const number = await anIssue(ctx)
      await setPriorities(ctx, {
        ...IN,
        priorities: [{ kind: 'issue', number, teams: [], goal: '' }],
        was: [],
      })
      await setFact(ctx, ref, 'confidential', true)
      const outside = {
        ...(await as('julie')),
        actor: { ...(await as('julie')).actor, roles: ['stakeholder' as const] },
      }
      expect(await read(outside)).toMatchObject({
        ref: null,
        title: '',
        markdown: '',
        blocks: { priorities: { rows: [] } },
      })
      expect(await listPriorities(outside, { milestone: '18.9' })).toEqual({ items: [], notShown: 0 })
      expect((await read(ctx)).ref).toBe(ref)
    }))
})

describe('its data blocks', () => {
  test('show capacity and Deliverables as they are, until they are frozen', () =>
    inWorld(async (ctx, { as }) => {
      await createPlanningIssue(ctx, IN)
      await anIssue(ctx, { ...asked, title: 'Slow list', weight: 3 })
      await anIssue(ctx, { milestone: '18.9', weight: 2 })
      const { total } = await readCapacity(ctx, { milestone: '18.9' })
      const live = (await read(ctx)).blocks
      expect(live.milestone).toEqual({
        title: '18.9',
        startOn: '2026-01-10',
        dueOn: '2026-02-13',
        workingDays: 25,
      })
      expect(live.boards.map(({ slug }) => slug)).toEqual(['planning', 'build'])
      expect(live.capacity.total).toEqual({ capacity: total.weight, picked: 3 })
      expect(live.capacity.teams.find(({ slug }) => slug === 'model-selection')).toMatchObject({ picked: 3 })
      expect(live.deliverables).toEqual({
        rows: [
          {
            ref: 2,
            title: 'Slow list',
            team: 'Model Selection',
            weight: 3,
            dri: { handle: 'julie', name: 'Julie Huang' },
            status: 'ready for development',
          },
        ],
        notShown: 0,
      })

      await freezePlanning(await as('jordan'), IN)
      const away = { ...IN, person: 'julie', term: 'timeOff' as const, value: 5, reason: 'A course.' }
      await overrideCapacity(ctx, away)
      await anIssue(ctx, { ...asked, weight: 2 })
      const frozen = await read(ctx)
      expect(frozen.blocks).toEqual(live)
      expect(frozen.frozen).toEqual({ at: ctx.now.toISOString(), by: 'jordan' })
      await expect(freezePlanning(ctx, IN)).rejects.toThrow('already frozen')
      await expect(postCapacity(ctx, IN)).rejects.toThrow('is frozen. Unfreeze it first.')
      await expectReplayed(ctx)

      await unfreezePlanning(ctx, IN)
      const again = await read(ctx)
      expect(again.frozen).toBeNull()
      expect(again.blocks.capacity.total).toEqual({ capacity: total.weight - 2.5, picked: 5 })
      expect(again.blocks.deliverables.rows).toHaveLength(2)
      await expectReplayed(ctx)
    }))

  test('count everything, and list what the reader may see, also once they are frozen', () =>
    inWorld(async (ctx, { as }) => {
      await createPlanningIssue(ctx, IN)
      const seen = await anIssue(ctx, { ...asked, weight: 3 })
      const secret = await anIssue(ctx, { ...asked, weight: 2, title: 'A secret', confidential: true })
      const priorities = [seen, secret].map((number) => ({
        kind: 'issue' as const,
        number,
        teams: [],
        goal: '',
      }))
      await setPriorities(ctx, { ...IN, priorities, was: [] })
      const julie = await as('julie')
      const outside = { ...julie, actor: { ...julie.actor, roles: ['stakeholder' as const] } }
      const refs = async (reader: Ctx) => {
        const { deliverables, priorities, capacity } = (await read(reader)).blocks
        return {
          rows: deliverables.rows.map(({ ref }) => ref),
          priorities: priorities.rows.map(({ number }) => number),
          notShown: [deliverables.notShown, priorities.notShown],
          picked: capacity.total.picked,
        }
      }
      const all = { rows: [seen, secret], priorities: [seen, secret], notShown: [0, 0], picked: 5 }
      const some = { rows: [seen], priorities: [seen], notShown: [1, 1], picked: 5 }
      expect([await refs(ctx), await refs(outside)]).toEqual([all, some])
      expect((await read(outside)).markdown).not.toContain('A secret')
      await freezePlanning(ctx, IN)
      expect([await refs(ctx), await refs(outside)]).toEqual([all, some])
      expect((await read(outside)).markdown).not.toContain('A secret')
      await setFact(ctx, seen, 'confidential', true)
      expect(await refs(outside)).toEqual({ ...some, rows: [], priorities: [], notShown: [2, 2] })
      await expectReplayed(ctx)
    }))

  test('are frozen when the milestone is closed, whether or not there is a planning issue', () =>
    inWorld(async (ctx) => {
      const id = Number((await read(ctx)).milestone.id)
      expect(await freezePlanningIssue(ctx, id)).toBeNull()
      await createPlanningIssue(ctx, IN)
      expect(await freezePlanningIssue(ctx, id)).toEqual(expect.any(Number))
      expect(await freezePlanningIssue(ctx, id)).toBeNull()
      const atItsEnd = { ...ctx, now: new Date('2026-02-13T12:00:00Z') }
      await closeMilestone(atItsEnd, { group, milestone: '18.9', issues: [] })
      await expect(unfreezePlanning(ctx, IN)).rejects.toThrow(
        '18.9 is closed. Its planning issue stays frozen.',
      )
    }))

  test('stand in the Markdown of the whole', () =>
    inWorld(async (ctx) => {
      await createPlanningIssue(ctx, IN)
      await editGoals(ctx, { ...IN, goals: '- Lists are quick', version: 1 })
      const { markdown, description } = await read(ctx)
      expect(description).toContain('\n{{capacity}}\n')
      expect(markdown).not.toContain('{{')
      expect(markdown).toContain('## Goals\n\n- Lists are quick\n\n## Priorities')
      expect(markdown).toContain('%"18.9", 2026-01-10 to 2026-02-13, 25 working days')
      expect(markdown).toContain(`[Build](${ORIGIN}/custom-models/boards/build?milestone=18.9)`)
      expect(markdown).toContain('| **Group** | **62.5** | **0** |')
    }))
})

describe('posting capacity and DRIs', () => {
  test('is a comment of the EM with what everyone may see, and is taken back with it', () =>
    inWorld(async (ctx, { as }) => {
      const { ref } = await createPlanningIssue(await as('jordan'), IN)
      await anIssue(ctx, { ...asked, title: 'Slow list', weight: 3 })
      await anIssue(ctx, { ...asked, weight: 2, title: 'A secret', confidential: true })
      await expect(postCapacity(await as('jordan'), IN)).rejects.toThrow(
        'Only the engineering manager posts capacity and DRIs.',
      )
      const { comment, event } = await postCapacity(ctx, IN)
      const { comments, mentions } = await readIssue(ctx, { group, ref })
      expect(comments).toMatchObject([{ id: comment, author: 'mohamed' }])
      const body = comments[0]?.body ?? ''
      expect(body).toContain('### Team capacity, 18.9')
      expect(body).toContain('| Model Selection | 15.6 | 5 |')
      expect(body).toContain(
        '| #2 Slow list | Model Selection | 3 | @julie | ready for development |\n\n1 not shown',
      )
      expect(body).not.toContain('A secret')
      expect(mentions).toMatchObject([{ comment, person: 'julie', by: 'mohamed' }])
      expect((await read(ctx)).posted).toEqual({ at: ctx.now.toISOString(), by: 'mohamed', comment })
      await expectReplayed(ctx)
      await undoEvent(ctx, { group, event })
      expect((await read(ctx)).posted).toBeNull()
      await expectReplayed(ctx)
    }))

  test('needs a planning issue that is open', () =>
    inWorld(async (ctx) => {
      await expect(postCapacity(ctx, IN)).rejects.toMatchObject({ code: 'not_found' })
      const { ref } = await createPlanningIssue(ctx, IN)
      await closeIssue(ctx, { group, ref })
      await expect(postCapacity(ctx, IN)).rejects.toThrow('is closed. Reopen it first.')
    }))
})
