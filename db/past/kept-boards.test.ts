import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { labelIssue } from '../commands/issues/labels.ts'
import { moveIssue } from '../commands/issues/move.ts'
import { changeLabel } from '../commands/labels.ts'
import { createMilestone } from '../commands/milestones.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { lastEvent } from '../queries/events.ts'
import { listLabels } from '../queries/labels.ts'
import { servedBoard } from '../queries/served-board.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { actAtRandom } from '../testing/random-acts.ts'
import { hearStatements } from '../testing/recorder.ts'
import { anIssue } from '../testing/world.ts'
import { pastBoard, servedPastBoard } from './board.ts'
import { keptBytes } from './kept-boards.ts'

const group = 'custom-models'
const board = 'build'
const MINUTE = 60_000
const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']
let ctx: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  ctx = await personCtx('mohamed')
  await createMilestone(ctx, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(ctx, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  for (let count = 0; count < 6; count += 1) await anIssue(ctx, { labels: DELIVERABLE, dri: 'julie' })
})

/** So many minutes on. */
function pass(minutes: number): string {
  const before = ctx.now.toISOString()
  ctx = { ...ctx, now: new Date(ctx.now.getTime() + minutes * MINUTE) }
  return before
}
const served = async (as: Ctx, at: string) =>
  (await servedPastBoard(as, { board, at }, await lastEvent(as))).text
const whole = async (as: Ctx, at: string) => JSON.stringify(await pastBoard(as, { board, at }))
const outside = (as: Ctx): Ctx => ({ ...as, actor: { ...as.actor, roles: ['stakeholder'], admin: false } })

/** How many cards a look reads. */
async function cardsRead(look: () => Promise<unknown>): Promise<number[][]> {
  const heard = hearStatements()
  await look()
  heard.stop()
  return heard.sent
    .filter(({ text }) => text.includes('from issues i') && text.includes('i.number = any'))
    .map(({ values }) => values.find((value) => Array.isArray(value) && typeof value[0] === 'number'))
    .flatMap((refs) => (Array.isArray(refs) ? [refs.map(Number)] : []))
}

test('asked for again, a board is the same bytes, until something is recorded', async () => {
  const at = pass(10)
  const look = async () => servedPastBoard(ctx, { board, at }, await lastEvent(ctx))
  const first = await look()
  expect(await look()).toBe(first)
  await moveIssue(ctx, { group, board, ref: 1, to: 'closed' })
  const later = await look()
  expect(later).not.toBe(first)
  expect(later.text).toBe(first.text)
  expect(keptBytes()).toBeGreaterThan(0)
})

test('near a moment that is kept, and near now, no cards are read but those that were otherwise', async () => {
  const before = pass(5)
  await labelIssue(ctx, { group, ref: 2, add: ['workflow::in dev'] })
  const between = pass(5)
  await labelIssue(ctx, { group, ref: 3, add: ['workflow::in dev'] })
  pass(5)
  await servedBoard(ctx, { board }, await lastEvent(ctx))
  expect(await cardsRead(() => served(ctx, between))).toEqual([[3]])
  expect(await cardsRead(() => served(ctx, before))).toEqual([[2]])
  expect(await served(ctx, before)).toBe(await whole(ctx, before))
  expect(await served(ctx, between)).toBe(await whole(ctx, between))
})

test('what is taken back, or called otherwise, is told anew', async () => {
  const moved = await moveIssue(ctx, { group, board, ref: 4, to: 'closed' })
  const at = pass(5)
  expect(await served(ctx, at)).toMatch(/"ref":4,[^}]*"state":"closed"/)
  await undoEvent(ctx, { group, event: moved.event })
  expect(await served(ctx, at)).toMatch(/"ref":4,[^}]*"state":"open"/)
  const label = (await listLabels(ctx)).items.find(({ title }) => title === 'workflow::in review')
  const then = pass(5)
  await served(ctx, then)
  await changeLabel(ctx, { group, label: Number(label?.id), meaning: null })
  const since = pass(5)
  expect(await served(ctx, since)).toBe(await whole(ctx, since))
  expect(await served(ctx, then)).toBe(await whole(ctx, then))
})

const steps = fc.array(
  fc.record({ act: fc.nat(999), who: fc.nat(99), ref: fc.nat(99), what: fc.nat(999), minutes: fc.nat(900) }),
  { minLength: 30, maxLength: 30 },
)

test('whatever people do and take back, a board from what is kept is the board read as a whole', async () => {
  const moments: string[] = []
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      for (const [place, step] of list.entries()) {
        moments.push(pass(1 + step.minutes))
        await actAtRandom(ctx, personCtx, step)
        if (place % 6 !== 5) continue
        await servedBoard(ctx, { board }, await lastEvent(ctx))
        const asked = [1, 4, 9, 20].flatMap((back) => moments.at(-back) ?? [])
        for (const reader of [ctx, outside(ctx)])
          for (const at of asked) expect(await served(reader, at)).toBe(await whole(reader, at))
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
}, 300_000)
