import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { inWorld } from '../testing/world.ts'
import { createTemplate, editTemplate, removeTemplate } from './templates.ts'
import { undoEvent } from './undo.ts'

const one = { group: 'custom-models' }
const TEMPLATE = { title: 'Outage', type: 'bug' as const, body: 'What broke?' }
const template = async (ctx: Ctx) => (await createTemplate(ctx, { ...one, ...TEMPLATE })).template.id

const FAMILIES: Families<'template'> = {
  'template.created': { prepare: async () => [template] },
  'template.edited': {
    prepare: async (ctx) => {
      const which = { ...one, ...TEMPLATE, template: await template(ctx) }
      return [
        (now) => editTemplate(now, { ...which, title: 'Failure', body: 'Why?', was: TEMPLATE.body }),
        (now) => editTemplate(now, { ...which, type: null, body: 'Why not?', was: 'Why?' }),
      ]
    },
  },
  'template.removed': {
    prepare: async (ctx) => {
      const which = { ...one, template: await template(ctx) }
      await createTemplate(ctx, { ...one, ...TEMPLATE, title: 'Behind it' })
      return [(now) => removeTemplate(now, which)]
    },
  },
}

testUndoOf(FAMILIES)

test('a template that is brought back finds its title taken, and says so', () =>
  inWorld(async (ctx) => {
    const { event } = await removeTemplate(ctx, { ...one, template: await template(ctx) })
    await template(ctx)
    await expect(undoEvent(ctx, { ...one, event })).rejects.toThrow('A template “Outage” already exists.')
  }))
