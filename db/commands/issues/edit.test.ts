import { expect, test } from 'vitest'
import { compareTexts } from '../../queries/event-texts.ts'
import { listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { editIssue } from './edit.ts'

const group = 'custom-models'

test('title and description are edited, and the history says so', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { card } = await editIssue(await as('cindy'), {
      group,
      ref,
      title: 'Slow list of models',
      version: 1,
    })
    expect(card).toMatchObject({ title: 'Slow list of models', version: 2 })
    await editIssue(ctx, { group, ref, description: 'Four seconds, since 18.6.', version: 2 })
    expect((await readIssue(ctx, { group, ref })).description).toBe('Four seconds, since 18.6.')
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 2 })
    expect(items.map(({ sentence }) => sentence)).toEqual([
      'Mohamed Hamda edited the description of this issue.',
      'Cindy Halim renamed this issue from “Slow model list” to “Slow list of models”.',
    ])
  }))

test('of two who edit one text, the second is told both and nothing is lost', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { description: 'Before.' })
    await editIssue(await as('cindy'), { group, ref, description: 'Hers.', version: 1 })
    await expect(
      editIssue(await as('julie'), { group, ref, description: 'Mine.', version: 1 }),
    ).rejects.toMatchObject({
      code: 'stale',
      facts: {
        yours: { description: 'Mine.' },
        theirs: { description: 'Hers.' },
        version: 2,
        by: 'Cindy Halim',
      },
    })
    expect((await readIssue(ctx, { group, ref })).description).toBe('Hers.')
    await editIssue(await as('julie'), { group, ref, description: 'Hers and mine.', version: 2 })
    expect((await readIssue(ctx, { group, ref })).description).toBe('Hers and mine.')
  }))

test('one who edits the title does not disturb one who edits the description', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await editIssue(await as('cindy'), { group, ref, title: 'Hers', version: 1 })
    await editIssue(await as('julie'), { group, ref, description: 'Mine.', version: 1 })
    expect(await readIssue(ctx, { group, ref })).toMatchObject({
      title: 'Hers',
      description: 'Mine.',
      version: 3,
    })
  }))

test('only people who see an issue compare what an edit changed', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { description: 'Before.', confidential: true })
    const { event } = await editIssue(ctx, { group, ref, description: 'After.', version: 1 })
    expect(await compareTexts(await as('julie'), { group, event })).toEqual({
      title: null,
      description: { from: 'Before.', to: 'After.' },
      comment: null,
    })
    await expect(compareTexts(ctx, { group, event: event - 1 })).rejects.toMatchObject({ code: 'not_found' })
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'julie')`,
    )
    await expect(compareTexts(await as('julie'), { group, event })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('a text that is as it was leaves no event, also from an old version', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { title: 'Same' })
    const first = await editIssue(ctx, { group, ref, title: 'Other', version: 1 })
    const again = await editIssue(ctx, { group, ref, title: 'Other', version: 1 })
    expect(again).toMatchObject({ event: first.event, card: { version: 2 } })
  }))

test('an edit is taken back, unless the same text was edited since', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { title: 'First', description: 'One.' })
    const renamed = await editIssue(ctx, { group, ref, title: 'Second', version: 1 })
    const described = await editIssue(ctx, { group, ref, description: 'Two.', version: 2 })
    await undoEvent(ctx, { group, event: renamed.event })
    expect(await readIssue(ctx, { group, ref })).toMatchObject({ title: 'First', description: 'Two.' })
    await editIssue(ctx, { group, ref, description: 'Three.', version: 4 })
    await expect(undoEvent(ctx, { group, event: described.event })).rejects.toMatchObject({
      code: 'conflict',
    })
  }))

test('people who do not edit issues do not edit their texts', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    await expect(
      editIssue(await as('cindy'), { group, ref, title: 'Hers', version: 1 }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))
