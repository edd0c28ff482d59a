import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { viewBoard } from '../queries/boards.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { listLabels, listLabelUses } from '../queries/labels.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { changeLabel, createLabel, removeLabel } from './labels.ts'
import { labelIssue } from './issues/labels.ts'
import { undoEvent } from './undo.ts'

const GROUP = { group: 'custom-models' }
const labelOf = async (ctx: Ctx, title: string) => {
  const label = (await listLabels(ctx)).items.find((one) => one.title === title)
  if (!label) throw new Error(`no label ${title}`)
  return { ...label, number: Number(label.id) }
}
const titlesOn = async (ctx: Ctx, ref: number) =>
  (await readIssue(ctx, { ...GROUP, ref })).labels.map(({ title }) => title)

test('every label of a group can be renamed, and its boards show the same cards in the same columns', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, {
      labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
      dri: 'julie',
    })
    const shown = async () => {
      const { columns, cards } = await viewBoard(ctx, { board: 'build' })
      return { columns: columns.map(({ id }) => id), cards }
    }
    const before = await shown()
    for (const [at, { id, title }] of (await listLabels(ctx)).items.entries()) {
      await changeLabel(ctx, { ...GROUP, label: Number(id), title: `renamed ${at} ${title}` })
    }
    expect((await listLabels(ctx)).items.every(({ title }) => title.startsWith('renamed'))).toBe(true)
    expect(before.cards).toHaveLength(1)
    expect(await shown()).toEqual(before)
  }))

test('a label that is renamed into another scope excludes the labels of that scope from then on', () =>
  inWorld(async (ctx) => {
    await createLabel(ctx, { ...GROUP, title: 'size: large' })
    await createLabel(ctx, { ...GROUP, title: 'size::small' })
    const ref = await anIssue(ctx, { labels: ['size: large'] })
    await changeLabel(ctx, {
      ...GROUP,
      label: (await labelOf(ctx, 'size: large')).number,
      title: 'size::large',
    })
    expect(await titlesOn(ctx, ref)).toEqual(['size::large'])
    await labelIssue(ctx, { ...GROUP, ref, add: ['size::small'] })
    expect(await titlesOn(ctx, ref)).toEqual(['size::small'])
  }))

test('a name that would give an issue two labels of one scope is refused, with how many', () =>
  inWorld(async (ctx) => {
    await createLabel(ctx, { ...GROUP, title: 'small' })
    await createLabel(ctx, { ...GROUP, title: 'size::large' })
    await anIssue(ctx, { labels: ['small', 'size::large'] })
    const { number } = await labelOf(ctx, 'small')
    await expect(changeLabel(ctx, { ...GROUP, label: number, title: 'size::small' })).rejects.toMatchObject({
      facts: { rule: 'scope_shared' },
      detail: expect.stringContaining('One issue holds another label of the scope “size”'),
    })
  }))

test('titles and meanings stay unique, and no label means what no rule knows', () =>
  inWorld(async (ctx) => {
    const { event } = await createLabel(ctx, { ...GROUP, title: 'mine' })
    const { number } = await labelOf(ctx, 'mine')
    const change = (fields: object) => changeLabel(ctx, { ...GROUP, label: number, ...fields })
    await expect(change({ title: 'type::bug' })).rejects.toThrow('A label “type::bug” already exists.')
    await expect(change({ meaning: 'type.bug' })).rejects.toThrow('“type::bug” already has that meaning.')
    await expect(change({ meaning: 'type.wish' })).rejects.toMatchObject({
      facts: { rule: 'meaning_unknown' },
    })
    await expect(change({ title: 'a, b' })).rejects.toMatchObject({ facts: { rule: 'title_comma' } })
    expect(await lastEvent(ctx)).toBe(event)
    await change({ title: 'mine' })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(event)
    await change({ meaning: 'category.mine', hue: 10 })
    expect((await listEvents(ctx, { ...GROUP, limit: 1 })).items[0]?.sentence).toBe(
      'Mohamed Hamda changed the hue and meaning of the label ~mine.',
    )
  }))

test('a label is removed when nothing uses it, and says by how many it is used', () =>
  inWorld(async (ctx) => {
    const bug = await labelOf(ctx, 'type::bug')
    await anIssue(ctx, { labels: ['type::bug'] })
    expect((await listLabelUses(ctx)).items.find(({ id }) => id === bug.id)).toMatchObject({
      issues: 1,
      boards: 1,
    })
    await expect(removeLabel(ctx, { ...GROUP, label: bug.number })).rejects.toThrow(
      'used by 1 issue and 1 board',
    )
    await createLabel(ctx, { ...GROUP, title: 'mine' })
    await removeLabel(ctx, { ...GROUP, label: (await labelOf(ctx, 'mine')).number })
    expect((await listLabels(ctx)).items.map(({ title }) => title)).not.toContain('mine')
  }))

test('only the engineering manager or an administrator edits labels', () =>
  inWorld(async (ctx, { as }) => {
    const [jordan, { number }] = [await as('jordan'), await labelOf(ctx, 'type::bug')]
    await expect(changeLabel(jordan, { ...GROUP, label: number, title: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(removeLabel(jordan, { ...GROUP, label: number })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('a label of the same look as another is refused with the name of that one; another case is another label', () =>
  inWorld(async (ctx) => {
    await createLabel(ctx, { ...GROUP, title: 'Café bar' })
    for (const title of [
      'Cafe\u0301 bar',
      'Café\u200b bar',
      'Café\u3164 bar',
      'Café\u00a0bar',
      'Ｃafé bar',
    ]) {
      const refused = { code: 'refused', message: 'A label “Café bar” already exists.' }
      await expect(createLabel(ctx, { ...GROUP, title }), title).rejects.toMatchObject(refused)
    }
    await createLabel(ctx, { ...GROUP, title: 'café bar' })
    const { number } = await labelOf(ctx, 'café bar')
    await expect(changeLabel(ctx, { ...GROUP, label: number, title: 'Cafe\u0301 bar' })).rejects.toThrow(
      'Café bar',
    )
    await expect(createLabel(ctx, { ...GROUP, title: '\u200b\u2800' })).rejects.toThrow('Enter a title.')
    const ref = await anIssue(ctx)
    await labelIssue(ctx, { ...GROUP, ref, add: ['Cafe\u0301 bar'] })
    expect(await titlesOn(ctx, ref)).toContain('Café bar')
  }))

test('taking back a colour leaves the meaning that the label was given since', () =>
  inWorld(async (ctx) => {
    const { label } = await createLabel(ctx, { group: ctx.group.slug, title: 'urgent', hue: 10 })
    const id = Number(label.id)
    const { event } = await changeLabel(ctx, { group: ctx.group.slug, label: id, hue: 20 })
    await changeLabel(ctx, { group: ctx.group.slug, label: id, meaning: 'priority.1' })
    await undoEvent(ctx, { group: ctx.group.slug, event })
    const { rows } = await ctx.db.query('select hue, meaning from labels where id = $1', [id])
    expect(rows).toEqual([{ hue: 10, meaning: 'priority.1' }])
  }))
