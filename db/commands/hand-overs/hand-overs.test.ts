import { expect, test } from 'vitest'
import { listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { readWeek } from '../../queries/week.ts'
import type { Ctx } from '../../context.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { changeIssues } from '../issues/bulk.ts'
import { closeIssue } from '../issues/close.ts'
import { releaseIssue, takeIssue } from '../issues/take.ts'
import { undoEvent } from '../undo.ts'
import { acceptHandOver, declineHandOver, withdrawHandOver } from './answer.ts'
import { handOver } from './hand-over.ts'

const group = 'custom-models'
const handingOver = { from: 'julie', to: 'cindy', context: 'The probe works; the page is next.' }

/** An issue of Julie's that Cindy is asked to take over. */
async function offered(ctx: Ctx, julie: Ctx): Promise<{ group: string; ref: number; offer: number }> {
  const ref = await anIssue(ctx, { dri: 'julie' })
  await handOver(julie, { group, ref, ...handingOver })
  const [waiting] = (await readIssue(ctx, { group, ref })).handOvers
  return { group, ref, offer: waiting?.id ?? 0 }
}

const newest = async (ctx: Ctx, ref: number) =>
  (await listEvents(ctx, { group, issue: ref, limit: 1 })).items[0]

test('until a hand-over is accepted the DRI stays the DRI; then it is the person who accepted, with the words', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    const before = await readIssue(ctx, { group, ref })
    expect(before).toMatchObject({ dri: 'julie', offeredTo: 'cindy' })
    expect(before.handOvers).toMatchObject([{ ...handingOver, by: 'julie', outcome: null, answeredAt: null }])
    expect((await newest(ctx, ref))?.sentence).toBe('Julie Huang asked Cindy Halim to take over this issue.')

    const { card } = await acceptHandOver(cindy, { group, ref, offer })
    expect(card).toMatchObject({ dri: 'cindy', offeredTo: null })
    const after = await readIssue(ctx, { group, ref })
    expect(after.driHistory).toMatchObject([
      { person: 'cindy', why: 'handed_over', by: 'julie', to: null, context: handingOver.context },
      { person: 'julie', to: expect.any(String) },
    ])
    expect(after.handOvers).toMatchObject([{ outcome: 'accepted', answeredBy: 'cindy' }])
    expect((await newest(ctx, ref))?.sentence).toBe('Cindy Halim took over this issue from Julie Huang.')
  }))

test('the person who declines says why, and the DRI stays the DRI and may ask another person', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    await expect(declineHandOver(cindy, { group, ref, offer, reason: ' ' })).rejects.toThrow('Give a reason')
    const { card } = await declineHandOver(cindy, { group, ref, offer, reason: 'I am away from Monday on.' })
    expect(card).toMatchObject({ dri: 'julie', offeredTo: null })
    const { handOvers } = await readIssue(ctx, { group, ref })
    expect(handOvers).toMatchObject([{ outcome: 'declined', reason: 'I am away from Monday on.' }])
    await handOver(julie, { group, ref, ...handingOver, to: 'newick' })
    expect((await readIssue(ctx, { group, ref })).offeredTo).toBe('newick')
  }))

test('only the person asked answers; the person who asked, the DRI and the EM withdraw', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, newick] = [await as('julie'), await as('newick')]
    const { ref, offer } = await offered(ctx, julie)
    for (const somebody of [julie, newick, ctx]) {
      await expect(acceptHandOver(somebody, { group, ref, offer })).rejects.toThrow('Only Cindy Halim')
      await expect(declineHandOver(somebody, { group, ref, offer, reason: 'No.' })).rejects.toThrow(
        'Only Cindy Halim',
      )
    }
    await expect(withdrawHandOver(newick, { group, ref, offer })).rejects.toThrow('Only Julie Huang or')
    await withdrawHandOver(julie, { group, ref, offer })
    const { handOvers, dri } = await readIssue(ctx, { group, ref })
    expect([dri, handOvers[0]?.outcome, handOvers[0]?.answeredBy]).toEqual(['julie', 'withdrawn', 'julie'])
    const again = await offered(ctx, julie)
    expect((await withdrawHandOver(ctx, again)).card.offeredTo).toBeNull()
  }))

test('what was answered once is not answered again, and one reads who was faster', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    await withdrawHandOver(julie, { group, ref, offer })
    await expect(acceptHandOver(cindy, { group, ref, offer })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'Julie Huang already withdrew this hand-over.',
    })
    const second = await offered(ctx, julie)
    await acceptHandOver(cindy, second)
    await expect(withdrawHandOver(julie, second)).rejects.toThrow(
      'Cindy Halim already accepted this hand-over.',
    )
  }))

test('a hand-over of another issue is not found', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { offer } = await offered(ctx, julie)
    const other = await offered(ctx, julie)
    await expect(acceptHandOver(cindy, { ...other, offer })).rejects.toMatchObject({ code: 'not_found' })
  }))

test('a hand-over needs context, and is made by the DRI or the EM alone', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, newick] = [await as('julie'), await as('newick')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    const empty = { group, ref, ...handingOver, context: ' \n\t ' }
    await expect(handOver(julie, empty)).rejects.toThrow('Add context')
    await expect(handOver(newick, { group, ref, ...handingOver, to: 'newick' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(handOver(julie, { group, ref, ...handingOver, atOnce: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await handOver(ctx, { group, ref, ...handingOver })
    const { dri, handOvers } = await readIssue(ctx, { group, ref })
    expect([dri, handOvers[0]?.by]).toEqual(['julie', 'mohamed'])
  }))

test('one hand-over waits at a time, and while it does the issue is not given back', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { ref } = await offered(ctx, julie)
    await expect(handOver(julie, { group, ref, ...handingOver, to: 'newick' })).rejects.toThrow(
      'A hand-over to Cindy Halim is pending. Withdraw it first.',
    )
    await expect(releaseIssue(julie, { group, ref })).rejects.toThrow('hand-over to Cindy Halim')
    await expect(takeIssue(await as('cindy'), { group, ref })).rejects.toThrow(
      'Julie Huang is already the DRI',
    )
  }))

test('the EM hands over at once, with context, past a hand-over that waits', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    const now = { group, ref, ...handingOver, to: 'newick', atOnce: true }
    await expect(handOver(ctx, { ...now, context: '' })).rejects.toThrow('Add context')
    expect((await handOver(ctx, now)).card).toMatchObject({ dri: 'newick', offeredTo: null })
    const { handOvers } = await readIssue(ctx, { group, ref })
    expect(handOvers).toMatchObject([{ to: 'cindy', outcome: 'overtaken', answeredBy: 'mohamed' }])
    await expect(acceptHandOver(cindy, { group, ref, offer })).rejects.toThrow(
      'Mohamed Hamda already made another person the DRI.',
    )
  }))

test('a person who saw another DRI than there is by now is told who it is, and nothing is handed over', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    await handOver(ctx, { group, ref, ...handingOver, to: 'newick', atOnce: true })
    for (const [by, from] of [
      [await as('julie'), 'julie'],
      [ctx, 'julie'],
      [ctx, null],
    ] as const) {
      await expect(handOver(by, { group, ref, ...handingOver, from })).rejects.toMatchObject({
        code: 'conflict',
        detail: 'Newick Lee is now the DRI. Check the change and try again.',
        facts: { rule: 'dri_changed', dri: 'newick' },
      })
    }
    expect((await readIssue(ctx, { group, ref })).dri).toBe('newick')
  }))

test('a first DRI is named at once and needs no context', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, other] = [await anIssue(ctx), await anIssue(ctx)]
    expect((await handOver(ctx, { group, ref, from: null, to: 'cindy' })).card).toMatchObject({
      dri: 'cindy',
      offeredTo: null,
    })
    const newick = await as('newick')
    expect((await handOver(newick, { group, ref: other, from: null, to: 'newick' })).card.dri).toBe('newick')
  }))

test('a person who could not drive it is not asked to take over, and closed work is not handed over', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    await closeIssue(ctx, { group, ref })
    await expect(acceptHandOver(cindy, { group, ref, offer })).rejects.toThrow('This issue is closed')
    expect((await readWeek(cindy)).handOvers).toEqual([])
    await withdrawHandOver(julie, { group, ref, offer })
    await expect(handOver(julie, { group, ref, ...handingOver })).rejects.toThrow('This issue is closed')
    const open = await anIssue(ctx, { dri: 'julie' })
    await ctx.db.query(`update group_roles set role = 'stakeholder' where person_id = $1`, [cindy.actor.id])
    await expect(handOver(julie, { group, ref: open, ...handingOver })).rejects.toThrow(
      'Cindy Halim does not drive issues here.',
    )
  }))

test('an offer is taken back by undo until it is answered', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await anIssue(ctx, { dri: 'julie' })
    const first = await handOver(julie, { group, ref, ...handingOver })
    expect((await undoEvent(julie, { group, event: first.event })).cards[0]?.offeredTo).toBeNull()
    const second = await handOver(julie, { group, ref, ...handingOver })
    const [waiting] = (await readIssue(ctx, { group, ref })).handOvers
    const taken = await acceptHandOver(cindy, { group, ref, offer: waiting?.id ?? 0 })
    await expect(undoEvent(julie, { group, event: second.event })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(undoEvent(cindy, { group, event: taken.event })).rejects.toThrow(
      'Ask for a hand-over in the other direction',
    )
  }))

test('many at once are handed over at once by the EM; a DRI asks for their own alone', () =>
  inWorld(async (ctx, { as }) => {
    const [mine, theirs] = [await anIssue(ctx, { dri: 'julie' }), await anIssue(ctx, { dri: 'newick' })]
    const change = { what: 'dri' as const, person: 'cindy', context: 'As it is.' }
    const asked = await changeIssues(await as('julie'), { group, refs: [mine, theirs], change })
    expect(asked.done.map(({ card }) => [card.ref, card.dri, card.offeredTo])).toEqual([
      [mine, 'julie', 'cindy'],
    ])
    expect(asked.refused).toMatchObject([
      { ref: theirs, because: 'Only the engineering manager assigns others.' },
    ])
    const given = await changeIssues(ctx, { group, refs: [mine, theirs], change })
    expect(given.done.map(({ card }) => [card.dri, card.offeredTo])).toEqual([
      ['cindy', null],
      ['cindy', null],
    ])
  }))

test('my week shows what I am asked to take over, until I answer', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { ref, offer } = await offered(ctx, julie)
    expect((await readWeek(cindy)).handOvers).toEqual([
      {
        ref,
        title: 'Slow model list',
        offer,
        from: 'Julie Huang',
        by: 'Julie Huang',
        at: ctx.now.toISOString(),
        context: handingOver.context,
      },
    ])
    expect((await readWeek(julie)).handOvers).toEqual([])
    await declineHandOver(cindy, { group, ref, offer, reason: 'No time.' })
    expect((await readWeek(cindy)).handOvers).toEqual([])
  }))

test('the database lets one hand-over wait per issue, and refuses one without a word', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { ref } = await offered(ctx, julie)
    const insert = async (context: string, issue: number) => {
      await ctx.db.query('savepoint trial')
      const tried = await ctx.db
        .query(
          `insert into hand_overs (group_id, subject_kind, subject_number, from_id, to_id, context, by_id, at)
            select 1, 'issue', $1, from_id, to_id, $2, by_id, at from hand_overs limit 1`,
          [issue, context],
        )
        .catch((error: { constraint?: string }) => error.constraint)
      await ctx.db.query('rollback to savepoint trial')
      return tried
    }
    expect(await insert('Again.', ref)).toBe('hand_overs_one_waiting')
    expect(await insert(' \n ', await anIssue(ctx))).toBe('hand_overs_context')
  }))
