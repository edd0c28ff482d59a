import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressOf } from '#lib/domain/epics.ts'
import { CLOSE_REASONS } from '#lib/domain/issues.ts'
import { addTallies, countedCard, tallyOf } from '#lib/domain/tally.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import { createEpic } from '../commands/epics.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { splitIssue } from '../commands/issues/split.ts'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { viewBoard } from './boards.ts'
import { selectCards } from './cards.ts'
import { readEpic } from './epics.ts'
import { entriesOf, indexIssues } from './issue-lists.ts'
import { reportIssues } from './issue-report.ts'

const group = 'custom-models'
const outside = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, roles: ['stakeholder'], admin: false } })

const issue = fc.record({
  labels: fc.subarray(['spike', 'Deliverable', 'type::bug']),
  state: fc.constantFrom('workflow::in dev', 'workflow::planning breakdown'),
  milestone: fc.constantFrom('18.8', '18.8', 'next-1-3'),
  weight: fc.option(fc.integer({ min: 0, max: 9 })),
  confidential: fc.boolean(),
  end: fc.constantFrom(null, null, 'split', 'split and closed', ...CLOSE_REASONS),
})
type Sample = typeof issue extends fc.Arbitrary<infer T> ? T : never

async function make(ctx: Ctx, epic: number, { labels, state, end, ...facts }: Sample): Promise<void> {
  const committed = facts.milestone === '18.8' && state === 'workflow::in dev'
  const held = labels.filter((label) => committed || label !== 'Deliverable')
  const ref = await anIssue(ctx, {
    ...facts,
    labels: ['group::custom models', state, ...held],
    spikeScope: 'One week.',
    dri: 'julie',
    epic,
  })
  if (end === null) return
  if (end.startsWith('split')) {
    const pieces = [{ title: 'One', weight: 1 }, { title: 'Two' }]
    await splitIssue(ctx, { group, ref, pieces, close: end !== 'split' })
  } else {
    const reason = CLOSE_REASONS.find((one) => one === end)
    await closeIssue(ctx, { group, ref, ...(reason ? { reason } : {}) })
  }
}

/** The head of a board, as its page adds it up. */
async function headOf(ctx: Ctx, board: string) {
  const view = await viewBoard(ctx, { board, milestone: board === 'next-1-3' ? board : '18.8' })
  const names = {
    labels: new Map(view.labels.map((label) => [label.id, label])),
    timeboxes: new Set(view.milestones.filter(({ shelf }) => shelf === null).map(({ slug }) => slug)),
  }
  const seen = tallyOf(view.cards.map((card) => countedCard(card, names)))
  return { view, names, tally: addTallies(seen, view.notShown.tally) }
}

test('in any world every reader meets the same sums, and they are those of the triage report and the lists', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    await fc.assert(
      fc.asyncProperty(fc.array(issue, { minLength: 1, maxLength: 5 }), async (samples) => {
        for (const sample of samples) await make(ctx, epic, sample)
        for (const board of ['planning', 'build', 'next-1-3']) {
          const [all, some] = [await headOf(ctx, board), await headOf(outside(ctx), board)]
          expect(some.tally).toEqual(all.tally)
          expect(some.view.capacity).toEqual(all.view.capacity)
          expect(some.view.notShown.cards).toBe(all.view.cards.length - some.view.cards.length)
          expect(all.view.notShown).toMatchObject({ cards: 0, queue: [] })
          const missing = (await reportIssues(ctx)).findings.find(({ code }) => code === 'weight_missing')
          const here = new Set(all.view.cards.map(({ ref }) => ref))
          expect(all.tally.unweighted).toBe(missing?.issues.filter(({ ref }) => here.has(ref)).length ?? 0)
          const below = belowWaterline(all.view.cards, 5)
          const seen = new Set(some.view.cards.map(({ ref }) => ref))
          if (board === 'planning')
            expect(belowWaterline(some.view.cards, 5, some.view.notShown)).toEqual(
              below.filter((ref) => seen.has(ref)),
            )
        }
      }),
      { numRuns: 8 },
    )
    await expectSameEpic(ctx, epic)
  }))

async function expectSameEpic(ctx: Ctx, epic: number): Promise<void> {
  const { names } = await headOf(ctx, 'build')
  const cards = await selectCards(ctx, { epic })
  const law = progressOf(cards.map((card) => countedCard(card, names)))
  expect((await readEpic(ctx, { group, epic })).progress).toEqual({ ...law, notShown: 0 })
  const hidden = cards.filter(({ confidential }) => confidential).length
  expect((await readEpic(outside(ctx), { group, epic })).progress).toEqual({ ...law, notShown: hidden })

  const { weight } = await indexIssues(ctx, { group, filter: `epic:${epic}` })
  expect(weight).toBe(cards.reduce((sum, card) => sum + (card.split ? 0 : (card.weight ?? 0)), 0))
}

test('a split of six into three and three changes no sum, closed or not', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    for (const close of [false, true]) {
      const before = (await headOf(ctx, 'planning')).tally.openWeight
      const labels = ['group::custom models', 'type::bug', 'workflow::planning breakdown']
      const ref = await anIssue(ctx, { labels, weight: 6, epic })
      const pieces = [
        { title: 'One', weight: 3 },
        { title: 'Two', weight: 3 },
      ]
      await splitIssue(ctx, { group, ref, pieces, close })
      expect((await headOf(ctx, 'planning')).tally.openWeight).toBe(before + 6)
    }
    expect((await readEpic(ctx, { group, epic })).progress).toMatchObject({
      total: 6,
      open: 5,
      done: 0,
      dropped: 1,
      weight: 12,
      weightDone: 0,
    })
    const heavy = await entriesOf(ctx, { filter: 'finding:too-heavy' })
    expect(heavy).toEqual([])
  }))

test('the triage report says how many open issues it does not show', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { confidential: true })
    await anIssue(ctx)
    expect(await reportIssues(ctx)).toMatchObject({ open: 2, notShown: 0 })
    expect(await reportIssues(outside(ctx))).toMatchObject({ open: 1, notShown: 1 })
  }))
