import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionOf } from '#lib/domain/chips.ts'
import { printCondition } from '#lib/domain/conditions.ts'
import { wordsOf } from '#lib/domain/search.ts'
import { folded } from '#lib/kit/folded.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createIssue } from '../commands/issues/create.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { indexIssues } from './issue-lists.ts'
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

test.each([
  ['the end of a path', 'walloper', 'See lib/duo/blimp/walloper for it.'],
  ['the middle of a path', 'duo/blimp', 'See lib/duo/blimp/walloper for it.'],
  ['a query parameter', 'per_page', 'GET https://example.invalid/api?page=2&per_page=100 is slow.'],
  ['a mail domain', 'numbat.invalid', 'Ask support@numbat.invalid.'],
  ['half of a constant', 'sniffle', 'It raises Grubby::Sniffle.walloper at once.'],
  ['a whole constant', 'Net::ReadTimeout', 'It raises Net::ReadTimeout at once.'],
  ['the name of a file', 'blimp.yaml', 'Set it in config/blimp.yaml first.'],
  ['words within Chinese', '網関', '模型網関很慢'],
  ['words within Thai', 'เกตเวย์', 'แก้ไขเกตเวย์โมเดล'],
  ['an accent that was not typed', 'resume', 'Keep the résumé short.'],
  ['an accent that was typed', 'résumé', 'Keep the resume short.'],
  ['another normal form', 're\u0301sume\u0301', 'Keep the r\u00e9sum\u00e9 short.'],
  ['the dotless i', 'kapali', 'Bağlantı kapalı kaldı.'],
  ['the dotted capital i', 'istanbul', 'İSTANBUL'],
  ['the final sigma', 'ΣΊΣΥΦΟΣ', 'ο σίσυφος'],
  ['letters of full width', 'gateway', 'ＧＡＴＥＷＡＹ'],
  ['a soft hyphen inside', 'gateway', 'gate\u00adway'],
  ['a question', 'where is the quokka?', 'A quokka.'],
])('%s is found in titles, descriptions and comments, and in lists', (_, q, phrase) =>
  inWorld(async (ctx) => {
    const titled = await anIssue(ctx, { title: phrase })
    const described = await anIssue(ctx, { title: 'A plain thing', description: `First.\n${phrase}` })
    const talked = await anIssue(ctx, { title: 'Another thing' })
    await commentOnIssue(ctx, { group, ref: talked, body: phrase })
    const { items } = await find(ctx, { group, q })
    expect(items.filter(({ kind }) => kind === 'issue').map(({ issue }) => issue)).toEqual([
      titled,
      described,
    ])
    expect(items.filter(({ kind }) => kind === 'comment').map(({ issue }) => issue)).toEqual([talked])
    expect(items.find(({ kind }) => kind === 'comment')?.snippet.some(({ hit }) => hit)).toBe(true)
    const filter = printCondition(conditionOf({ words: wordsOf(q), clauses: [] }, { words: 'text' }))
    const listed = await indexIssues(ctx, { group, filter, direction: 'asc' })
    expect(listed.groups.flatMap(({ refs }) => refs)).toEqual([titled, described])
  }),
)

test('a list finds what the search finds, in another form of a word too', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { title: 'Throttle the quokka importer' })
    for (const text of ['quokkas', 'throttling quok', 'importers'])
      expect(
        await indexIssues(ctx, {
          group,
          filter: printCondition(conditionOf({ words: wordsOf(text), clauses: [] }, { words: 'text' })),
        }),
      ).toMatchObject({
        total: 1,
        first: [{ ref }],
      })
  }))

test('who owns something is answered by what the teams own, before all talk about it', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { title: 'Who owns billing' })
    for (const q of ['who owns billing', 'Who owns billing?', 'which team is responsible for billing'])
      expect((await find(ctx, { group, q })).items[0], q).toMatchObject({
        kind: 'scope',
        title: 'AIGW billing',
      })
  }))

test('people are found without their accents, and names without spaces by any part', () =>
  inWorld(async (ctx) => {
    await ctx.db.query(`update people set name = 'José Núñez' where handle = 'newick'`)
    await ctx.db.query(`update people set name = '山田太郎' where handle = 'cindy'`)
    expect((await found(ctx, 'nunez'))[0]).toBe('person newick')
    expect((await found(ctx, '太郎'))[0]).toBe('person cindy')
  }))

test('titles stand in the order of the language, with numbers as numbers, and on a server without ICU in some order', () =>
  inWorld(async (ctx) => {
    const titles = ['Zebra', 'Ärger', 'item 10', 'Apfel', 'item 9', 'éclair', 'Birne']
    for (const title of titles) await anIssue(ctx, { title })
    const sorted = async () =>
      (await indexIssues(ctx, { group, sort: 'title' })).first.map(({ title }) => title)
    expect(await sorted()).toEqual(['Apfel', 'Ärger', 'Birne', 'éclair', 'item 9', 'item 10', 'Zebra'])
    await ctx.db.query('drop collation by_language; create collation by_language from pg_catalog."C"')
    expect((await sorted()).toSorted()).toEqual(titles.toSorted())
  }))

test('the database and the program fold every text alike', () =>
  inWorld(async (ctx) => {
    const unit = fc.oneof(
      fc.constantFrom(...'aÄßéİıΣςσøłđÆœÞ’“—\u00ad\u200b\u3164\u0301\u0323が가ﬁ①½ｶﾞ \t\n\u00a0\u2028\u3000'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    )
    const texts = fc
      .sample(fc.string({ unit, maxLength: 30 }), { numRuns: 3000, seed: 7 })
      .map((text) => text.replaceAll('\0', ''))
    const { rows } = await ctx.db.query<{ text: string; plain: string }>(
      'select text, folded(text) as plain from unnest($1::text[]) as text',
      [texts],
    )
    for (const { text, plain } of rows) expect(plain, JSON.stringify(text)).toBe(folded(text))
  }))
