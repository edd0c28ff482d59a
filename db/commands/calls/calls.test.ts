import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listCalls } from '../../queries/calls.ts'
import { listEvents } from '../../queries/events.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { editCall, noteCall, removeCall } from './calls.ts'

const group = 'custom-models'
const CALL = {
  group,
  day: '2026-01-06',
  people: ['julie', 'cindy'],
  outcome: 'The probe stays; the gateway answers for it.',
  why: 'Three rounds of comments went past each other.',
}
const sameBothWays = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
  expect(ledger['calls']).toEqual(tables['calls'])
}

test('a call is noted on its issue or epic, with who was in it, and stands in the journal', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    const { call } = await noteCall(julie, {
      ...CALL,
      subject: `issue-${ref}`,
      people: ['julie', 'cindy', 'julie'],
    })
    expect(call).toMatchObject({
      day: '2026-01-06',
      about: { kind: 'issue', ref },
      by: 'julie',
      recording: '',
    })
    expect(call.people.map(({ handle }) => handle)).toEqual(['cindy', 'julie'])
    const [told] = (await listEvents(ctx, { group, issue: ref, limit: 1 })).items
    expect(told?.sentence).toContain(
      'noted a call on this issue: The probe stays; the gateway answers for it',
    )
    const { number } = await createEpic(ctx, { title: 'Lifecycle' })
    await noteCall(ctx, { ...CALL, subject: `epic-${number}`, recording: 'https://video.example/7' })
    const all = await listCalls(julie, { group })
    expect(all.items.map(({ about }) => about.kind)).toEqual(['epic', 'issue'])
    expect(all.rate).toEqual({ calls: 2, recorded: 1, weeks: 8 })
    expect((await listCalls(julie, { group, subject: `issue-${ref}` })).items).toHaveLength(1)
    await sameBothWays(ctx)
  }))

test('a call of one, without an outcome, without a reason or of a day to come is refused', () =>
  inWorld(async (ctx, { as }) => {
    const subject = `issue-${await anIssue(ctx)}`
    const note = (stated: object) => noteCall(ctx, { ...CALL, subject, ...stated })
    await expect(note({ people: ['julie', 'julie'] })).rejects.toThrow('at least two people')
    await expect(note({ day: '2026-01-08' })).rejects.toThrow('once it took place')
    await expect(note({ people: ['julie', 'no-one-here'] })).rejects.toMatchObject({ code: 'not_found' })
    await expect(note({ subject: 'issue-800001' })).rejects.toMatchObject({ code: 'not_found' })
    const newick = await as('newick')
    await ctx.db.query("update group_roles set role = 'stakeholder' where person_id = $1", [newick.actor.id])
    await expect(noteCall(newick, { ...CALL, subject })).rejects.toMatchObject({ code: 'forbidden' })
  }))

test('those who were in it add the recording; others ask them, or the EM', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy, newick] = [await as('julie'), await as('cindy'), await as('newick')]
    const { call } = await noteCall(julie, { ...CALL, subject: `issue-${await anIssue(ctx)}` })
    const one = { group, call: call.id }
    await expect(editCall(newick, { ...one, outcome: 'No.' })).rejects.toThrow(
      'Only the people who were in the call',
    )
    expect((await editCall(cindy, { ...one, recording: 'https://video.example/8' })).call.recording).toBe(
      'https://video.example/8',
    )
    await expect(editCall(cindy, { ...one, recording: 'https://video.example/8' })).rejects.toThrow(
      'so already',
    )
    await editCall(ctx, { ...one, people: ['newick', 'cindy'], day: '2026-01-05' })
    await sameBothWays(ctx)
    await removeCall(newick, one)
    await expect(removeCall(newick, one)).rejects.toMatchObject({ code: 'not_found' })
    expect((await listCalls(ctx, { group })).items).toEqual([])
    await sameBothWays(ctx)
  }))

test('of a call on a confidential issue a person who may not see that hears nothing, not even in the rate', () =>
  inWorld(async (ctx, { as }) => {
    const subject = `issue-${await anIssue(ctx, { confidential: true, title: 'Canary issue' })}`
    const { call } = await noteCall(ctx, { ...CALL, subject, outcome: 'Canary outcome.' })
    const outside: Ctx = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } }
    const seen = await listCalls(outside, { group })
    expect(seen).toMatchObject({ items: [], rate: { calls: 0 } })
    expect(JSON.stringify([seen, await listEvents(outside, { group })])).not.toContain('Canary')
    const newick = await as('newick')
    await ctx.db.query("update group_roles set role = 'stakeholder' where person_id = $1", [newick.actor.id])
    await expect(editCall(newick, { group, call: call.id, outcome: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('a page of calls ends where the next one begins, also within a day', () =>
  inWorld(async (ctx) => {
    const subject = `issue-${await anIssue(ctx)}`
    for (let at = 0; at < 53; at += 1)
      await noteCall(ctx, { ...CALL, subject, day: `2026-01-0${1 + (at % 7)}` })
    const first = await listCalls(ctx, { group })
    const second = await listCalls(ctx, { group, after: first.next ?? '' })
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 3, null])
    const days = [...first.items, ...second.items].map(
      ({ day, id }) => `${day} ${String(id).padStart(9, '0')}`,
    )
    expect(days).toEqual(days.toSorted().toReversed())
  }))
