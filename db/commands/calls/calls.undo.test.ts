import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { editCall, noteCall, removeCall } from './calls.ts'

const group = 'custom-models'
const note = async (ctx: Ctx, ref: number, outcome = 'We keep it.') =>
  (
    await noteCall(ctx, {
      group,
      subject: `issue-${ref}`,
      day: '2026-01-06',
      people: ['julie', 'cindy'],
      outcome,
      why: 'Comments went past each other.',
    })
  ).call.id

const FAMILIES: Families<'call'> = {
  'call.noted': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      return [(now) => note(now, ref), (now) => note(now, ref, 'We drop it.')]
    },
  },
  'call.edited': {
    prepare: async (ctx) => {
      const call = await note(ctx, await anIssue(ctx))
      return [
        (now) => editCall(now, { group, call, recording: 'https://video.example/1' }),
        (now) => editCall(now, { group, call, people: ['newick', 'julie'], outcome: 'We drop it.' }),
      ]
    },
  },
  'call.removed': {
    prepare: async (ctx) => {
      const call = await note(ctx, await anIssue(ctx))
      return [(now) => removeCall(now, { call })]
    },
  },
}

testUndoOf(FAMILIES)
