import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { followEpics, listEpics, readEpic, readJournal } from '../queries/epics.ts'
import { lastEvent } from '../queries/events.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { closeEpic, editEpic, leadEpic, reopenEpic } from './epics-edit.ts'
import { createEpic } from './epics.ts'
import { closeIssue } from './issues/close.ts'
import { joinEpic } from './issues/epic.ts'

const group = 'custom-models'
const stakeholder = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, roles: ['stakeholder'], admin: false },
})

test('an epic is created with a tech lead who is an engineer, and no other person', () =>
  inWorld(async (ctx, { as }) => {
    const { number, event } = await createEpic(await as('julie'), {
      title: 'Health check',
      techLead: 'cindy',
    })
    expect(event).toBe(await lastEvent(ctx))
    expect(await readEpic(ctx, { group, epic: number })).toMatchObject({ techLead: 'cindy', closed: false })
    await expect(createEpic(ctx, { title: 'Another', techLead: 'jordan' })).rejects.toThrow(
      'The tech lead must be an engineer of the group.',
    )
  }))

test('a tech lead is named and taken back, each with an event that says so', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Health check' })
    await leadEpic(ctx, { group, epic, person: 'manoj' })
    const before = await lastEvent(ctx)
    expect((await leadEpic(ctx, { group, epic, person: 'manoj' })).event).toBe(before)
    await leadEpic(ctx, { group, epic, person: null })
    await expect(leadEpic(ctx, { group, epic, person: 'jordan' })).rejects.toMatchObject({ code: 'refused' })
    const { journal, techLead } = await readEpic(ctx, { group, epic })
    expect(techLead).toBeNull()
    expect(journal.items.map(({ sentence }) => sentence)).toEqual([
      'Mohamed Hamda left “Health check” without a tech lead.',
      'Mohamed Hamda made Manoj M J the tech lead of “Health check”.',
      'Mohamed Hamda created the epic “Health check”.',
    ])
  }))

test('a person who edits an older text is told both, and nothing is lost', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Health check' })
    await editEpic(ctx, { group, epic, version: 1, description: 'What it is.' })
    const late = editEpic(ctx, { group, epic, version: 1, description: 'Something else.' })
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      facts: {
        yours: { description: 'Something else.' },
        theirs: { description: 'What it is.' },
        version: 2,
      },
    })
    await editEpic(ctx, { group, epic, version: 2, title: 'Diagnostics' })
    expect(await readEpic(ctx, { group, epic })).toMatchObject({
      title: 'Diagnostics',
      description: 'What it is.',
    })
    expect((await listEpics(ctx)).items).toEqual([{ number: epic, title: 'Diagnostics', closed: false }])
  }))

test('progress counts and weighs the scope, and the journal tells who changed it', () =>
  inWorld(async (ctx, { as }) => {
    const { number: epic } = await createEpic(ctx, { title: 'Health check' })
    const [one, two] = [await anIssue(ctx, { epic, weight: 3 }), await anIssue(ctx, { weight: 2 })]
    await anIssue(ctx, { epic, weight: null, labels: [], confidential: true })
    await joinEpic(await as('julie'), { group, ref: two, epic })
    await closeIssue(ctx, { group, ref: one })
    const scope = { total: 3, open: 2, done: 1, dropped: 0, weight: 5, weightDone: 3, unweighted: 1 }
    expect((await followEpics(ctx)).items[0]?.progress).toEqual({ ...scope, notShown: 0 })
    const seen = await readEpic(stakeholder(ctx), { group, epic })
    expect(seen.progress).toEqual({ ...scope, notShown: 1 })
    expect(seen.journal.items).toHaveLength(3)
    await joinEpic(ctx, { group, ref: two, epic: null })
    const { journal } = await readEpic(ctx, { group, epic })
    expect(journal.items[0]?.sentence).toBe(`Mohamed Hamda removed #${two} from the epic “Health check”.`)
    expect(journal.items[1]).toMatchObject({ actor: 'julie', issue: two, type: 'issue.epic_set' })
  }))

test('its journal is read page by page to its beginning', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Long' })
    const ref = await anIssue(ctx)
    for (const to of [epic, null, epic]) await joinEpic(ctx, { group, ref, epic: to })
    const first = await readJournal(ctx, { group, epic, limit: 3 })
    const second = await readJournal(ctx, { group, epic, limit: 3, cursor: first.next ?? '' })
    expect(first.items).toHaveLength(3)
    expect(second.items.map(({ type }) => type)).toEqual(['epic.created'])
    expect(second.next).toBeNull()
    expect((await readEpic(ctx, { group, epic })).author).toBe('mohamed')
    await expect(readJournal(ctx, { group, epic: epic + 1 })).rejects.toMatchObject({ code: 'not_found' })
  }))

test('an epic is closed by hand only when nothing of it is open, and opens again when it has no issues', () =>
  inWorld(async (ctx) => {
    const { number: empty } = await createEpic(ctx, { title: 'Not begun' })
    await closeEpic(ctx, { group, epic: empty })
    await expect(closeEpic(ctx, { group, epic: empty })).rejects.toThrow('already closed')
    await reopenEpic(ctx, { group, epic: empty })
    const ref = await anIssue(ctx, { epic: empty })
    await expect(closeEpic(ctx, { group, epic: empty })).rejects.toThrow(
      '1 issue is open. Close or remove it first.',
    )
    await closeIssue(ctx, { group, ref })
    const { closed, journal } = await readEpic(ctx, { group, epic: empty })
    expect([closed, journal.items[0]?.sentence]).toEqual([
      true,
      'Mohamed Hamda closed the epic “Not begun”: Its only issue is closed.',
    ])
    await expect(reopenEpic(ctx, { group, epic: empty })).rejects.toThrow('the epic reopens automatically')
    await expect(readEpic(ctx, { group, epic: 999 })).rejects.toMatchObject({ code: 'not_found' })
  }))
