import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { unowned } from '../../testing/syncs.ts'
import { recordOutcome } from './outcomes.ts'
import { addPoint, removePoint } from './points.ts'

const add = (ctx: Ctx, text: string) => addPoint(ctx, { text })

const FAMILIES: Families<'agenda', 'agenda.withdrawn'> = {
  'agenda.point_added': {
    prepare: async () => [(now) => add(now, 'A word.'), (now) => add(now, 'Another word.')],
  },
  'agenda.point_removed': {
    prepare: async (ctx) => {
      const points = [await add(ctx, 'A word.'), await add(ctx, 'Another word.')]
      return points.map(
        ({ item }) =>
          (now: Ctx) =>
            removePoint(now, { syncPoint: Number(item.replace('point-', '')) }),
      )
    },
  },
  'agenda.recorded': {
    prepare: async (ctx) => {
      const items = [`issue-${await unowned(ctx)}`, (await add(ctx, 'A word.')).item]
      const [issue = '', point = ''] = items
      return [
        (now) => recordOutcome(now, { item: issue, kind: 'no_volunteer', seen: 0, reason: 'overloaded' }),
        (now) => recordOutcome(now, { item: point, kind: 'done', seen: 0, text: 'Yes.' }),
      ]
    },
    leaves: 'that there was no volunteer stays as a row that counts no more',
  },
}

testUndoOf(FAMILIES)
