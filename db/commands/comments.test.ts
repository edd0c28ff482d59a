import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { listEvents } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { editComment, reactToComment } from './comments.ts'
import { commentOnIssue } from './issues/comment.ts'
import { editIssue } from './issues/edit.ts'

const group = 'custom-models'

/** A comment, and its id. */
async function commentWith(ctx: Ctx, ref: number, body: string): Promise<number> {
  await commentOnIssue(ctx, { group, ref, body })
  return (await readIssue(ctx, { group, ref })).comments.at(-1)?.id ?? 0
}

const sentencesOf = async (ctx: Ctx, ref: number, limit = 1) =>
  (await listEvents(ctx, { group, issue: ref, limit })).items.map(({ sentence }) => sentence)

const toStakeholder = (ctx: Ctx, handle: string) =>
  ctx.db.query(
    `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = $1)`,
    [handle],
  )

test('a comment is edited by its author alone, and says that it was', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const cindy = await as('cindy')
    const comment = await commentWith(cindy, ref, 'Seen on staging.')
    await expect(editComment(ctx, { group, ref, comment, body: 'No.', version: 1 })).rejects.toThrow(
      'Only the author can edit a comment.',
    )
    await editComment(cindy, { group, ref, comment, body: 'Seen on production.', version: 1 })
    const [now] = (await readIssue(ctx, { group, ref })).comments
    expect(now).toMatchObject({ body: 'Seen on production.', version: 2, editedAt: ctx.now.toISOString() })
    expect(await sentencesOf(ctx, ref)).toEqual(['Cindy Halim edited a comment on this issue.'])
  }))

test('an edit of an older version of a comment is answered with both', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const comment = await commentWith(ctx, ref, 'One.')
    await editComment(ctx, { group, ref, comment, body: 'Two.', version: 1 })
    await expect(editComment(ctx, { group, ref, comment, body: 'Three.', version: 1 })).rejects.toMatchObject(
      {
        code: 'stale',
        facts: { yours: { body: 'Three.' }, theirs: { body: 'Two.' }, version: 2 },
      },
    )
  }))

test('a comment is found on its own issue and nowhere else', () =>
  inWorld(async (ctx) => {
    const [ref, other] = [await anIssue(ctx), await anIssue(ctx)]
    const comment = await commentWith(ctx, ref, 'Here.')
    for (const act of [
      editComment(ctx, { group, ref: other, comment, body: 'There.', version: 1 }),
      reactToComment(ctx, { group, ref: other, comment, emoji: '👍', on: true }),
    ])
      await expect(act).rejects.toMatchObject({ code: 'not_found' })
  }))

test('an emoji is put on a comment once and taken off again; words are none', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const comment = await commentWith(ctx, ref, 'Shipped.')
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    await reactToComment(julie, { group, ref, comment, emoji: '🎉', on: true })
    const once = await reactToComment(cindy, { group, ref, comment, emoji: '🎉', on: true })
    const twice = await reactToComment(cindy, { group, ref, comment, emoji: '🎉', on: true })
    expect(twice.event).toBe(once.event)
    const reactions = async () => (await readIssue(ctx, { group, ref })).comments[0]?.reactions
    expect(await reactions()).toEqual([{ emoji: '🎉', people: ['cindy', 'julie'] }])
    await reactToComment(cindy, { group, ref, comment, emoji: '🎉', on: false })
    expect(await reactions()).toEqual([{ emoji: '🎉', people: ['julie'] }])
    await expect(reactToComment(cindy, { group, ref, comment, emoji: 'nice', on: true })).rejects.toThrow(
      'A reaction is one emoji.',
    )
  }))

test('a mention waits until the mentioned person replies, and the person who asked sees it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const comment = await commentWith(ctx, ref, '@newick, can you look? `@cindy` wrote it, @nobody knows.')
    const mentions = async () => (await readIssue(ctx, { group, ref })).mentions
    expect(await mentions()).toEqual([
      { comment, person: 'newick', by: 'mohamed', acknowledgedAt: null, acknowledgedBy: null },
    ])
    await commentWith(await as('julie'), ref, 'Not me.')
    expect(await mentions()).toMatchObject([{ acknowledgedAt: null }])
    await commentWith(await as('newick'), ref, 'On it.')
    expect(await mentions()).toMatchObject([
      { person: 'newick', acknowledgedBy: 'reply', acknowledgedAt: ctx.now.toISOString() },
    ])
    expect(await sentencesOf(ctx, ref)).toEqual([
      'Newick Lee acknowledged Mohamed Hamda on this issue with a reply.',
    ])
  }))

test('a reaction acknowledges the comment on which it stands, and no other', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const [first, second] = [
      await commentWith(ctx, ref, '@newick one'),
      await commentWith(ctx, ref, '@newick two'),
    ]
    await reactToComment(await as('newick'), { group, ref, comment: second, emoji: '👀', on: true })
    expect((await readIssue(ctx, { group, ref })).mentions).toMatchObject([
      { comment: first, acknowledgedBy: null },
      { comment: second, acknowledgedBy: 'reaction' },
    ])
  }))

test('a description mentions too; an edit asks only those who are new, and no longer those who are gone', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { description: 'For @newick and @cindy.' })
    const asked = async () => (await readIssue(ctx, { group, ref })).mentions.map(({ person }) => person)
    expect((await asked()).toSorted()).toEqual(['cindy', 'newick'])
    const { event } = await editIssue(ctx, {
      group,
      ref,
      description: 'For @newick and @julie.',
      version: 1,
    })
    expect((await asked()).toSorted()).toEqual(['julie', 'newick'])
    const { rows } = await ctx.db.query('select data from events where group_id = 1 and number = $1', [event])
    expect(rows[0]?.data).toMatchObject({ mentioned: ['julie'] })
  }))

test('a person is not asked about an issue that they may not see, nor by themselves', () =>
  inWorld(async (ctx) => {
    await toStakeholder(ctx, 'cindy')
    const ref = await anIssue(ctx, { confidential: true })
    await commentWith(ctx, ref, '@cindy @mohamed @julie')
    expect((await readIssue(ctx, { group, ref })).mentions.map(({ person }) => person)).toEqual(['julie'])
  }))
