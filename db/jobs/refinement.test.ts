import { expect, test } from 'vitest'
import { closeIssue } from '../commands/issues/close.ts'
import { createIssue } from '../commands/issues/create.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { addLink, removeLink } from '../commands/links.ts'
import { removeSample } from '../commands/sample.ts'
import { undoEvent } from '../commands/undo.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { cardByRef } from '../queries/cards.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { readRefinement } from '../queries/refinements.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { refinement } from './refinement.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const MONDAY = { refinementDay: 1, refinementHour: 9, updateDay: 5 }
const breakdown = ['group::custom models', 'type::bug', 'workflow::planning breakdown']

/** An issue in planning breakdown that waits for a weight; of the next milestone unless said otherwise. */
const unweighed = (ctx: Ctx, milestone = '18.9', more: object = {}) =>
  anIssue(ctx, { labels: breakdown, milestone, weight: null, ...more })

const byClock = (ctx: Ctx): Ctx => ({ ...ctx, actor: THE_CLOCK })

/** The number of the refinement issue of that week; null where there was nothing to refine. */
async function refine(ctx: Ctx, weekOn = '2026-01-05'): Promise<number | null> {
  expect(await runOnce(refinement, byClock(ctx), weekOn)).toBe(true)
  const { rows } = await ctx.db.query<{ ref: number }>(
    `select number as ref from issues where kind = 'refinement' order by number desc limit 1`,
  )
  return rows[0]?.ref ?? null
}

/** The same where there is something. */
async function refined(ctx: Ctx, weekOn?: string): Promise<number> {
  const ref = await refine(ctx, weekOn)
  if (ref === null) throw new Error('nothing was made')
  return ref
}

const stateOf = async (ctx: Ctx, ref: number) => (await cardByRef(ctx, ref))?.state
const newest = async (ctx: Ctx, issue: number) =>
  (await listEvents(ctx, { group, issue, limit: 1 })).items[0]?.sentence
const listed = async (ctx: Ctx, ref: number) =>
  (await readRefinement(ctx, { group, ref })).items.map((item) => item.ref)

test('it lists five issues: those of the next milestone first, then those of the Next 1-3 Milestones', () =>
  inWorld(async (ctx) => {
    const later = [
      await unweighed(ctx, 'next-1-3'),
      await unweighed(ctx, 'next-1-3'),
      await unweighed(ctx, 'next-1-3'),
    ]
    const next = [await unweighed(ctx), await unweighed(ctx), await unweighed(ctx)]
    await unweighed(ctx, 'next-4-6')
    await unweighed(ctx, '18.8')
    await unweighed(ctx, '18.9', { weight: 2 })
    await unweighed(ctx, '18.9', { labels: [...breakdown, 'spike'] })
    await anIssue(ctx, { labels: ['type::bug', 'workflow::design'], milestone: '18.9', weight: null })
    const ref = await refined(ctx)
    expect(await listed(ctx, ref)).toEqual([...later.slice(0, 2), ...next])
    expect(await readIssue(ctx, { group, ref })).toMatchObject({
      kind: 'refinement',
      title: 'Refinement, week 2',
      milestone: '18.9',
      author: null,
      sample: false,
    })
    expect(await newest(ctx, ref)).toBe('Saydo added a link: this issue relates to #2.')
  }))

test('who works on an issue is asked, otherwise the engineers of its functional team, but no one who is away', () =>
  inWorld(async (ctx) => {
    await unweighed(ctx, '18.9', { dri: 'julie' })
    await unweighed(ctx, '18.9', { team: 'health-connectivity' })
    await ctx.db.query(
      `insert into time_off (group_id, person_id, from_on, to_on, created_at)
        select 1, id, '2026-01-03', '2026-01-11', now() from people where handle = 'manoj'`,
    )
    const { assignees } = (await cardByRef(ctx, await refined(ctx))) ?? {}
    expect(assignees?.toSorted()).toEqual(['cindy', 'julie', 'newick'])
    const { rows } = await ctx.db.query<{ handle: string; kind: string }>(
      'select p.handle, kind from inbox_items i join people p on p.id = i.person_id order by handle',
    )
    expect(rows.filter(({ kind }) => kind === 'assigned').map(({ handle }) => handle)).toEqual(
      assignees?.toSorted(),
    )
  }))

test('with nothing to refine none is made, which is recorded, and the week is done', () =>
  inWorld(async (ctx) => {
    expect(await refine(ctx)).toBeNull()
    const { items } = await listEvents(ctx, { group, limit: 1 })
    expect(items[0]?.sentence).toBe('Saydo found nothing to refine in the week of 2026-01-05.')
    await unweighed(ctx)
    expect(await runOnce(refinement, byClock(ctx), '2026-01-05')).toBe(false)
  }))

test('it is owed on its day and hour where a milestone runs or is to come, and nowhere else', () =>
  inWorld(async (ctx) => {
    const owed = (now: string, turns = MONDAY) =>
      refinement.owed({ ...byClock(ctx), now: new Date(now) }, turns)
    expect(await owed('2026-01-12T08:59:00Z')).toEqual([])
    expect(await owed('2026-01-12T09:00:00Z')).toEqual(['2026-01-12'])
    expect(await refinement.owed(byClock(ctx), { ...MONDAY, refinementDay: null })).toEqual([])
    expect(await owed('2026-02-16T09:00:00Z')).toEqual([])
    expect(refinement.cron({ ...MONDAY, refinementDay: 5, refinementHour: 14 })).toBe('0 14 * * 5')
    expect(refinement.cron({ ...MONDAY, refinementDay: null, refinementHour: 14 })).toBeNull()
  }))

test('it closes with the weight that completes it, and says so; its readers see how far it is', () =>
  inWorld(async (ctx, { as }) => {
    const [one, two, three] = [
      await unweighed(ctx),
      await unweighed(ctx),
      await unweighed(ctx, '18.9', { confidential: true }),
    ]
    const ref = await refined(ctx)
    await weighIssue(await as('julie'), { group, ref: one, weight: 2 })
    expect(await readRefinement(ctx, { group, ref })).toMatchObject({ weighed: 1, of: 3, notShown: 0 })
    const stakeholder: Ctx = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } }
    const seen = await readRefinement(stakeholder, { group, ref })
    expect(seen).toMatchObject({
      weighed: 1,
      of: 3,
      notShown: 1,
      items: [{ refined: true }, { refined: false }],
    })
    await weighIssue(await as('julie'), { group, ref: two, weight: 1 })
    expect(await stateOf(ctx, ref)).toBe('open')
    await weighIssue(await as('cindy'), { group, ref: three, weight: 0 })
    expect(await cardByRef(ctx, ref)).toMatchObject({ state: 'closed', closeReason: 'done' })
    expect(await newest(ctx, ref)).toBe('Cindy Halim closed this issue: all 3 of its issues have a weight.')
  }))

test('closing, splitting or taking an issue off the list completes it as well', () =>
  inWorld(async (ctx) => {
    for (const settle of [
      (one: number) => closeIssue(ctx, { group, ref: one, reason: 'wont_do' }),
      (one: number) => splitIssue(ctx, { group, ref: one, pieces: [{ title: 'A' }, { title: 'B' }] }),
      (one: number, ref: number) => removeLink(ctx, { group, ref, role: 'relates', other: one }),
    ]) {
      const [one, two] = [await unweighed(ctx), await unweighed(ctx)]
      const { card } = await createIssue(ctx, { group, kind: 'refinement', title: 'Refinement, week 2' })
      for (const other of [one, two]) await addLink(ctx, { group, ref: card.ref, role: 'relates', other })
      await weighIssue(ctx, { group, ref: two, weight: 1 })
      await settle(one, card.ref)
      expect(await stateOf(ctx, card.ref)).toBe('closed')
    }
  }))

test('undoing the weight that closed it opens it again, undoing that closes it, and the ledger says the same', () =>
  inWorld(async (ctx) => {
    const [one, two] = [await unweighed(ctx), await unweighed(ctx)]
    const ref = await refined(ctx)
    await weighIssue(ctx, { group, ref: one, weight: 2 })
    const { event } = await weighIssue(ctx, { group, ref: two, weight: 3 })
    const agrees = async () => {
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(tables).toEqual(ledger)
    }
    expect(await stateOf(ctx, ref)).toBe('closed')
    await agrees()
    const undone = await undoEvent(ctx, { group, event })
    expect([await stateOf(ctx, ref), undone.done]).toEqual(['open', 1])
    await agrees()
    await undoEvent(ctx, { group, event: undone.event })
    expect(await stateOf(ctx, ref)).toBe('closed')
    await agrees()
  }))

test('a weight that is taken off opens the newest refinement issue again, an older one stays closed', () =>
  inWorld(async (ctx) => {
    const one = await unweighed(ctx)
    const old = await refined(ctx)
    await weighIssue(ctx, { group, ref: one, weight: 2 })
    await weighIssue(ctx, { group, ref: one, weight: null })
    expect(await stateOf(ctx, old)).toBe('open')
    await weighIssue(ctx, { group, ref: one, weight: 2 })
    const { event } = await weighIssue(ctx, { group, ref: await unweighed(ctx), weight: 1 })
    expect(event).toBeLessThanOrEqual(await lastEvent(ctx))
    await unweighed(ctx)
    await refined(ctx, '2026-01-12')
    await weighIssue(ctx, { group, ref: one, weight: null })
    expect(await stateOf(ctx, old)).toBe('closed')
  }))

test('undoing opens what it had closed even when another week has begun since', () =>
  inWorld(async (ctx) => {
    const one = await unweighed(ctx)
    const old = await refined(ctx)
    const { event } = await weighIssue(ctx, { group, ref: one, weight: 2 })
    await unweighed(ctx)
    await refined(ctx, '2026-01-12')
    await undoEvent(ctx, { group, event })
    expect(await stateOf(ctx, old)).toBe('open')
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(tables).toEqual(ledger)
  }))

test('what is left of last week is listed again, and last week’s issue is closed as moved', () =>
  inWorld(async (ctx) => {
    const [one, two] = [await unweighed(ctx), await unweighed(ctx)]
    const last = await refined(ctx)
    await weighIssue(ctx, { group, ref: one, weight: 2 })
    const three = await unweighed(ctx)
    const next = await refined(ctx, '2026-01-12')
    expect(await listed(ctx, next)).toEqual([two, three])
    expect(await cardByRef(ctx, last)).toMatchObject({ state: 'closed', closeReason: 'moved' })
  }))

test('a refinement issue of sample issues alone goes with the sample, and the week is looked at again', () =>
  inWorld(async (ctx) => {
    await createIssue(ctx, {
      group,
      title: 'Of the sample',
      labels: breakdown,
      milestone: '18.9',
      sample: true,
    })
    const ref = await refined(ctx)
    expect(await cardByRef(ctx, ref)).toMatchObject({ sample: true })
    await removeSample(ctx)
    expect(await cardByRef(ctx, ref)).toBeUndefined()
    await unweighed(ctx)
    expect(await runOnce(refinement, byClock(ctx), '2026-01-05')).toBe(true)
  }))

test('an issue of another kind lists nothing', () =>
  inWorld(async (ctx) => {
    const [one, two] = [await anIssue(ctx), await anIssue(ctx)]
    await addLink(ctx, { group, ref: one, role: 'relates', other: two })
    expect(await readRefinement(ctx, { group, ref: one })).toEqual({
      weighed: 0,
      of: 0,
      notShown: 0,
      items: [],
    })
  }))
