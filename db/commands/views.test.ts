import { expect, test } from 'vitest'
import { lastEvent, listEvents } from '../queries/events.ts'
import { listViews } from '../queries/views.ts'
import { inWorld } from '../testing/world.ts'
import { createBoard } from './boards/create.ts'
import { removeBoard } from './boards/edit.ts'
import { changeLabel, createLabel } from './labels.ts'
import { removeView, renameView, saveView } from './views.ts'
import { refusalOf } from '../testing/refused.ts'

const group = 'custom-models'
const bugs = { group, title: 'Bugs', place: 'issues', query: 'type=bug' }

test('a view of one’s own is seen by its owner alone, and leaves no event', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const before = await lastEvent(ctx)
    const view = await saveView(julie, bugs)
    expect((await listViews(julie)).items).toEqual([view])
    expect((await listViews(cindy)).items).toEqual([])
    await expect(renameView(cindy, { group, view: view.id, title: 'Mine' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(removeView(cindy, { group, view: view.id })).rejects.toMatchObject({ code: 'not_found' })
    await renameView(julie, { group, view: view.id, title: 'Open bugs', query: 'type=bug&sort=-weight' })
    expect((await listViews(julie)).items).toMatchObject([
      { title: 'Open bugs', query: 'type=bug&sort=-weight' },
    ])
    await removeView(julie, { group, view: view.id })
    expect((await listViews(julie)).items).toEqual([])
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('a view of the group is made by PM or EM, seen by everybody, and told', () =>
  inWorld(async (ctx, { as }) => {
    await expect(saveView(await as('julie'), { ...bugs, shared: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const view = await saveView(await as('jordan'), { ...bugs, place: 'boards/build', shared: true })
    expect((await listViews(await as('julie'))).items).toEqual([view])
    await expect(removeView(await as('julie'), { group, view: view.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await renameView(ctx, { group, view: view.id, title: 'All bugs' })
    await removeView(ctx, { group, view: view.id })
    const { items } = await listEvents(ctx, { group, limit: 3 })
    expect(items.map(({ sentence }) => sentence)).toEqual([
      'Mohamed Hamda removed the view “All bugs”.',
      'Mohamed Hamda renamed the view “Bugs” to “All bugs”.',
      'Jordan Janes saved the view “Bugs” for the group.',
    ])
  }))

test('a view of a board that does not exist is not kept', () =>
  inWorld(async (ctx) => {
    await expect(saveView(ctx, { ...bugs, place: 'boards/nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('a view finds the same after a label was renamed, the group’s view as well as one’s own', () =>
  inWorld(async (ctx, { as }) => {
    const { label } = await createLabel(ctx, { group, title: 'in doubt' })
    const julie = await as('julie')
    const filter = new URLSearchParams({ filter: 'label:"in doubt" and weight>1' }).toString()
    await saveView(julie, { ...bugs, query: 'label=in+doubt&type!=bug' })
    await saveView(ctx, { ...bugs, title: 'Doubts', query: filter, shared: true })
    await changeLabel(ctx, { group, label: Number(label.id), title: 'unsure' })
    const [shared, own] = (await listViews(julie)).items
    expect(own?.query).toBe('label=unsure&type!=bug')
    expect(new URLSearchParams(shared?.query).get('filter')).toBe('label:unsure and weight>1')
  }))

test('the views of a board go with it, and those of others stay', () =>
  inWorld(async (ctx, { as }) => {
    const shape = { group, title: 'Doubts', milestone: { rule: 'any' as const }, labels: [], columns: [] }
    const { slug } = await createBoard(ctx, shape)
    const julie = await as('julie')
    await saveView(julie, { ...bugs, place: `boards/${slug}` })
    const kept = await saveView(julie, { ...bugs, title: 'All bugs', place: 'boards/build' })
    await removeBoard(ctx, { group, board: slug })
    expect((await listViews(julie)).items).toEqual([kept])
  }))

test('a view whose title looks like another of one’s own, or of the group’s, is refused', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const view = await saveView(julie, bugs)
    const refused = { code: 'refused', detail: expect.stringContaining('A view “Bugs” already exists.') }
    for (const title of ['Bugs', 'bugs', 'Bugs\u200b', '\uff22ugs'])
      await expect(saveView(julie, { ...bugs, title }), title).rejects.toMatchObject(refused)
    await saveView(cindy, bugs)
    const shared = await saveView(ctx, { ...bugs, shared: true })
    await expect(saveView(ctx, { ...bugs, title: 'BUGS', shared: true })).rejects.toMatchObject(refused)
    const other = await saveView(julie, { ...bugs, title: 'Others' })
    await expect(renameView(julie, { group, view: other.id, title: 'bugs' })).rejects.toMatchObject(refused)
    await renameView(julie, { group, view: view.id, title: 'bugs' })
    await renameView(ctx, { group, view: shared.id, query: 'type=feature' })
  }))

test('a person keeps a hundred views, and the group another hundred', () =>
  inWorld(async (ctx) => {
    const titled = (at: number) => ({ ...bugs, title: `View ${at}` })
    for (let at = 0; at < 100; at += 1) await saveView(ctx, titled(at))
    expect(await refusalOf(ctx, () => saveView(ctx, titled(100)))).toBe(
      'refused: There are 100 views. Remove one first.',
    )
    await saveView(ctx, { ...titled(100), shared: true })
    const [first] = (await listViews(ctx)).items.filter(({ shared }) => !shared)
    await removeView(ctx, { group, view: first?.id ?? 0 })
    expect((await saveView(ctx, titled(100))).title).toBe('View 100')
  }))
