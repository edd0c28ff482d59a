import type { Ctx } from '../../context.ts'
import { readSandbox } from '../../queries/sandbox-view.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { applySandbox } from './apply.ts'
import { addSandboxChange, removeSandboxChange } from './changes.ts'
import { dropSandbox, openSandbox } from './open.ts'

const IN = { group: 'custom-models', milestone: '18.9' }
const AT = { ...IN, sandbox: 'two-weeks' }
const open = (ctx: Ctx) => openSandbox(ctx, { ...IN, title: 'Two weeks' })
const cindyAway = (now: Ctx) =>
  addSandboxChange(now, {
    ...AT,
    change: { what: 'timeOff', person: 'cindy', from: '2026-01-12', to: '2026-01-16' },
  })

const FAMILIES: Families<'sandbox', 'sandbox.reopened'> = {
  'sandbox.opened': { prepare: async () => [open], leaves: 'what was opened stays to be read, as dropped' },
  'sandbox.change_added': {
    prepare: async (ctx) => {
      await open(ctx)
      return [cindyAway, (now) => addSandboxChange(now, { ...AT, change: { what: 'focus', value: 0.5 } })]
    },
  },
  'sandbox.change_removed': {
    prepare: async (ctx) => {
      await open(ctx)
      const { change } = await cindyAway(ctx)
      return [(now) => removeSandboxChange(now, { ...AT, change })]
    },
  },
  'sandbox.applied': {
    prepare: async (ctx) => {
      await open(ctx)
      await cindyAway(ctx)
      return [async (now) => applySandbox(now, { ...AT, seen: (await readSandbox(now, AT)).event })]
    },
    leaves: 'time off that was removed keeps its row',
  },
  'sandbox.dropped': {
    prepare: async (ctx) => {
      await open(ctx)
      return [(now) => dropSandbox(now, AT)]
    },
  },
}

testUndoOf(FAMILIES)
