import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { burnUpOf } from '#lib/domain/burn-up.ts'
import { type BuildSpan, withBoards } from '#lib/domain/closing/build-spans.ts'
import { stepsOf } from '#lib/domain/closing/steps.ts'
import type { Recorded } from '#lib/domain/events.ts'
import { replay } from '#lib/domain/replay.ts'
import type { IssueState } from '#lib/domain/replay-state.ts'
import { eachDay } from '#lib/kit/plain-date.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import { createEpic } from '../commands/epics.ts'
import { actAtRandom } from '../testing/random-acts.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { lastEvent } from './events.ts'
import { ledgerOf } from './ledger.ts'

const DELIVERABLE = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

const steps = fc.array(
  fc.record({ act: fc.nat(999), who: fc.nat(99), ref: fc.nat(99), what: fc.nat(999), minutes: fc.nat(600) }),
  { minLength: 30, maxLength: 60 },
)

const isOn = (last: BuildSpan | undefined, milestone: string): boolean =>
  last?.until === null && last.milestone === milestone

/** What an issue of the past adds to the sums of a board, by replay. */
function summed(
  issues: Iterable<IssueState>,
  split: (ref: number) => boolean,
  on: (one: IssueState) => boolean,
) {
  const there = [...issues].filter(on)
  const weight = (one: IssueState) => (split(one.number) ? 0 : (one.weight ?? 0))
  const sum = (list: IssueState[]) => ({
    count: list.length,
    weight: list.reduce((all, one) => all + weight(one), 0),
  })
  return {
    scope: sum(there),
    done: sum(there.filter(({ state, closeReason }) => state === 'closed' && closeReason === 'done')),
  }
}

test('at the end of each day scope and done are what a replay of the ledger says, also where it was learned late', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.array(fc.nat(40), { minLength: 7, maxLength: 7 }), (list, late) =>
      inWorld(async (begun, { as }) => {
        const founded = await lastEvent(begun)
        for (const title of ['One', 'Two']) await createEpic(begun, { title })
        for (const epic of [1, 1, 2, null, null])
          await anIssue(begun, { epic, dri: 'julie', labels: DELIVERABLE })
        let ctx = begun
        for (const step of list) {
          ctx = { ...ctx, now: new Date(ctx.now.getTime() + step.minutes * 60_000) }
          await actAtRandom(ctx, as, step)
        }
        const ledger = (await ledgerOf(ctx.db, 1)).map((event): Recorded => {
          if (event.number <= founded) return { ...event, happenedAt: new Date('2025-12-01T00:00:00Z') }
          const hours = late[event.number % late.length] ?? 0
          return { ...event, happenedAt: new Date(event.happenedAt.getTime() - hours * 3_600_000) }
        })
        const { rows } = await ctx.db.query<{ id: string }>(
          'select id::text from milestones where group_id = 1 and shelf is null order by start_on',
        )
        const days = eachDay('2026-01-04', '2026-01-30').map((day) => ({ day, before: endOfDay('UTC', day) }))
        for (const { id } of rows) {
          const told = burnUpOf(
            withBoards(stepsOf(ledger), [...replay(ledger).build.spans.values()].flat()),
            id,
            { from: startOfDay('UTC', '2026-01-04'), days },
          )
          for (const { day, scope, done } of told.days) {
            const state = replay(ledger, { until: new Date(endOfDay('UTC', day).getTime() - 1) })
            const isSplit = (ref: number) =>
              [...state.links].some((link) => link.startsWith(`${ref} split_into `))
            expect({ scope, done }, day).toEqual(
              summed(state.issues.values(), isSplit, ({ number }) =>
                isOn(state.build.spans.get(number)?.at(-1), id),
              ),
            )
          }
        }
      }),
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 300_000)
