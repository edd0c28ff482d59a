import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { putUpdate } from './post.ts'

const said = { progress: 'In review', blockers: '', next: 'Merge it', confidence: 'slightly' } as const

const sent = async (ctx: Ctx) => ({
  group: ctx.group.slug,
  week: '2026-W02',
  subject: `issue-${await anIssue(ctx, { dri: 'mohamed' })}`,
  ...said,
})

/** One that was withdrawn comes about by undoing alone, and is walked back in `updates.test.ts`. */
const FAMILIES: Families<'update', 'update.withdrawn'> = {
  'update.posted': {
    prepare: async (ctx) => {
      const [one, other] = [await sent(ctx), await sent(ctx)]
      return [(now) => putUpdate(now, one), (now) => putUpdate(now, { ...other, blockers: 'A key' })]
    },
  },
  'update.changed': {
    leaves: 'The version of the update has grown.',
    prepare: async (ctx) => {
      const one = await sent(ctx)
      await putUpdate(ctx, one)
      return [
        (now) => putUpdate(now, { ...one, progress: 'Merged' }),
        (now) => putUpdate(now, { ...one, confidence: 'very' }),
      ]
    },
  },
}

testUndoOf(FAMILIES)
