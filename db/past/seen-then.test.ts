import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { isOver } from '#lib/domain/milestones.ts'
import { createEpic } from '../commands/epics.ts'
import { createMilestone } from '../commands/milestones.ts'
import { freezeMilestone } from '../commands/closing/freeze.ts'
import { THE_CLOCK, type Ctx } from '../context.ts'
import { boardsOf } from '../queries/boards-list.ts'
import { viewBoard } from '../queries/boards.ts'
import { readCapacity } from '../queries/capacity.ts'
import { lastEvent } from '../queries/events.ts'
import { indexIssues, rowsOfIssues } from '../queries/issue-lists.ts'
import { listSayDo } from '../queries/say-do-series.ts'
import { readSayDo } from '../queries/say-do.ts'
import { milestoneFacts, milestonesOf, todayOf } from '../queries/milestones.ts'
import { listTeams } from '../queries/teams.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { inTransaction } from '../transaction.ts'
import { planAtRandom } from '../testing/planning-acts.ts'
import { actAtRandom } from '../testing/random-acts.ts'
import type { Step } from '../testing/random-given.ts'
import { anIssue } from '../testing/world.ts'
import { pastBoard, servedPastBoard } from './board.ts'
import { pastSayDo, pastSeries } from './say-do.ts'
import { pastCapacity, pastIndex, pastRows, pastTeams } from './views.ts'

const group = 'custom-models'
const MINUTE = 60_000
let ctx: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(ctx, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  for (const title of ['One', 'Two']) await createEpic(ctx, { title })
  for (const epic of [1, 1, 2, null, null]) await anIssue(ctx, { epic })
  for (const milestone of ['18.8', '18.8', '18.9'])
    await anIssue(ctx, { milestone, labels: DELIVERABLE, dri: 'julie' })
})

const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

/** As the job does, at the end of a milestone. */
async function freezeWhatIsOver(): Promise<void> {
  for (const one of await milestonesOf(ctx))
    if (one.frozenAt === null && isOver(milestoneFacts(one), todayOf(ctx)))
      await inTransaction({ ...ctx, actor: THE_CLOCK }, (inside) => freezeMilestone(inside, one))
}

const READERS = ['mohamed', 'julie', 'stakeholder'] as const
type Reader = (typeof READERS)[number]

/** A reader at the moment of the world, who finds nothing kept. */
async function readerOf(reader: Reader): Promise<Ctx> {
  const { actor, ...rest } = await personCtx(reader === 'stakeholder' ? 'jordan' : reader)
  const outside = { ...actor, roles: ['stakeholder' as const], admin: false }
  return { ...rest, now: ctx.now, actor: reader === 'stakeholder' ? outside : actor }
}

type Ask = (ctx: Ctx, at: string) => Promise<unknown>
type Seen = {
  reader: Reader
  at: string
  what: string
  answer: string
  ask: Ask
  hidden: ReadonlySet<number>
}

const BOARDS = ['build', 'planning', 'next-1-3', 'next-4-6']
const LISTS = [
  { filter: '', by: 'milestone' as const },
  { filter: 'milestone:18.8 and state:open', by: 'workflow' as const, sort: 'updated' as const },
  { filter: 'milestone:current and (dri:none or type:maintenance)', sort: 'title' as const },
  { filter: 'blocked:yes or link:relates', by: 'assignees' as const },
  { filter: 'text or title:title or finding:no-description', by: 'team' as const },
  { filter: 'updated<3d or waiting:need', sort: 'created' as const },
]

async function keptBoard(later: Ctx, asked: { board: string; at: string }): Promise<unknown> {
  return JSON.parse((await servedPastBoard(later, asked, await lastEvent(later))).text)
}

/** What each reader is answered now, and how to ask for it later. */
async function lookAround(): Promise<Seen[]> {
  const seen: Seen[] = []
  const [at, hidden] = [ctx.now.toISOString(), await hiddenNow()]
  const there = new Set((await boardsOf(ctx)).map(({ slug }) => slug))
  for (const reader of READERS) {
    const now = { ...(await readerOf(reader)), inside: true as const }
    const keep = async (what: string, answer: unknown, ask: Ask) =>
      seen.push({ reader, at, what, answer: JSON.stringify(await answer), ask, hidden })
    for (const board of BOARDS.filter((slug) => there.has(slug))) {
      const view = await viewBoard(now, { board })
      await keep(board, view, (later, at) => pastBoard(later, { board, at }))
      await keep(`${board}, from what is kept`, view, (later, at) => keptBoard(later, { board, at }))
    }
    for (const list of LISTS) {
      const asked = { group, ...list }
      await keep(list.filter, indexIssues(now, asked), (later, at) => pastIndex(later, { ...asked, at }))
    }
    const refs = '1.3.4.99'
    await keep(refs, rowsOfIssues(now, { refs }), (later, at) => pastRows(later, { refs, at }))
    await keep('teams', listTeams(now), pastTeams)
    await keep('series', listSayDo(now, { last: 3 }), async (later, at) => ({
      ...(await pastSeries(later, { last: 3, at })),
      at: null,
    }))
    for (const milestone of ['18.8', '18.9'])
      await keep(`Say/Do of ${milestone}`, readSayDo(now, { milestone }), async (later, at) => ({
        ...(await pastSayDo(later, { milestone, at })),
        at: null,
      }))
    for (const milestone of ['18.8', '18.9'])
      await keep(milestone, readCapacity(now, { milestone }), (later, at) =>
        pastCapacity(later, { milestone, at }),
      )
  }
  return seen
}

async function hiddenNow(): Promise<Set<number>> {
  const { rows } = await ctx.db.query<{ number: number }>('select number from issues where confidential')
  return new Set(rows.map(({ number }) => number))
}

const steps = fc.array(
  fc.record({ act: fc.nat(999), who: fc.nat(99), ref: fc.nat(99), what: fc.nat(999), minutes: fc.nat(2000) }),
  { minLength: 40, maxLength: 40 },
)

/** Nothing is taken back: what was did not happen, so that it is told otherwise later. */
const done = (step: Step): Step => ({ ...step, act: step.act % 4 === 3 ? step.act - 1 : step.act })

test('a past moment is answered as it was answered then, to every reader', async () => {
  const seen: Seen[] = []
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      for (const [place, step] of list.entries()) {
        ctx = { ...ctx, now: new Date(ctx.now.getTime() + (1 + step.minutes) * MINUTE) }
        await freezeWhatIsOver()
        await (place % 4 === 3 ? planAtRandom(ctx, step) : actAtRandom(ctx, personCtx, done(step)))
        if (place % 10 === 9) seen.push(...(await lookAround()))
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
  ctx = { ...ctx, now: new Date(ctx.now.getTime() + MINUTE) }
  const hidden = await hiddenNow()
  let compared = 0
  for (const { reader, at, what, answer, ask, hidden: then } of seen) {
    // What became confidential since is hidden from those outside, whatever they saw then.
    if (reader === 'stakeholder' && [...hidden].some((ref) => !then.has(ref))) continue
    const later = JSON.stringify(await ask(await readerOf(reader), at))
    expect(JSON.parse(later), `${what} for ${reader} at ${at}`).toEqual(JSON.parse(answer))
    expect(later).toBe(answer)
    compared += 1
  }
  expect(compared).toBeGreaterThan(300)
  const series = seen.filter(({ what }) => what === 'series').map(({ answer }) => answer)
  for (const phase of [/"runs":true.*"said":[1-9]/, /"frozenAt":"2.*"said":[1-9]/])
    expect(series.some((answer) => phase.test(answer))).toBe(true)
}, 300_000)
