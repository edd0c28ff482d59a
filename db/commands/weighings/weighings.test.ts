import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { cardByRef } from '../../queries/cards.ts'
import { eventsAfter, lastEvent, listEvents } from '../../queries/events.ts'
import { readWeighing } from '../../queries/weighings.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeIssue } from '../issues/close.ts'
import { agreeOnWeight } from './agree.ts'
import { abandonWeighing, openWeighing } from './open.ts'
import { revealWeights, voteWeight } from './vote.ts'

const group = 'custom-models'
const asked = ['julie', 'cindy', 'newick']
const seenBy = async (ctx: Ctx, ref: number) => (await readWeighing(ctx, { group, ref })).weighing
const newest = async (ctx: Ctx, ref: number) =>
  (await listEvents(ctx, { group, issue: ref, limit: 1 })).items[0]?.sentence

test('a weighing asks the engineers of the functional team, or of the whole group where the team has too few', () =>
  inWorld(async (ctx) => {
    const [ours, nobodys] = [await anIssue(ctx, { team: 'health-connectivity' }), await anIssue(ctx)]
    const { proposed } = await readWeighing(ctx, { group, ref: ours })
    expect(proposed).toEqual(['cindy', 'manoj', 'newick'])
    expect((await readWeighing(ctx, { group, ref: nobodys })).proposed).toEqual([
      'cindy',
      'julie',
      'manoj',
      'mohamed',
      'newick',
      'patrick',
    ])
    await openWeighing(ctx, { group, ref: ours })
    expect((await seenBy(ctx, ours))?.votes.map(({ person }) => person)).toEqual(proposed)
    expect(await newest(ctx, ours)).toBe(
      'Mohamed Hamda asked Cindy Halim, Manoj M J and Newick Lee to estimate this issue.',
    )
  }))

test('until the reveal everybody sees who has voted, and each person only their own vote', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { weight: null, labels: [] })
    await openWeighing(ctx, { group, ref, asked })
    await voteWeight(await as('julie'), { group, ref, weight: 5, reason: 'The migration.' })
    for (const handle of ['mohamed', 'cindy', 'jordan']) {
      expect((await seenBy(await as(handle), ref))?.votes).toEqual([
        { person: 'cindy', voted: false, weight: null, reason: '' },
        { person: 'julie', voted: true, weight: null, reason: '' },
        { person: 'newick', voted: false, weight: null, reason: '' },
      ])
    }
    expect((await seenBy(await as('julie'), ref))?.votes[1]).toMatchObject({
      weight: 5,
      reason: 'The migration.',
    })
  }))

test('no event carries a weight before the reveal', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { weight: null, labels: [], title: 'Unweighed' })
    const before = await lastEvent(ctx)
    await openWeighing(ctx, { group, ref, asked })
    await voteWeight(await as('julie'), { group, ref, weight: 77, reason: 'Seventy' })
    await voteWeight(await as('julie'), { group, ref, weight: 78, reason: 'Seventy' })
    const recorded = JSON.stringify(
      (await eventsAfter(ctx, before, 10)).map(({ type, data }) => [type, data]),
    )
    expect(recorded).toContain('weighing.voted')
    expect(recorded).not.toMatch(/\b7[78]\b(?!-)|Seventy/)
    expect(await newest(ctx, ref)).toBe('Julie Huang changed their hidden weight for this issue.')
  }))

test('the last vote reveals them all, and what is agreed on becomes the weight', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { weight: null, labels: [] })
    await openWeighing(ctx, { group, ref, asked })
    await voteWeight(await as('julie'), { group, ref, weight: 5 })
    await voteWeight(await as('cindy'), { group, ref, weight: 2 })
    expect(await seenBy(ctx, ref)).toMatchObject({ revealedAt: null })
    await voteWeight(await as('newick'), { group, ref, weight: 2, reason: 'As the last one.' })
    expect((await seenBy(ctx, ref))?.votes).toEqual([
      { person: 'cindy', voted: true, weight: 2, reason: '' },
      { person: 'julie', voted: true, weight: 5, reason: '' },
      { person: 'newick', voted: true, weight: 2, reason: 'As the last one.' },
    ])
    expect(await newest(ctx, ref)).toBe(
      'Newick Lee revealed the weights of this issue: Cindy Halim 2, Julie Huang 5 and Newick Lee 2.',
    )
    await expect(voteWeight(await as('julie'), { group, ref, weight: 2 })).rejects.toThrow('are revealed')
    const { card, warnings } = await agreeOnWeight(await as('cindy'), { group, ref, weight: 5 })
    expect(card.weight).toBe(5)
    expect(warnings).toMatchObject([{ code: 'too_heavy' }])
    expect(await seenBy(ctx, ref)).toMatchObject({ agreed: 5, closedAt: expect.any(String) })
    expect((await listEvents(ctx, { group, issue: ref, limit: 2 })).items.map(({ type }) => type)).toEqual([
      'issue.weighed',
      'weighing.agreed',
    ])
  }))

test('the person who opened it, the EM or the PM reveals early; those who were asked wait', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { weight: null, labels: [] })
    await openWeighing(await as('patrick'), { group, ref, asked })
    await expect(revealWeights(ctx, { group, ref })).rejects.toThrow('No votes yet.')
    await voteWeight(await as('julie'), { group, ref, weight: 3 })
    await expect(revealWeights(await as('julie'), { group, ref })).rejects.toThrow(
      'Only the person who started the estimation',
    )
    await expect(agreeOnWeight(ctx, { group, ref, weight: 3 })).rejects.toThrow('Reveal the weights first')
    await revealWeights(await as('patrick'), { group, ref })
    expect((await seenBy(ctx, ref))?.votes.map(({ weight }) => weight)).toEqual([null, 3, null])
    await expect(agreeOnWeight(await as('manoj'), { group, ref, weight: 3 })).rejects.toThrow(
      'Only a person who voted',
    )
  }))

test('what is given up before the reveal is never shown, and a new weighing can begin', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { weight: null, labels: [] })
    await openWeighing(await as('patrick'), { group, ref, asked })
    await voteWeight(await as('julie'), { group, ref, weight: 3 })
    await expect(abandonWeighing(await as('julie'), { group, ref })).rejects.toThrow('can cancel it')
    await abandonWeighing(await as('patrick'), { group, ref })
    expect((await seenBy(ctx, ref))?.votes[1]).toEqual({
      person: 'julie',
      voted: true,
      weight: null,
      reason: '',
    })
    await expect(voteWeight(await as('cindy'), { group, ref, weight: 3 })).rejects.toThrow('is running')
    await openWeighing(ctx, { group, ref, asked: ['julie', 'cindy'] })
    expect((await seenBy(ctx, ref))?.votes.map(({ voted }) => voted)).toEqual([false, false])
    expect(await cardByRef(ctx, ref)).toMatchObject({ weight: null })
  }))

test('a person is not asked twice, alone, while one is running, about closed work, or without being of the group', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, closed] = [await anIssue(ctx), await anIssue(ctx)]
    await closeIssue(ctx, { group, ref: closed })
    await expect(openWeighing(ctx, { group, ref, asked: ['julie', 'julie'] })).rejects.toThrow('at least two')
    await expect(openWeighing(ctx, { group, ref: closed, asked })).rejects.toThrow('This issue is closed')
    await expect(openWeighing(ctx, { group, ref, asked: ['julie', 'nobody'] })).rejects.toMatchObject({
      code: 'not_found',
    })
    await openWeighing(ctx, { group, ref, asked })
    await expect(openWeighing(ctx, { group, ref, asked })).rejects.toThrow('already running')
    await expect(voteWeight(await as('manoj'), { group, ref, weight: 1 })).rejects.toThrow(
      'not part of this estimation',
    )
  }))

test('a stakeholder neither weighs nor is asked to, and a confidential weighing does not exist for them', () =>
  inWorld(async (ctx, { as }) => {
    const [open, secret] = [await anIssue(ctx), await anIssue(ctx, { confidential: true })]
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    const cindy = await as('cindy')
    await expect(openWeighing(ctx, { group, ref: open, asked })).rejects.toThrow(
      'Cindy Halim does not estimate issues here.',
    )
    for (const act of [
      () => openWeighing(cindy, { group, ref: open, asked: ['julie', 'newick'] }),
      () => voteWeight(cindy, { group, ref: open, weight: 1 }),
      () => revealWeights(cindy, { group, ref: open }),
      () => agreeOnWeight(cindy, { group, ref: open, weight: 1 }),
      () => abandonWeighing(cindy, { group, ref: open }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readWeighing(cindy, { group, ref: secret })).rejects.toMatchObject({ code: 'not_found' })
  }))
