import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readEpic } from '../../queries/epics.ts'
import { listDris } from '../../queries/dris.ts'
import { listInbox } from '../../queries/inbox.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { inWorld } from '../../testing/world.ts'
import { leadEpic } from '../epics-edit.ts'
import { createEpic } from '../epics.ts'
import { undoEvent } from '../undo.ts'
import { acceptEpic, declineEpic, withdrawEpic } from './answer.ts'
import { handOverEpic } from './hand-over.ts'

const group = 'custom-models'
const handingOver = { from: 'julie', to: 'cindy', context: 'Two issues are left; the page is next.' }

/** An epic of Julie's that Cindy is asked to take over. */
async function offered(ctx: Ctx, julie: Ctx) {
  const { number: epic } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
  await handOverEpic(julie, { group, epic, ...handingOver })
  const [waiting] = (await readEpic(ctx, { group, epic })).handOvers
  return { group, epic, offer: waiting?.id ?? 0 }
}

const sameBothWays = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
  expect(ledger['epics']).toEqual(tables['epics'])
}

test('until it is accepted the tech lead stays accountable; then it is the person who accepted, with the words', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const { epic, offer } = await offered(ctx, julie)
    const before = await readEpic(ctx, { group, epic })
    expect(before).toMatchObject({ techLead: 'julie', offeredTo: 'cindy' })
    expect(before.handOvers).toMatchObject([{ ...handingOver, by: 'julie', outcome: null }])
    expect((await listInbox(cindy, { group })).items).toMatchObject([{ kind: 'hand_over' }])
    await sameBothWays(ctx)

    await acceptEpic(cindy, { group, epic, offer })
    expect(await readEpic(ctx, { group, epic })).toMatchObject({ techLead: 'cindy', offeredTo: null })
    expect((await listInbox(cindy, { group })).items).toEqual([])
    expect((await listDris(ctx, {})).items).toMatchObject([
      { subject: `epic-${epic}`, dri: { handle: 'cindy' }, since: ctx.now.toISOString() },
    ])
    const [newest] = (await readEpic(ctx, { group, epic })).journal.items
    expect(newest?.sentence).toBe('Cindy Halim took over “Lifecycle” from Julie Huang.')
    await sameBothWays(ctx)
    await expect(acceptEpic(cindy, { group, epic, offer })).rejects.toThrow('already accepted')
  }))

test('a person who declines says why, and only the person asked answers', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const one = await offered(ctx, julie)
    await expect(acceptEpic(await as('newick'), one)).rejects.toThrow('Only Cindy Halim can answer')
    await expect(declineEpic(cindy, { ...one, reason: ' ' })).rejects.toThrow('Give a reason')
    await declineEpic(cindy, { ...one, reason: 'I am away.' })
    const { techLead, handOvers } = await readEpic(ctx, one)
    expect({ techLead, handOvers }).toMatchObject({
      techLead: 'julie',
      handOvers: [{ outcome: 'declined', reason: 'I am away.' }],
    })
    await sameBothWays(ctx)
  }))

test('the EM hands over at once with context, which ends what waits, and takes it back', () =>
  inWorld(async (ctx, { as }) => {
    const { epic } = await offered(ctx, await as('julie'))
    const given = { group, epic, from: 'julie', to: 'newick', atOnce: true }
    await expect(handOverEpic(ctx, { ...given, context: ' ' })).rejects.toThrow('Add context')
    await expect(handOverEpic(ctx, { ...given, to: 'jordan', context: 'Yours.' })).rejects.toThrow('engineer')
    const { event } = await handOverEpic(ctx, { ...given, context: 'Julie moves on.' })
    const after = await readEpic(ctx, { group, epic })
    expect(after).toMatchObject({ techLead: 'newick', offeredTo: null })
    expect(after.handOvers).toMatchObject([{ outcome: 'overtaken' }])
    await undoEvent(ctx, { group, event })
    expect(await readEpic(ctx, { group, epic })).toMatchObject({ techLead: 'julie' })
  }))

test('only the tech lead asks another person, one at a time, and what waits can be withdrawn', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const one = await offered(ctx, julie)
    const asking = { group, epic: one.epic, ...handingOver, to: 'newick' }
    await expect(handOverEpic(await as('newick'), asking)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(handOverEpic(julie, asking)).rejects.toThrow('A hand-over to Cindy Halim is pending')
    await expect(leadEpic(julie, { group, epic: one.epic, person: null })).rejects.toThrow('is pending')
    await withdrawEpic(julie, one)
    await handOverEpic(julie, asking)
    expect((await readEpic(ctx, one)).offeredTo).toBe('newick')
    await sameBothWays(ctx)
  }))

test('a tech lead is not replaced in passing: from one to the next an epic is handed over', () =>
  inWorld(async (ctx, { as }) => {
    const { number: epic } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
    await expect(leadEpic(ctx, { group, epic, person: 'cindy' })).rejects.toThrow(
      'Julie Huang is the tech lead. Hand the epic over with context.',
    )
    await expect(leadEpic(await as('jordan'), { group, epic, person: null })).rejects.toThrow('Only they')
    await leadEpic(await as('julie'), { group, epic, person: null })
    await leadEpic(await as('jordan'), { group, epic, person: 'cindy' })
    expect((await readEpic(ctx, { group, epic })).techLead).toBe('cindy')
    await sameBothWays(ctx)
  }))
