import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { readPlan } from '../../queries/plan.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { PLANNED, add, apply, expectReplayed, group, open, view } from '../../testing/sandboxes.ts'
import { closeIssue } from '../issues/close.ts'
import { labelIssue } from '../issues/labels.ts'
import { selectPlan } from '../plan/select.ts'
import { undoEvent } from '../undo.ts'

const READY = [...PLANNED.labels, 'type::bug', 'workflow::ready for development']
const ready = (ctx: Ctx, facts: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { milestone: '18.9', labels: READY, team: 'model-selection', ...facts })
const pick = (ref: number, isIn = true) => ({ what: 'deliverable' as const, ref, isIn })

const isDeliverable = async (ctx: Ctx, ref: number) =>
  (await issueFacts(ctx, ref)).labels.some(({ meaning }) => meaning === 'deliverable')

/** What is picked by the what-if beside what the plan says of itself. */
async function picked(ctx: Ctx, side: 'live' | 'whatIf') {
  const { teams, total } = await view(ctx)
  return { total: total[side].picked, teams: teams.map((one) => [one.team, one[side].picked]) }
}
async function pickedInPlan(ctx: Ctx) {
  const { teams, total } = await readPlan(ctx, { milestone: '18.9' })
  return { total: total.picked, teams: teams.map((one) => [one.team, one.picked]) }
}

describe('Deliverables of a what-if', () => {
  test('move what is picked beside the plan, become Deliverables by its selection, and go back in one act', () =>
    inWorld(async (ctx) => {
      const [fresh, made] = [
        await ready(ctx, { dri: 'julie', weight: 3 }),
        await ready(ctx, { dri: 'manoj', weight: 1 }),
      ]
      await selectPlan(ctx, { milestone: '18.9', items: [{ ref: made }] })
      await open(ctx)
      const before = await pickedInPlan(ctx)
      expect(await picked(ctx, 'live')).toEqual(before)
      await add(ctx, pick(fresh))
      await add(ctx, pick(made, false))
      expect(await picked(ctx, 'live')).toEqual(before)
      const { total, changes } = await view(ctx)
      expect(total.whatIf).toMatchObject({ picked: 3, load: total.live.load, weight: total.live.weight })
      expect(changes.map(({ says, isIn, ref }) => [says, isIn, ref])).toEqual([
        [`#${fresh} becomes a Deliverable`, true, fresh],
        [`#${made} stops being a Deliverable`, false, made],
      ])
      await expectReplayed(ctx)
      const whatIf = await picked(ctx, 'whatIf')
      const { event } = await apply(ctx)
      expect([await isDeliverable(ctx, fresh), await isDeliverable(ctx, made)]).toEqual([true, false])
      expect((await issueFacts(ctx, fresh)).assignees.map(({ name }) => name)).toEqual(['Julie Huang'])
      expect(await pickedInPlan(ctx)).toEqual(whatIf)
      await expectReplayed(ctx)
      expect((await undoEvent(ctx, { group, event })).refused).toEqual([])
      expect(await pickedInPlan(ctx)).toEqual(before)
      expect((await issueFacts(ctx, fresh)).assignees).toEqual([])
      expect((await view(ctx)).sandbox.state).toBe('open')
      await expectReplayed(ctx)
    }))

  test('count what the changes before them do: a candidate that is brought in, and a DRI that it is given', () =>
    inWorld(async (ctx) => {
      const comes = await anIssue(ctx, { milestone: null, weight: 2 })
      const alone = await ready(ctx, { weight: 2 })
      await open(ctx)
      await expect(add(ctx, pick(comes))).rejects.toThrow(`#${comes} is no candidate.`)
      await expect(add(ctx, pick(alone))).rejects.toThrow('It has no DRI and no assignee.')
      await add(ctx, { what: 'candidate', ref: comes, isIn: true })
      for (const ref of [comes, alone]) {
        await add(ctx, { what: 'dri', ref, person: 'cindy' })
        await add(ctx, pick(ref))
      }
      const whatIf = await picked(ctx, 'whatIf')
      expect(whatIf.total).toBe(4)
      await apply(ctx)
      expect(await pickedInPlan(ctx)).toEqual(whatIf)
    }))

  test('are refused in the words of the selection, when they are added and, each by its issue, when they are applied', () =>
    inWorld(async (ctx, { as }) => {
      const unready = await ready(ctx, { labels: PLANNED.labels, dri: 'julie' })
      const [erodes, done, good] = [
        await ready(ctx, { dri: 'julie' }),
        await ready(ctx, { dri: 'julie' }),
        await ready(ctx, { dri: 'cindy' }),
      ]
      await open(ctx)
      await expect(add(ctx, pick(unready))).rejects.toThrow('Move it to ready for development first.')
      await expect(add(ctx, pick(good, false))).rejects.toThrow(`#${good} is no Deliverable.`)
      const [first, second, third] = [
        await add(ctx, pick(erodes)),
        await add(ctx, pick(done)),
        await add(ctx, pick(good)),
      ]
      await labelIssue(ctx, { group, ref: erodes, add: ['workflow::planning breakdown'] })
      await closeIssue(ctx, { group, ref: done, reason: 'done' })
      const { changes } = await view(ctx)
      expect(changes.map(({ meanwhile }) => meanwhile.length)).toEqual([0, 1, 0])
      await expect(apply(ctx, { confirm: [second] })).rejects.toMatchObject({
        code: 'refused',
        facts: {
          rule: 'changes_refused',
          changes: [
            {
              change: first,
              because: 'It is in planning breakdown. Move it to ready for development first.',
            },
            { change: second, because: 'It is closed. Reopen it first.' },
          ],
        },
      })
      expect(await isDeliverable(ctx, good)).toBe(false)
      const jordan = await as('jordan')
      await expect(apply(jordan, { leaveOut: [first, second] })).rejects.toMatchObject({
        facts: {
          changes: [{ change: third, because: expect.stringContaining('Only the engineering manager') }],
        },
      })
      expect(await apply(ctx, { leaveOut: [first, second] })).toMatchObject({ applied: 1 })
      expect(await isDeliverable(ctx, good)).toBe(true)
    }))

  test('that became Deliverables meanwhile are shown, and stay what they are once that is confirmed', () =>
    inWorld(async (ctx) => {
      const ref = await ready(ctx, { dri: 'julie' })
      await open(ctx)
      const change = await add(ctx, pick(ref))
      await selectPlan(ctx, { milestone: '18.9', items: [{ ref, dri: 'julie' }] })
      const { changes, meanwhile, total } = await view(ctx)
      expect(changes[0]?.meanwhile.map(({ sentence }) => sentence)).toEqual([
        `Mohamed Hamda added ~Deliverable to #${ref}.`,
      ])
      expect(meanwhile.map(({ sentence }) => sentence)).toContain(
        `Mohamed Hamda added ~Deliverable to #${ref}.`,
      )
      expect(total.live.picked).toBe(total.whatIf.picked)
      await expect(apply(ctx)).rejects.toMatchObject({ facts: { rule: 'changed_meanwhile' } })
      expect(await apply(ctx, { confirm: [change] })).toMatchObject({ applied: 1 })
      expect(await isDeliverable(ctx, ref)).toBe(true)
    }))

  test('of an issue that a reader may not see count, and are not told them', () =>
    inWorld(async (ctx, { as }) => {
      const secret = await ready(ctx, { confidential: true, title: 'Quiet work', weight: 3, dri: 'julie' })
      await open(ctx)
      await add(ctx, pick(secret))
      const patrick = await as('patrick')
      const outsider: Ctx = { ...patrick, actor: { ...patrick.actor, roles: ['stakeholder'] } }
      const seen = await view(outsider)
      expect(seen.total.whatIf.picked - seen.total.live.picked).toBe(3)
      expect(seen).toMatchObject({ changes: [], notShown: 1 })
      expect(JSON.stringify(seen)).not.toMatch(new RegExp(`#${secret}\\b|Quiet work`))
    }))
})
