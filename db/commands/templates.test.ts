import { describe, expect, test } from 'vitest'

import { viewBoard } from '#lib/contract/boards.ts'
import { nounsTouching } from '#lib/http/topics.ts'
import { listTemplates } from '../queries/templates.ts'
import { inWorld } from '../testing/world.ts'
import { beginTemplates, createTemplate, editTemplate, removeTemplate } from './templates.ts'

const group = 'custom-models'
const bug = { group, title: 'Bug', type: 'bug' as const, body: '## What happens\n' }

describe('the templates of a group', () => {
  test('are added, edited and removed, each with its event', async () => {
    await inWorld(async (ctx) => {
      const made = await createTemplate(ctx, bug)
      const edit = { ...bug, template: made.template.id, title: 'Defect', was: bug.body, body: '## Seen\n' }
      const edited = await editTemplate(ctx, edit)
      expect((await listTemplates(ctx)).items).toEqual([
        { id: made.template.id, title: 'Defect', type: 'bug', body: '## Seen\n' },
      ])
      const removed = await removeTemplate(ctx, { group, template: made.template.id })
      expect((await listTemplates(ctx)).items).toEqual([])
      expect([edited.event, removed.event]).toEqual([made.event + 1, made.event + 2])
    })
  })

  test('begin with four, and with those alone that are missing', async () => {
    await inWorld(async (ctx) => {
      await createTemplate(ctx, bug)
      expect(await beginTemplates(ctx)).toMatchObject({ added: 3 })
      expect((await listTemplates(ctx)).items.map(({ title }) => title)).toEqual([
        'Bug',
        'Maintenance',
        'Feature',
        'Spike',
      ])
      expect((await listTemplates(ctx)).items[0]?.body).toBe(bug.body)
      expect(await beginTemplates(ctx)).toEqual({ added: 0, event: null })
    })
  })

  test('have each title once', async () => {
    await inWorld(async (ctx) => {
      await createTemplate(ctx, bug)
      await expect(createTemplate(ctx, { ...bug, title: ' bug' })).rejects.toMatchObject({ code: 'refused' })
    })
  })

  test('lose no words: an edit of an older text is told what it is now', async () => {
    await inWorld(async (ctx) => {
      const { template } = await createTemplate(ctx, bug)
      await editTemplate(ctx, { ...bug, template: template.id, was: bug.body, body: 'first' })
      const late = editTemplate(ctx, { ...bug, template: template.id, was: bug.body, body: 'second' })
      await expect(late).rejects.toMatchObject({
        code: 'stale',
        detail: 'Another person edited this template. Check their text first.',
        facts: { now: 'first', yours: 'second' },
      })
    })
  })

  test('are the PM’s and the EM’s to change, and everybody’s to read', async () => {
    await inWorld(async (ctx, { as }) => {
      const [pm, engineer] = [await as('jordan'), await as('julie')]
      const { template } = await createTemplate(pm, bug)
      expect((await listTemplates(engineer)).items).toHaveLength(1)
      await expect(createTemplate(engineer, { ...bug, title: 'Other' })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(removeTemplate(engineer, { group, template: template.id })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(removeTemplate(ctx, { group, template: template.id + 1 })).rejects.toMatchObject({
        code: 'not_found',
      })
    })
  })
})

test('a template leaves boards as they are, which are not read again for it', () => {
  expect(nounsTouching(viewBoard.reads)).not.toContain('template')
})
