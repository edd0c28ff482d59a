import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listActivities } from '../../queries/activities.ts'
import { listInbox } from '../../queries/inbox.ts'
import { counterpartGroup, inGroupOf } from '../../testing/counterpart.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { createActivity, editActivity, removeActivity } from './activities.ts'
import { recordOccurrence } from './record.ts'
import { answerShare, endShare, shareActivity } from './share.ts'

const group = 'custom-models'
const REVIEW = { kind: 'shared_review' as const, name: 'Evaluation review', every: 'week' as const, day: 3 }
const DAY = '2026-01-07'

const sameBothWays = async (...all: Ctx[]) => {
  for (const { db, group: one } of all) {
    const { ledger, tables } = await rowsBothWays(db, one.id)
    expect(ledger['activities']).toEqual(tables['activities'])
  }
}

/** An activity of ours that Julie’s group is asked to share. */
async function asked(ctx: Ctx, julie: Ctx, zone?: string) {
  const other = await counterpartGroup(ctx, [ctx, julie], zone)
  const theirs = inGroupOf(julie, other)
  const { activity } = await createActivity(ctx, { group, ...REVIEW, from: '2025-12-24' })
  await recordOccurrence(ctx, {
    group,
    activity: activity.id,
    day: '2025-12-31',
    state: 'skipped',
    note: 'Holidays.',
  })
  await shareActivity(ctx, { group, activity: activity.id, counterpart: other.slug })
  const offer = (await listActivities(theirs)).offers[0]?.id ?? 0
  return { theirs, other: other.slug, activity: activity.id, offer }
}

const seen = async (ctx: Ctx) =>
  (await listActivities(ctx)).items.map(({ name, share, occurrences }) => [
    name,
    share?.state ?? null,
    occurrences.map(({ day, state }) => `${day.slice(5)} ${state}`).join(', '),
  ])

test('a counterpart group accepts a review; from then on both see it and both record', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { theirs, other, activity, offer } = await asked(ctx, julie)
    expect((await listActivities(theirs)).items).toEqual([])
    expect(await listInbox(theirs, { group: other })).toMatchObject({
      items: [{ kind: 'asked', link: `/${other}/cadence?activity=${offer}` }],
    })
    await expect(
      recordOccurrence(theirs, { group: other, activity: offer, day: DAY, state: 'happened' }),
    ).rejects.toThrow('Accept to share')
    await answerShare(theirs, { group: other, activity: offer, accept: true })
    const past = '12-24 missed, 12-31 skipped'
    expect(await seen(theirs)).toEqual([['Evaluation review', 'joined', `${past}, 01-07 open`]])
    expect((await seen(ctx))[0]?.[1]).toBe('hosts')
    await recordOccurrence(theirs, {
      group: other,
      activity: offer,
      day: DAY,
      state: 'happened',
      note: 'Falcon leads.',
    })
    expect(await seen(ctx)).toEqual([['Evaluation review', 'hosts', `${past}, 01-07 happened, 01-14 coming`]])
    await expect(recordOccurrence(ctx, { group, activity, day: DAY, state: 'happened' })).rejects.toThrow(
      'Julie Huang already recorded',
    )
    expect((await listInbox(ctx, { group })).items.map(({ sentence }) => sentence).join()).toContain(
      'accepted to share',
    )
    await editActivity(ctx, { group, activity, name: 'Model review', rhythm: { every: 'two_weeks', day: 3 } })
    expect((await seen(theirs))[0]?.[0]).toBe('Model review')
    await sameBothWays(ctx, theirs)
  }))

test('each side takes back what it recorded, for both', () =>
  inWorld(async (ctx, { as }) => {
    const { theirs, other, offer } = await asked(ctx, await as('julie'))
    await answerShare(theirs, { group: other, activity: offer, accept: true, owner: null })
    const { event } = await recordOccurrence(theirs, {
      group: other,
      activity: offer,
      day: DAY,
      state: 'happened',
    })
    const undone = await undoEvent(theirs, { group: other, event })
    expect((await seen(ctx))[0]?.[2]).toContain('01-07 open')
    await undoEvent(theirs, { group: other, event: undone.event })
    expect((await seen(ctx))[0]?.[2]).toContain('01-07 happened')
    await sameBothWays(ctx, theirs)
  }))

test('what is declined or taken back is gone there; what ends stays with each as its own', () =>
  inWorld(async (ctx, { as }) => {
    const { theirs, other, activity, offer } = await asked(ctx, await as('julie'))
    await expect(removeActivity(ctx, { activity })).rejects.toThrow('End the sharing first')
    await answerShare(theirs, { group: other, activity: offer, accept: false })
    expect((await listActivities(theirs)).offers).toEqual([])
    expect((await seen(ctx))[0]?.[1]).toBe('declined')
    await shareActivity(ctx, { group, activity, counterpart: other })
    await endShare(ctx, { group, activity })
    expect((await listActivities(theirs)).offers).toEqual([])
    await shareActivity(ctx, { group, activity, counterpart: other })
    await expect(shareActivity(ctx, { group, activity, counterpart: other })).rejects.toThrow('already')
    const again = (await listActivities(theirs)).offers[0]?.id ?? 0
    await answerShare(theirs, { group: other, activity: again, accept: true })
    await expect(answerShare(theirs, { group: other, activity: again, accept: true })).rejects.toMatchObject({
      code: 'conflict',
    })
    await endShare(theirs, { group: other, activity: again })
    expect((await seen(ctx))[0]?.slice(0, 2)).toEqual(['Evaluation review', null])
    await recordOccurrence(ctx, { group, activity, day: DAY, state: 'happened' })
    expect((await seen(theirs))[0]?.[2]).toContain('01-07 open')
    await sameBothWays(ctx, theirs)
  }))

test('only a group that the EM sees is asked, never the own one, and only the EM asks and answers', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const { theirs, activity, offer, other } = await asked(ctx, julie)
    const { activity: more } = await createActivity(ctx, { group, ...REVIEW, name: 'Another' })
    const share = (counterpart: string, who = ctx) =>
      shareActivity(who, { group, activity: more.id, counterpart })
    await expect(share('nowhere')).rejects.toMatchObject({ code: 'not_found' })
    await expect(share(group)).rejects.toThrow('Choose another group')
    await expect(share(other, await as('cindy'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(share(other, julie)).rejects.toMatchObject({ code: 'forbidden' })
    await ctx.db.query(`update group_roles set role = 'engineer' where group_id = $1 and person_id = $2`, [
      theirs.group.id,
      julie.actor.id,
    ])
    await expect(answerShare(theirs, { group: other, activity: offer, accept: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(answerShare(ctx, { group, activity, accept: true })).rejects.toMatchObject({
      code: 'conflict',
    })
  }))

test('nothing else of the other group shows: no title, no person, no note', () =>
  inWorld(async (ctx, { as }) => {
    const { theirs, other, offer } = await asked(ctx, await as('julie'))
    await anIssue(ctx, { title: 'Canary of ours' })
    await createActivity(ctx, {
      group,
      kind: 'own',
      name: 'Canary activity',
      every: 'week',
      owner: 'patrick',
    })
    await answerShare(theirs, { group: other, activity: offer, accept: true })
    const answer = JSON.stringify([await listActivities(theirs), await listInbox(theirs, { group: other })])
    expect(answer).toContain('Evaluation review')
    for (const canary of ['Canary', 'patrick']) expect(answer).not.toContain(canary)
  }))

test('a day is a day in both groups; each says by its own clock whether it is over', () =>
  inWorld(async (ctx, { as }) => {
    const { theirs, other, activity, offer } = await asked(ctx, await as('julie'), 'Pacific/Kiritimati')
    await answerShare(theirs, { group: other, activity: offer, accept: true })
    const late = (one: Ctx): Ctx => ({ ...one, now: new Date('2026-01-07T10:30:00Z') })
    expect((await seen(late(ctx)))[0]?.[2]).toContain('01-07 open')
    expect((await seen(late(theirs)))[0]?.[2]).toContain('01-07 missed')
    await recordOccurrence(late(ctx), { group, activity, day: DAY, state: 'happened' })
    expect((await seen(late(theirs)))[0]?.[2]).toContain('01-07 happened')
  }))
