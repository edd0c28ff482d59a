import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import { readRetrospective } from '../../queries/retrospective.ts'
import { listRetrospectives } from '../../queries/retrospectives.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { inWorld } from '../../testing/world.ts'
import { createActivity } from '../activities/activities.ts'
import { undoEvent } from '../undo.ts'
import { addAction, editAction } from './actions.ts'
import { beginRetrospective } from './begin.ts'
import { addPoint, rewordPoint, withdrawPoint } from './points.ts'
import { closeRetrospective, openRetrospective } from './stages.ts'
import { unvotePoint, votePoint } from './votes.ts'

const group = 'custom-models'
/** The world's noon lies on 7 January 2026. */
const month = '2026-01'
const at = { group, retrospective: month }
const write = (ctx: Ctx, text: string, kind: 'well' | 'not_well' | 'try' = 'well') =>
  addPoint(ctx, { ...at, kind, text })
const read = (ctx: Ctx, retrospective = month) => readRetrospective(ctx, { retrospective })
const texts = async (ctx: Ctx) => (await read(ctx)).points.map(({ text }) => text)
const later = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) })

describe('a retrospective', () => {
  test('is begun by the EM or the PM, once, and everyone in the group is told', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      await expect(beginRetrospective(julie, { group, month })).rejects.toMatchObject({ code: 'forbidden' })
      await beginRetrospective(ctx, { group, month })
      await expect(beginRetrospective(await as('jordan'), { group, month })).rejects.toMatchObject({
        code: 'conflict',
      })
      const { items } = await listInbox(julie, { group })
      expect(items.map(({ sentence, link }) => [sentence, link])).toEqual([
        ['Mohamed Hamda began the retrospective of January 2026.', '/custom-models/retrospectives/2026-01'],
      ])
    }))

  test('is there for the month that runs and the one before it, and begins with the first point', () =>
    inWorld(async (ctx, { as }) => {
      const stages = async () =>
        (await listRetrospectives(ctx, { group })).items.map((one) => [one.month, one.stage])
      expect(await stages()).toEqual([
        ['2026-01', 'not_begun'],
        ['2025-12', 'not_begun'],
      ])
      const { event } = await write(await as('julie'), 'Reviews within a day.')
      expect(await stages()).toEqual([
        ['2026-01', 'writing'],
        ['2025-12', 'not_begun'],
      ])
      // taking the point back leaves it begun
      await undoEvent(await as('julie'), { group, event })
      expect((await read(ctx)).stage).toBe('writing')
      await expect(read(ctx, '2025-11')).rejects.toMatchObject({ code: 'not_found' })
    }))

  test('opens once with all points, takes votes, and closes with minutes that only read', () =>
    inWorld(async (ctx, { as }) => {
      const [julie, cindy] = [await as('julie'), await as('cindy')]
      const { point } = await write(julie, 'Two reviews took a week.', 'not_well')
      await write(cindy, 'The runbook helped.')
      await addPoint(cindy, { ...at, kind: 'thanks', text: 'For the runbook.', to: 'julie' })
      await expect(openRetrospective(julie, at)).rejects.toMatchObject({ code: 'forbidden' })
      await openRetrospective(ctx, at)
      await expect(openRetrospective(await as('jordan'), at)).rejects.toMatchObject({ code: 'conflict' })
      await votePoint(cindy, { ...at, point })
      await votePoint(ctx, { ...at, point })
      await unvotePoint(ctx, { ...at, point })
      const { points } = await read(cindy)
      expect(points.map(({ text, votes, voted }) => [text, votes, voted])).toEqual([
        ['Two reviews took a week.', 1, true],
        ['The runbook helped.', 0, false],
        ['For the runbook.', 0, false],
      ])
      expect(points[2]).toMatchObject({ to: { handle: 'julie' }, by: { handle: 'cindy' }, mine: true })
      await closeRetrospective(ctx, at)
      for (const late of [
        () => write(julie, 'Late.'),
        () => votePoint(julie, { ...at, point }),
        () => withdrawPoint(julie, { ...at, point }),
        () => addAction(julie, { ...at, text: 'A', owner: 'julie', dueOn: '2026-02-01' }),
      ])
        await expect(late()).rejects.toMatchObject({ code: 'refused', facts: { rule: 'closed' } })
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(ledger['retrospectives']).toEqual(tables['retrospectives'])
    }))

  test('is read whole by stakeholders once it is closed, and is not there for them before', () =>
    inWorld(async (ctx, { as }) => {
      const cindy = await as('cindy')
      const outsider = { ...cindy, actor: { ...cindy.actor, roles: ['stakeholder' as const] } }
      await addPoint(ctx, { ...at, kind: 'thanks', text: 'For the runbook.', to: 'cindy' })
      await openRetrospective(ctx, at)
      await expect(read(outsider)).rejects.toMatchObject({ code: 'not_found' })
      expect((await listRetrospectives(outsider, { group })).items).toEqual([])
      await closeRetrospective(ctx, at)
      expect(await texts(outsider)).toEqual(['For the runbook.'])
      expect((await listRetrospectives(outsider, { group })).items).toHaveLength(1)
    }))
})

describe('a point', () => {
  test('is voted for once by each person, and its votes name no person', () =>
    inWorld(async (ctx, { as }) => {
      const { point } = await write(await as('julie'), 'Reviews.')
      await openRetrospective(ctx, at)
      await votePoint(ctx, { ...at, point })
      await expect(votePoint(ctx, { ...at, point })).rejects.toMatchObject({ code: 'conflict' })
      expect(JSON.stringify((await read(await as('julie'))).points)).not.toContain('mohamed')
    }))

  test('is reworded and withdrawn by its writer alone, and not found by another person', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      const { point } = await write(julie, 'Reviews.')
      const asked = { ...at, point, kind: 'try' as const, text: 'Review in pairs.' }
      await expect(rewordPoint(ctx, asked)).rejects.toMatchObject({ code: 'not_found' })
      await expect(withdrawPoint(ctx, { ...at, point })).rejects.toMatchObject({ code: 'not_found' })
      const { point: reworded } = await rewordPoint(julie, asked)
      expect(await texts(julie)).toEqual(['Review in pairs.'])
      await withdrawPoint(julie, { ...at, point: reworded })
      expect(await texts(julie)).toEqual([])
    }))

  test('that was withdrawn is forgotten when the others are opened', () =>
    inWorld(async (ctx, { as }) => {
      const { point } = await write(await as('julie'), 'WITHDRAWN')
      await withdrawPoint(await as('julie'), { ...at, point })
      await write(ctx, 'Reviews.')
      await openRetrospective(ctx, at)
      const { rows } = await ctx.db.query(`select from retrospective_points where text = 'WITHDRAWN'`)
      expect(rows).toEqual([])
    }))
})

describe('an action', () => {
  const agreed = async (ctx: Ctx) => {
    await write(ctx, 'Reviews.')
    await openRetrospective(ctx, at)
    return addAction(ctx, { ...at, text: 'Write the runbook', owner: 'julie', dueOn: '2026-01-20' })
  }

  test('is told to its owner, and stands in each next retrospective until it is done', () =>
    inWorld(async (ctx, { as }) => {
      const { action } = await agreed(ctx)
      const julie = await as('julie')
      expect((await listInbox(julie, { group })).items.map(({ kind }) => kind)).toContain('assigned')
      await closeRetrospective(ctx, at)
      const february = later(ctx, '2026-02-10T12:00:00Z')
      const carried = async () =>
        (await read(february, '2026-02')).actions.map(({ text, month }) => [text, month])
      expect(await carried()).toEqual([['Write the runbook', '2026-01']])
      await editAction(later(julie, '2026-02-11T12:00:00Z'), { ...at, action, state: 'done' })
      expect(await carried()).toEqual([])
      // the minutes say what was so, and what became of it
      expect((await read(february)).actions).toMatchObject([
        { state: 'open', later: { state: 'done', at: '2026-02-11T12:00:00.000Z' } },
      ])
    }))

  test('that is finished in a later retrospective stays in it, and in no one after that', () =>
    inWorld(async (ctx) => {
      const { action } = await agreed(ctx)
      const [february, march] = [later(ctx, '2026-02-10T12:00:00Z'), later(ctx, '2026-03-10T12:00:00Z')]
      await beginRetrospective(february, { group, month: '2026-02' })
      await editAction(later(ctx, '2026-02-11T12:00:00Z'), { ...at, action, state: 'done' })
      expect((await read(march, '2026-02')).actions).toMatchObject([{ state: 'done', month: '2026-01' }])
      expect((await read(march, '2026-03')).actions).toEqual([])
    }))

  test('changes its words, owner and day while it is open', () =>
    inWorld(async (ctx, { as }) => {
      const { action } = await agreed(ctx)
      await editAction(ctx, { ...at, action, owner: 'cindy', dueOn: '2026-01-30' })
      await expect(editAction(ctx, { ...at, action })).rejects.toMatchObject({ code: 'invalid' })
      await editAction(ctx, { ...at, action, state: 'dropped' })
      await expect(editAction(ctx, { ...at, action, text: 'X' })).rejects.toMatchObject({
        facts: { rule: 'ended' },
      })
      const { items } = await listEvents(ctx, { group, limit: 2 })
      expect(items.map(({ sentence }) => sentence)).toEqual([
        'Mohamed Hamda dropped an action of the retrospective of January 2026: Write the runbook.',
        'Mohamed Hamda changed the owner and due day of an action of the retrospective of January 2026: Write the runbook.',
      ])
      expect((await listInbox(await as('cindy'), { group })).items[0]?.kind).toBe('assigned')
    }))
})

test('the table says how often each activity happened, and not the retrospective of itself', () =>
  inWorld(async (ctx) => {
    await createActivity(ctx, {
      group,
      name: 'Model review',
      kind: 'own',
      every: 'week',
      day: 1,
      from: '2026-01-07',
    })
    const { table } = await read(later(ctx, '2026-01-31T12:00:00Z'))
    const review = table.cadence.find(({ activity }) => activity === 'Model review')
    expect(review).toMatchObject({ happened: 0 })
    expect(review?.expected).toBeGreaterThan(1)
    expect(table.cadence.map(({ activity }) => activity)).not.toContain('Retrospective')
  }))
