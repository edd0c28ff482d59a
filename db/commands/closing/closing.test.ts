import { expect, test } from 'vitest'
import { createIssue } from '../issues/create.ts'
import { closeIssue } from '../issues/close.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue, weighIssue } from '../issues/plan.ts'
import type { Ctx } from '../../context.ts'
import { cardByRef } from '../../queries/cards.ts'
import { readClosing } from '../../queries/closing.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { listMilestones } from '../../queries/milestones.ts'
import { listOutcomes } from '../../queries/outcomes.ts'
import { slipsOf } from '../../queries/slips.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeMilestone } from './close.ts'
import { reopenMilestone } from './reopen.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const at = (ctx: Ctx, moment: string): Ctx => ({ ...ctx, now: new Date(moment) })
/** In the afternoon of the due day. */
const onDueDay = (ctx: Ctx) => at(ctx, '2026-01-09T15:00:00Z')
const later = (ctx: Ctx, hours: number) =>
  at(ctx, new Date(onDueDay(ctx).now.getTime() + hours * 3_600_000).toISOString())

const aDeliverable = (ctx: Ctx, more: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', ...more })
const closed = async (ctx: Ctx) =>
  (await listMilestones(ctx)).items.find(({ slug }) => slug === milestone)?.closed
const slip = (ref: number, destination: string | null) => ({ ref, destination, reason: 'scope' as const })
const refusalOf = async (act: Promise<unknown>) => {
  const error: unknown = await act.catch((thrown: unknown) => thrown)
  return error && typeof error === 'object' && 'facts' in error ? error.facts : error
}

test('a milestone closes with a destination and a reason for each open Deliverable, and freezes what became of them', () =>
  inWorld(async (ctx) => {
    const [done, next, shelf, none] = [
      await aDeliverable(ctx),
      await aDeliverable(ctx, { weight: 3 }),
      await aDeliverable(ctx),
      await aDeliverable(ctx, { confidential: true }),
    ]
    const candidate = await anIssue(ctx)
    await closeIssue(ctx, { group, ref: done })
    const issues = [
      slip(next, '18.9'),
      { ...slip(shelf, 'next-4-6'), reason: 'other' as const, text: ' The vendor left. ' },
      slip(none, null),
    ]
    const answer = await closeMilestone(onDueDay(ctx), { group, milestone, issues })
    expect(answer).toMatchObject({
      milestone: { slug: milestone, closed: true },
      sums: { assigned: 4, completed: 1, assignedWeight: 9, completedWeight: 2, percent: 25 },
      moved: 4,
      changed: [],
      reopenUntil: '2026-01-10T15:00:00.000Z',
    })
    const isDeliverable = async (ref: number) => {
      const { rows } = await ctx.db.query(
        "select from issue_labels x join labels k on k.id = x.label_id where issue_number = $1 and k.meaning = 'deliverable'",
        [ref],
      )
      return [(await cardByRef(ctx, ref))?.milestone, rows.length > 0]
    }
    expect(await isDeliverable(next)).toEqual(['18.9', true])
    expect(await isDeliverable(shelf)).toEqual(['next-4-6', false])
    expect(await isDeliverable(none)).toEqual([null, false])
    expect(await isDeliverable(candidate), 'what is no Deliverable moves along').toEqual(['18.9', false])
    expect((await listEvents(ctx, { group, about: 'milestones', limit: 1 })).items[0]?.sentence).toBe(
      'Mohamed Hamda closed the milestone 18.8: 1 of 4 kept, 25 %.',
    )

    const seen = await listOutcomes(later(ctx, 1), { milestone })
    expect(
      seen.items.map(({ ref, outcome, destination, reason, text }) => [
        ref,
        outcome,
        destination,
        reason,
        text,
      ]),
    ).toEqual([
      [next, 'slipped', { kind: 'next', title: '18.9' }, 'scope', ''],
      [shelf, 'slipped', { kind: 'shelf', title: 'Next 4-6 Milestones' }, 'other', 'The vendor left.'],
      [none, 'slipped', { kind: 'none', title: null }, 'scope', ''],
      [done, 'completed', null, null, ''],
    ])
    expect(seen).toMatchObject({
      closedBy: 'Mohamed Hamda',
      reopenUntil: '2026-01-10T15:00:00.000Z',
      notShown: 0,
    })
    const outside = {
      ...later(ctx, 1),
      actor: { ...ctx.actor, roles: ['stakeholder' as const], admin: false },
    }
    expect(await listOutcomes(outside, { milestone })).toMatchObject({ notShown: 1, sums: seen.sums })

    expect((await cardByRef(ctx, next))?.slips).toBe(1)
    expect((await slipsOf(ctx)).get(next)).toEqual([{ milestone, title: '18.8' }])
    expect((await slipsOf(ctx)).has(done)).toBe(false)
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger).toEqual(tables)
  }))

test('what is missing is said of each issue, nothing moves, and before the due day it is asked again', () =>
  inWorld(async (ctx) => {
    const [a, b] = [await aDeliverable(ctx), await aDeliverable(ctx)]
    const stuck = await aDeliverable(ctx)
    await labelIssue(ctx, { group, ref: stuck, remove: ['workflow::in dev'] })
    const all = [slip(a, '18.9'), slip(b, 'backlog'), slip(stuck, '18.9')]
    const events = await lastEvent(ctx)
    await expect(closeMilestone(ctx, { group, milestone, issues: all })).rejects.toThrow(
      '18.8 ends in 2 days. Confirm that you close it early.',
    )
    const close = (issues: Parameters<typeof closeMilestone>[1]['issues']) =>
      closeMilestone(onDueDay(ctx), { group, milestone, issues })
    expect(
      await refusalOf(
        close([
          { ref: a, destination: '18.9' },
          { ref: b, reason: 'blocked' },
        ]),
      ),
    ).toEqual({
      rule: 'closing_incomplete',
      issues: [
        { ref: a, because: 'Choose a reason.' },
        { ref: b, because: 'Choose a destination.' },
        { ref: stuck, because: 'Choose a destination and a reason.' },
      ],
    })
    expect(
      await refusalOf(close([...all.slice(0, 2), { ...slip(stuck, null), reason: 'other' }])),
    ).toMatchObject({
      issues: [{ ref: stuck, because: 'Write why it slipped.' }],
    })
    expect(await refusalOf(close(all.map((one) => ({ ...one, destination: '18.8' }))))).toMatchObject({
      issues: [{ because: 'It can go to the next milestone, to a shelf, or to none.' }, {}, {}],
    })
    expect(await refusalOf(close(all)), 'the rules of a Deliverable hold').toMatchObject({
      issues: [{ ref: stuck, because: expect.stringContaining('It has no workflow state') }],
    })
    const closing = await readClosing(onDueDay(ctx), { milestone })
    expect(closing.open.map(({ ref, notNext }) => [ref, notNext !== null])).toEqual([
      [a, false],
      [b, false],
      [stuck, true],
    ])
    expect(await lastEvent(ctx)).toBe(events)
    expect([await closed(ctx), (await cardByRef(ctx, a))?.milestone]).toEqual([false, '18.8'])
    await close(all.map((one) => ({ ...one, withoutDeliverable: one.ref === stuck })))
    expect((await cardByRef(ctx, stuck))?.milestone).toBe('18.9')
  }))

test('what was closed or left in the meantime is said and stays, what came in the meantime is asked for', () =>
  inWorld(async (ctx) => {
    const [done, left, open] = [await aDeliverable(ctx), await aDeliverable(ctx), await aDeliverable(ctx)]
    const seen = [slip(done, '18.9'), slip(left, '18.9'), slip(open, '18.9')]
    await closeIssue(ctx, { group, ref: done })
    await planIssue(ctx, { group, ref: left, milestone: 'backlog', withoutDeliverable: true })
    const came = await aDeliverable(ctx)
    expect(await refusalOf(closeMilestone(onDueDay(ctx), { group, milestone, issues: seen }))).toMatchObject({
      issues: [{ ref: came, because: 'Choose a destination and a reason.' }],
    })
    const answer = await closeMilestone(onDueDay(ctx), {
      group,
      milestone,
      issues: [...seen, slip(came, '18.9')],
    })
    expect(answer.changed).toEqual([
      { ref: done, because: 'It was closed in the meantime and stays where it is.' },
      { ref: left, because: 'It left the milestone in the meantime and stays where it is.' },
    ])
    expect((await cardByRef(ctx, left))?.milestone).toBe('backlog')
    const rows = (await listOutcomes(ctx, { milestone })).items
    expect(rows.find(({ ref }) => ref === left)).toMatchObject({
      outcome: 'slipped',
      destination: null,
      reason: 'scope',
    })
    expect(rows.find(({ ref }) => ref === done)).toMatchObject({ outcome: 'completed', reason: null })
  }))

test('what the record knows is proposed: blocked, heavier than at first, taken out, done too late', () =>
  inWorld(async (ctx) => {
    const [blocked, heavier, left, late, other] = [
      await aDeliverable(ctx),
      await aDeliverable(ctx),
      await aDeliverable(ctx),
      await aDeliverable(ctx),
      await aDeliverable(ctx),
    ]
    await labelIssue(ctx, {
      group,
      ref: blocked,
      add: ['workflow::blocked'],
      blocked: { need: 'A key', from: 'Infra' },
    })
    await weighIssue(ctx, { group, ref: heavier, weight: 5 })
    await labelIssue(ctx, { group, ref: left, remove: ['Deliverable'] })
    const after = at(ctx, '2026-01-12T09:00:00Z')
    await closeIssue(after, { group, ref: late })
    const closing = await readClosing(after, { milestone })
    expect(closing).toMatchObject({ daysLeft: 0, proposed: '18.9', others: 1 })
    const reasons = (rows: { ref: number; proposal: { reason: string } | null }[]) =>
      rows.map(({ ref, proposal }) => [ref, proposal?.reason ?? null])
    expect(reasons(closing.open)).toEqual([
      [blocked, 'blocked'],
      [heavier, 'bigger'],
      [other, null],
    ])
    expect(closing.gone.map(({ ref, how, proposal }) => [ref, how, proposal?.reason ?? null])).toEqual([
      [left, 'left', 'deprioritised'],
      [late, 'late', null],
    ])
    expect(closing.sums).toMatchObject({ assigned: 5, completed: 0 })
  }))

test('the engineering manager alone closes and reopens; shelves, the future and what is closed are refused in words', () =>
  inWorld(async (ctx, { as }) => {
    const now = onDueDay(ctx).now
    for (const handle of ['jordan', 'julie']) {
      const other = { ...(await as(handle)), now }
      await expect(closeMilestone(other, { group, milestone, issues: [] })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(readClosing(other, { milestone })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(reopenMilestone(other, { group, milestone })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const close = (slug: string) => closeMilestone(onDueDay(ctx), { group, milestone: slug, issues: [] })
    await expect(close('backlog')).rejects.toThrow('Backlog is a shelf. Shelves stay open.')
    await expect(close('18.9')).rejects.toThrow('18.9 starts on 2026-01-10. It can be closed after that.')
    await expect(close('no-such')).rejects.toMatchObject({ code: 'not_found' })
    await close(milestone)
    expect(await readClosing(onDueDay(ctx), { milestone })).toMatchObject({
      whyNot: '18.8 is already closed.',
      open: [],
    })
    await expect(close(milestone)).rejects.toThrow('18.8 is already closed.')
    await expect(
      planIssue(ctx, { group, ref: await anIssue(ctx, { milestone: null }), milestone }),
    ).rejects.toThrow('18.8 is already closed.')
    await expect(createIssue(ctx, { group, title: 'New', milestone })).rejects.toThrow(
      '18.8 is already closed.',
    )
  }))

test('it can be closed until the last millisecond of its due day, and then opened again with nothing frozen', () =>
  inWorld(async (ctx) => {
    const [done, open] = [await aDeliverable(ctx), await aDeliverable(ctx)]
    const last = at(ctx, '2026-01-09T23:59:59.999Z')
    await closeIssue(last, { group, ref: done })
    const { sums } = await closeMilestone(last, { group, milestone, issues: [slip(open, '18.9')] })
    expect(sums).toMatchObject({ assigned: 2, completed: 1 })
    const { frozenAt } = await listOutcomes(last, { milestone })
    expect(frozenAt).toBe('2026-01-09T23:59:59.999Z')
    await reopenMilestone(at(ctx, '2026-01-10T00:00:00Z'), { group, milestone })
    expect(await listOutcomes(last, { milestone })).toMatchObject({ frozenAt: null, items: [] })
  }))
