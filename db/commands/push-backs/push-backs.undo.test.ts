import type { Ctx } from '../../context.ts'
import { lastEvent } from '../../queries/events.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { decidePushBack } from './decide.ts'
import { raisePushBack } from './raise.ts'

const group = 'custom-models'
const raise = async (ctx: Ctx) =>
  (await raisePushBack(ctx, { group, work: `issue-${await anIssue(ctx)}`, reason: 'Too early.' })).pushBack

const FAMILIES: Families<'push_back'> = {
  'push_back.raised': {
    prepare: async (ctx) => {
      const work = `issue-${await anIssue(ctx)}`
      const protects = [`issue-${await anIssue(ctx)}`, 'milestone-18.9']
      return [
        (now) => raisePushBack(now, { group, work, reason: 'Too early.', protects, revisitOn: '2026-03-01' }),
        (now) => raisePushBack(now, { group, work: 'milestone-18.9', reason: 'Too much.' }),
      ]
    },
  },
  'push_back.decided': {
    prepare: async (ctx) => {
      const { id: pushBack, version } = await raise(ctx)
      return [
        (now) =>
          decidePushBack(now, { group, pushBack, version, decision: 'deferred', revisitOn: '2026-03-01' }),
        async (now) =>
          decidePushBack(now, {
            group,
            pushBack,
            version: await lastEvent(now),
            decision: 'declined',
            note: 'No.',
          }),
      ]
    },
  },
}

testUndoOf(FAMILIES)
