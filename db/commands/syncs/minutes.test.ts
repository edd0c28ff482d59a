import { expect, test } from 'vitest'
import { PRESENCE_MS } from '#lib/domain/syncs/next.ts'
import type { Ctx } from '../../context.ts'
import { readPresence } from '../../queries/sync-presence.ts'
import { listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import { readAgenda, readMinutes, readSync } from '../../queries/sync-room.ts'
import { lastAndNextSync, listSyncs } from '../../queries/syncs.ts'
import { agendaKeys, DAY_MS, later, recording, sameSyncsBothWays, unowned } from '../../testing/syncs.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { changeGroup } from '../groups-edit.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { raiseHand } from '../hands/hands.ts'
import { raisePushBack } from '../push-backs/raise.ts'
import { recordOutcome } from './outcomes.ts'
import { addPoint } from './points.ts'
import { beHere } from './presence.ts'
import { endSync, leadSync, startSync } from './syncs.ts'

const group = 'custom-models'
test('it ends as minutes: who was there is kept, and those who were not are told once', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const ref = await unowned(ctx)
    const gone = await unowned(ctx)
    const { sync } = await startSync(ctx)
    await beHere(ctx, { sync: sync.id, item: null })
    await beHere(julie, { sync: sync.id, item: null })
    await recording(ctx, `issue-${ref}`, { kind: 'no_volunteer', reason: 'overloaded', text: 'until 18.9' })
    await handOver(ctx, { group, ref: gone, from: null, to: 'julie' })
    const ended = (await endSync(later(ctx, 60_000), { sync: sync.id })).sync
    expect(ended).toMatchObject({
      state: 'ended',
      attended: [{ handle: 'julie' }, { handle: 'mohamed' }],
    })
    await expect(endSync(ctx, { sync: sync.id })).rejects.toThrow('This sync is over.')
    expect(await agendaKeys(ctx, sync.id)).toEqual([`issue-${ref} settled`, `issue-${gone} over`])
    const told = (await listInbox(later(cindy, 120_000), { group })).items
    expect(told.map(({ subject, link }) => [subject.title, link])).toEqual([
      ['Weekly sync, 7 Jan', `/custom-models/sync/${sync.id}`],
    ])
    expect((await listInbox(julie, { group })).items.map(({ subject }) => subject.kind)).not.toContain('sync')
    const { markdown } = await readMinutes(ctx, { sync: sync.id }, 'https://saydo.example')
    expect(markdown).toContain('## Weekly sync, 7 Jan\n\nPresent: Julie Huang, Mohamed Hamda')
    expect(markdown).toContain(
      `- [x] [#${ref}](https://saydo.example/custom-models/issues/${ref}) Slow model list: `,
    )
    expect(markdown).toContain('  - **No volunteer** Overloaded, until 18.9 (Mohamed Hamda)')
    expect((await readSync(cindy, { sync: sync.id })).sync?.lookedAt).toBeNull()
    await beHere(later(cindy, DAY_MS), { sync: sync.id, item: null })
    expect((await readSync(cindy, { sync: sync.id })).sync?.lookedAt).toBe('2026-01-08T12:00:00.000Z')
    await sameSyncsBothWays(ctx)
  }))

test('who is in the room is known from signs of life, which expire', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { sync } = await startSync(ctx)
    const { item } = await addPoint(ctx, { text: 'A word.' })
    await beHere(julie, { sync: sync.id, item: null })
    const { people } = await beHere(later(ctx, 10_000), { sync: sync.id, item })
    expect(people.map(({ handle, leads, item }) => [handle, leads, item])).toEqual([
      ['mohamed', true, item],
      ['julie', false, null],
    ])
    const after = await readPresence(later(ctx, PRESENCE_MS + 5_000), { sync: sync.id })
    expect(after.people.map(({ handle }) => handle)).toEqual(['mohamed'])
    await leadSync(julie, { sync: sync.id, to: 'julie' })
    expect((await readSync(ctx, { sync: sync.id })).sync?.lead?.handle).toBe('julie')
    await sameSyncsBothWays(ctx)
  }))

test('a week without one is recorded, and the next one is a week later', () =>
  inWorld(async (ctx) => {
    expect(await lastAndNextSync(ctx)).toEqual({
      last: null,
      next: { day: '2026-01-08', time: '15:00', minutes: 30 },
      minutes: 30,
    })
    const { sync } = await startSync(ctx, { skip: true })
    expect(sync).toMatchObject({ state: 'skipped', day: '2026-01-08' })
    const { last, next } = await lastAndNextSync(ctx)
    expect([last?.state, next?.day]).toEqual(['skipped', '2026-01-15'])
    // and is held all the same
    const started = await startSync(ctx)
    await expect(startSync(ctx, { skip: true })).rejects.toThrow('The sync is running.')
    await endSync(ctx, { sync: started.sync.id })
    expect((await listSyncs(ctx, {})).items.map(({ state }) => state)).toEqual(['skipped', 'ended'])
    await changeGroup(ctx, { group, syncDay: null })
    expect((await lastAndNextSync(ctx)).next).toBeNull()
    await expect(startSync(ctx, { skip: true })).rejects.toThrow('plans no weekly sync')
    await sameSyncsBothWays(ctx)
  }))

test('of a confidential issue a person who may not see it finds nothing, in the agenda, the minutes or the text', () =>
  inWorld(async (ctx, { as }) => {
    const canary = 'Canary of the vault'
    const ref = await anIssue(ctx, {
      title: canary,
      confidential: true,
      labels: ['type::bug', 'workflow::in dev'],
    })
    const julie = await as('julie')
    await raiseHand(julie, { group, kind: 'stuck', ask: `${canary} is stuck.`, subject: `issue-${ref}` })
    await raisePushBack(ctx, { group, work: `issue-${ref}`, reason: `${canary} can wait.` })
    const outside: Ctx = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } }
    const { sync } = await startSync(ctx)
    const [first] = (await readSync(ctx, { sync: sync.id })).items
    await recordOutcome(ctx, { item: first?.key ?? '', kind: 'note', seen: 0, text: `${canary}!` })
    const seen = async () =>
      JSON.stringify([
        await readAgenda(outside),
        await readSync(outside, { sync: sync.id }),
        await readMinutes(outside, { sync: sync.id }, 'https://saydo.example'),
        await listSyncs(outside, {}),
        (await listEvents(outside, { group, limit: 50 })).items.map(({ sentence }) => sentence),
      ])
    expect(await seen()).not.toContain(canary)
    expect(JSON.stringify(await readSync(ctx, { sync: sync.id }))).toContain(canary)
    await endSync(ctx, { sync: sync.id })
    expect(await seen()).not.toContain(canary)
    expect(await seen()).not.toContain(`#${ref}`)
  }))
