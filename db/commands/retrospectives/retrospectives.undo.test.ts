import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readRetrospective } from '../../queries/retrospective.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { addAction, editAction } from './actions.ts'
import { beginRetrospective } from './begin.ts'
import { addPoint, rewordPoint, withdrawPoint } from './points.ts'
import { closeRetrospective, openRetrospective } from './stages.ts'
import { unvotePoint, votePoint } from './votes.ts'

const group = 'custom-models'
const month = '2026-01'
const at = { group, retrospective: month }
const WELL = { ...at, kind: 'well' as const, text: 'Reviews within a day.' }
const TRY = { ...at, kind: 'try' as const, text: 'Review in pairs.' }

const written = async (ctx: Ctx) => (await addPoint(ctx, WELL)).point
async function opened(ctx: Ctx): Promise<number> {
  const point = await written(ctx)
  await openRetrospective(ctx, at)
  return point
}
async function agreed(ctx: Ctx): Promise<number> {
  await opened(ctx)
  return (await addAction(ctx, { ...at, text: 'Write it down', owner: 'julie', dueOn: '2026-01-20' })).action
}
const KEPT = 'the text of a point is kept apart, so that it can come back'

const FAMILIES: Families<
  'retrospective',
  'retrospective.removed' | 'retrospective.hidden' | 'retrospective.reopened' | 'retrospective.action_removed'
> = {
  'retrospective.begun': { prepare: async () => [(ctx) => beginRetrospective(ctx, { group, month })] },
  'retrospective.point_added': {
    prepare: async (ctx) => {
      await beginRetrospective(ctx, { group, month })
      return [(now) => addPoint(now, WELL), (now) => addPoint(now, TRY)]
    },
    leaves: KEPT,
  },
  'retrospective.point_withdrawn': {
    prepare: async (ctx) => {
      const points = [await written(ctx), await written(ctx)]
      return points.map((point) => (now: Ctx) => withdrawPoint(now, { ...at, point }))
    },
  },
  'retrospective.point_reworded': {
    prepare: async (ctx) => {
      const point = await written(ctx)
      return [(now) => rewordPoint(now, { ...TRY, point })]
    },
    leaves: KEPT,
  },
  'retrospective.opened': {
    prepare: async (ctx) => {
      await written(ctx)
      return [(now) => openRetrospective(now, at)]
    },
  },
  'retrospective.voted': {
    prepare: async (ctx) => {
      const point = await opened(ctx)
      const { point: another } = await addPoint(ctx, TRY)
      return [(now) => votePoint(now, { ...at, point }), (now) => votePoint(now, { ...at, point: another })]
    },
  },
  'retrospective.vote_withdrawn': {
    prepare: async (ctx) => {
      const point = await opened(ctx)
      await votePoint(ctx, { ...at, point })
      return [(now) => unvotePoint(now, { ...at, point })]
    },
  },
  'retrospective.action_added': {
    prepare: async (ctx) => {
      await opened(ctx)
      const action = { ...at, owner: 'julie', dueOn: '2026-01-20' }
      return [
        (now) => addAction(now, { ...action, text: 'One' }),
        (now) => addAction(now, { ...action, text: 'Two' }),
      ]
    },
  },
  'retrospective.action_changed': {
    prepare: async (ctx) => {
      const action = await agreed(ctx)
      return [
        (now) => editAction(now, { ...at, action, text: 'Write the runbook', owner: 'cindy' }),
        (now) => editAction(now, { ...at, action, dueOn: '2026-01-30' }),
      ]
    },
  },
  'retrospective.action_turned': {
    prepare: async (ctx) => {
      const action = await agreed(ctx)
      return [
        (now) => editAction(now, { ...at, action, state: 'done' }),
        (now) => editAction(now, { ...at, action, state: 'open' }),
        (now) => editAction(now, { ...at, action, state: 'dropped' }),
      ]
    },
  },
  'retrospective.closed': {
    prepare: async (ctx) => {
      await agreed(ctx)
      return [(now) => closeRetrospective(now, at)]
    },
  },
}

testUndoOf(FAMILIES)

const read = (ctx: Ctx) => readRetrospective(ctx, { retrospective: month })
const undo = async (ctx: Ctx, event: number) => (await undoEvent(ctx, { group, event })).event

test('what was taken back comes back, with its words', () =>
  inWorld(async (ctx) => {
    const { event } = await addPoint(ctx, WELL)
    await undo(ctx, await undo(ctx, event))
    expect((await read(ctx)).points).toMatchObject([{ text: 'Reviews within a day.' }])
    const opening = await openRetrospective(ctx, at)
    await undo(ctx, await undo(ctx, opening.event))
    expect((await read(ctx)).stage).toBe('open')
    const added = await addAction(ctx, { ...at, text: 'One', owner: 'julie', dueOn: '2026-01-20' })
    await undo(ctx, await undo(ctx, added.event))
    expect((await read(ctx)).actions).toMatchObject([{ id: added.action, text: 'One' }])
    const closing = await closeRetrospective(ctx, at)
    await undo(ctx, await undo(ctx, closing.event))
    expect((await read(ctx)).stage).toBe('closed')
  }))

test('points that were opened are not hidden again once people have answered them', () =>
  inWorld(async (ctx, { as }) => {
    const point = await written(ctx)
    const { event } = await openRetrospective(ctx, at)
    await votePoint(await as('julie'), { ...at, point })
    await expect(undo(ctx, event)).rejects.toMatchObject({ facts: { rule: 'answered' } })
  }))

test('two people take back their votes each for themselves', () =>
  inWorld(async (ctx, { as }) => {
    const point = await opened(ctx)
    const mine = await votePoint(ctx, { ...at, point })
    await votePoint(await as('julie'), { ...at, point })
    await undo(ctx, mine.event)
    expect((await read(ctx)).points).toMatchObject([{ votes: 1, voted: false }])
  }))
