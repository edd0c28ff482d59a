import { expect, test } from 'vitest'
import { closeIssue } from '../commands/issues/close.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createIssue } from '../commands/issues/create.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { find } from './search.ts'

const group = 'custom-models'
const found = async (ctx: Ctx, q: string) =>
  (await find(ctx, { group, q })).items.map(({ kind, key }) => `${kind} ${key}`)

/** Somebody who follows the group from outside. */
const stakeholder = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, roles: ['stakeholder'], admin: false },
})

test('an issue is found by its number, by a word in any form, and by a word that is not finished', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { title: 'Throttle the quokka importer' })
    expect((await found(ctx, `#${ref}`))[0]).toBe(`issue ${ref}`)
    expect(await found(ctx, 'quokkas')).toEqual([`issue ${ref}`])
    expect(await found(ctx, 'throttling quok')).toEqual([`issue ${ref}`])
  }))

test('a slip of the finger in a title finds it too', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { title: 'Throttle the quokka importer' })
    expect(await found(ctx, 'qoukka importer')).toContain(`issue ${ref}`)
  }))

test('open issues stand before closed ones', () =>
  inWorld(async (ctx) => {
    const closed = await anIssue(ctx, { title: 'Quokka quokka quokka' })
    const open = await anIssue(ctx, { title: 'A plain thing', description: 'Once a quokka came along.' })
    await closeIssue(ctx, { group, ref: closed })
    expect(await found(ctx, 'quokka')).toEqual([`issue ${open}`, `issue ${closed}`])
  }))

test('a comment is found with its issue, and what was found is marked in a few words of the text', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await commentOnIssue(ctx, { group, ref, body: 'The marsupial of the day is a quokka.' })
    const { items } = await find(ctx, { group, q: 'quokka', kind: ['comment'] })
    expect(items).toMatchObject([{ kind: 'comment', issue: ref, title: 'Slow model list' }])
    expect(items[0]?.snippet.filter(({ hit }) => hit)).toEqual([{ text: 'quokka', hit: true }])
  }))

test('people are found by name and by handle, and scope by what a team owns', () =>
  inWorld(async (ctx) => {
    expect((await found(ctx, 'hua'))[0]).toBe('person julie')
    expect((await found(ctx, 'julie'))[0]).toBe('person julie')
    expect((await find(ctx, { group, q: 'prompt registry', kind: ['scope'] })).items[0]?.title).toBe(
      'Prompt Registry',
    )
  }))

test('a stakeholder finds no confidential issue, neither by number nor by what is said there', () =>
  inWorld(async (ctx) => {
    const { card } = await createIssue(ctx, { group, title: 'Quokka leak', confidential: true })
    await commentOnIssue(ctx, { group, ref: card.ref, body: 'A numbat too.' })
    const outside = stakeholder(ctx)
    expect(await found(ctx, 'numbat')).toHaveLength(1)
    for (const q of [`#${card.ref}`, 'quokka', 'numbat']) expect(await found(outside, q)).toEqual([])
  }))

test('what is no word finds nothing and breaks nothing', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { title: '100% of (everything)' })
    for (const q of ['', '   ', '%', "'; drop table issues", '!(&|', '"', '\\', '-', 'the'])
      await found(ctx, q)
    expect(await found(ctx, '  ')).toEqual([])
    expect(await found(ctx, '%')).toEqual([])
  }))
