import { expect, test } from 'vitest'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { listLinks } from '../../queries/links.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { splitIssue } from './split.ts'

const group = 'custom-models'
const labels = [
  'group::custom models',
  'type::bug',
  'workflow::ready for development',
  'Category:Self-Hosted models',
]
const pieces = [{ title: 'Read the list', weight: 2 }, { title: 'Show the list' }]

test('the pieces carry over labels, milestone, epic and team, and the original links to them', () =>
  inWorld(async (ctx, { as }) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    const ref = await anIssue(ctx, {
      labels: [...labels, 'Deliverable'],
      dri: 'julie',
      epic,
      team: 'model-selection',
    })
    const { card, pieces: into } = await splitIssue(await as('julie'), { group, ref, pieces })
    expect(card).toMatchObject({ ref, state: 'open' })
    const first = await readIssue(ctx, { group, ref: into[0] ?? 0 })
    expect(first).toMatchObject({
      title: 'Read the list',
      weight: 2,
      epic,
      team: 'model-selection',
      milestone: '18.8',
      dri: null,
      author: 'julie',
      description: `A piece of #${ref}.`,
    })
    expect(first.labels.map(({ title }) => title)).toEqual([
      'Category:Self-Hosted models',
      'group::custom models',
      'type::bug',
      'workflow::planning breakdown',
    ])
    expect(await readIssue(ctx, { group, ref: into[1] ?? 0 })).toMatchObject({ weight: null })
    const { items } = await listLinks(ctx, { group, ref })
    expect(items.map(({ role, other }) => [role, other.ref])).toEqual(into.map((one) => ['split_into', one]))
    expect((await listLinks(ctx, { group, ref: into[0] ?? 0 })).items).toMatchObject([
      { role: 'split_from', other: { ref } },
    ])
  }))

test('a split is one event of each piece and one of the original, told in a sentence', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels })
    const before = await lastEvent(ctx)
    const { event, pieces: into } = await splitIssue(ctx, { group, ref, pieces })
    expect(event).toBe(before + 3)
    expect(await lastEvent(ctx)).toBe(event)
    expect((await listEvents(ctx, { group, issue: ref, limit: 1 })).items[0]?.sentence).toBe(
      `Mohamed Hamda split this issue into #${into[0]} and #${into[1]}.`,
    )
  }))

test('an original whose work is all in the pieces is closed as moved, and its epic goes on with them', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    const ref = await anIssue(ctx, { labels, epic })
    const { card } = await splitIssue(ctx, { group, ref, pieces, close: true })
    expect(card).toMatchObject({ state: 'closed', closeReason: 'moved' })
    const { rows } = await ctx.db.query('select closed_at from epics where group_id = 1 and number = $1', [
      epic,
    ])
    expect(rows).toEqual([{ closed_at: null }])
  }))

test('pieces of what is confidential are confidential too', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels, confidential: true })
    const { pieces: into } = await splitIssue(ctx, { group, ref, pieces })
    expect(await readIssue(ctx, { group, ref: into[0] ?? 0 })).toMatchObject({ confidential: true })
  }))

test('a piece that is too big itself is let through with the handbook’s advice', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: labels.slice(0, 2), weight: 8 })
    const { warnings } = await splitIssue(ctx, {
      group,
      ref,
      pieces: [
        { title: 'Still big', weight: 5 },
        { title: 'Small', weight: 1 },
      ],
    })
    expect(warnings.map(({ code }) => code)).toEqual(['too_heavy'])
  }))

test('too few pieces, two of one title, and pieces of what is closed or not one’s own to edit are refused', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels })
    const before = await lastEvent(ctx)
    await expect(splitIssue(ctx, { group, ref, pieces: pieces.slice(1) })).rejects.toThrow('2 to 6 pieces')
    const twins = [{ title: 'The same' }, { title: 'the same' }]
    await expect(splitIssue(ctx, { group, ref, pieces: twins })).rejects.toThrow('same title')
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    await expect(splitIssue(await as('cindy'), { group, ref, pieces })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await lastEvent(ctx)).toBe(before)
  }))
