import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { helpHand, lowerHand, raiseHand } from './hands.ts'

const group = 'custom-models'
const raise = async (ctx: Ctx, what = 'the probe') =>
  (await raiseHand(ctx, { group, kind: 'stuck', ask: `I need help with ${what}.` })).hand.id
/** A hand of another person than the one who acts. */
async function ofAnother(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ id: string; name: string }>(
    "select id, name from people where handle = 'julie'",
  )
  const [julie = { id: '', name: '' }] = rows
  return raise({ ...ctx, actor: { ...julie, handle: 'julie', roles: ['engineer'], admin: false } })
}

const FAMILIES: Families<'hand', 'hand.removed' | 'hand.help_withdrawn' | 'hand.reopened'> = {
  'hand.raised': { prepare: async () => [(now) => raise(now), (now) => raise(now, 'another probe')] },
  'hand.helped': {
    prepare: async (ctx) => {
      const hands = [await ofAnother(ctx), await ofAnother(ctx)]
      return hands.map((hand) => (now: Ctx) => helpHand(now, { group, hand }))
    },
  },
  'hand.lowered': {
    prepare: async (ctx) => {
      const hands = [await raise(ctx), await raise(ctx)]
      return hands.map((hand) => (now: Ctx) => lowerHand(now, { group, hand, how: 'Found.' }))
    },
  },
}

testUndoOf(FAMILIES)
