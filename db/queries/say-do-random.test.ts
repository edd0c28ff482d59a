import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LabelFact, typeOf, type WorkType } from '#lib/domain/labels.ts'
import { Failure } from '#lib/kit/failure.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { createIssue } from '../commands/issues/create.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { setTeam } from '../commands/issues/team.ts'
import type { Ctx } from '../context.ts'
import { acceptPushBack, pushBack } from '../testing/pushed-back.ts'
import { inWorld } from '../testing/world.ts'
import { readClosing } from './closing.ts'
import { listIssues } from './issues.ts'
import { listLabels } from './labels.ts'
import { listOutcomes } from './outcomes.ts'
import { organisationSayDo } from './say-do-organisation.ts'
import { listSayDo } from './say-do-series.ts'
import { readSayDo } from './say-do.ts'

const group = 'custom-models'
/** It runs from 10 January to 13 February 2026. */
const milestone = '18.9'
const START = Date.parse('2026-01-10T00:00:00Z')
const END = Date.parse('2026-02-14T00:00:00Z')
const HOUR = 3_600_000
const LABELS = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

type Step = { act: number; ref: number; what: number }
type Seen = {
  onBoard: boolean
  done: boolean
  weight: number
  type: WorkType | null
  team: string | null
  confidential: boolean
}
/** `pushed`: what left the board last by an accepted push-back. */
type Books = {
  assigned: Set<number>
  atStart: Set<number>
  pushed: Set<number>
  issues: Map<number, Seen>
}

type Act = (ctx: Ctx, ref: number, what: number) => Promise<unknown>
const ACTS: readonly Act[] = [
  pushBack,
  (ctx, _, what) =>
    createIssue(ctx, {
      group,
      title: `Work ${what}`,
      description: 'What it is for.',
      labels: what % 2 === 0 ? LABELS : LABELS.map((label) => label.replace('bug', 'feature')),
      milestone,
      weight: 1 + (what % 3),
      dri: 'julie',
      confidential: what % 5 === 0,
    }),
  (ctx, ref) => labelIssue(ctx, { group, ref, add: ['Deliverable'] }),
  (ctx, ref) => labelIssue(ctx, { group, ref, remove: ['Deliverable'] }),
  (ctx, ref, what) =>
    planIssue(ctx, {
      group,
      ref,
      milestone: [milestone, 'backlog', milestone][what % 3] ?? null,
      withoutDeliverable: true,
    }),
  (ctx, ref, what) => weighIssue(ctx, { group, ref, weight: what % 4 }),
  (ctx, ref, what) =>
    closeIssue(ctx, { group, ref, reason: (['done', 'done', 'wont_do'] as const)[what % 3] ?? 'done' }),
  (ctx, ref) => reopenIssue(ctx, { group, ref }),
  (ctx, ref, what) =>
    setTeam(ctx, { group, ref, team: ['gateway-services', 'model-selection', null][what % 3] ?? null }),
  (ctx, ref, what) =>
    splitIssue(ctx, { group, ref, pieces: [{ title: 'One' }, { title: 'Two' }], close: what % 2 === 0 }),
  acceptPushBack,
]

/** What the API says of each issue now. */
async function lookAround(ctx: Ctx, known: readonly LabelFact[]): Promise<Map<number, Seen>> {
  const { items } = await listIssues(ctx, { group, limit: 200 })
  return new Map(
    items.map((card): [number, Seen] => {
      const labels = known.filter(({ id }) => card.labelIds.includes(id))
      const held = labels.map(({ title }) => title)
      return [
        card.ref,
        {
          onBoard:
            card.milestone === milestone &&
            ['group::custom models', 'Deliverable'].every((one) => held.includes(one)),
          done: card.state === 'closed' && card.closeReason === 'done',
          weight: card.split ? 0 : (card.weight ?? 0),
          type: typeOf(labels),
          team: card.team,
          confidential: card.confidential,
        },
      ]
    }),
  )
}

/** By law 10: on the board when it starts, or at any moment after that before its end. */
function note(books: Books, now: number, issues: Map<number, Seen>) {
  if (now >= END) return
  books.issues = issues
  if (now < START)
    books.atStart = new Set([...issues].flatMap(([ref, { onBoard }]) => (onBoard ? [ref] : [])))
  if (now < START) books.assigned = new Set(books.atStart)
  for (const [ref, { onBoard }] of issues) {
    if (onBoard) books.assigned.add(ref)
    if (onBoard) books.pushed.delete(ref)
  }
}

const sorted = (refs: Iterable<number>) => [...refs].toSorted((a, b) => a - b)

/** What the books say of each part, by the numbers of issues. */
function partsOf({ assigned, atStart, pushed, issues }: Books) {
  const seen = (ref: number) => {
    const one = issues.get(ref)
    if (!one) throw new Error(`#${ref} is unknown.`)
    return one
  }
  const all = sorted(assigned)
  const completed = all.filter((ref) => seen(ref).done)
  const reprioritised = all.filter((ref) => !seen(ref).done && pushed.has(ref))
  const slipped = all.filter((ref) => !completed.includes(ref) && !reprioritised.includes(ref))
  const addedLater = all.filter((ref) => !atStart.has(ref))
  return { seen, parts: { assigned: all, completed, addedLater, reprioritised, slipped } }
}

const ratio = (done: number, said: number) => ({ done, said, ratio: said === 0 ? null : done / said })

async function insistOnCounts(ctx: Ctx, books: Books) {
  const { seen, parts } = partsOf(books)
  const { assigned: all, completed, addedLater: later, reprioritised, slipped } = parts
  const weigh = (refs: number[]) => refs.reduce((sum, ref) => sum + seen(ref).weight, 0)
  const sum = (refs: number[]) => ({ count: refs.length, weight: weigh(refs) })
  const early = all.filter((ref) => books.atStart.has(ref))
  const told = await readSayDo(ctx, { milestone })
  expect(told).toMatchObject({
    ...parts,
    notShown: 0,
    sums: {
      assigned: sum(all),
      completed: sum(completed),
      addedLater: sum(later),
      reprioritised: sum(reprioritised),
      slipped: sum(slipped),
    },
    definitions: [
      ratio(completed.length, all.length),
      ratio(weigh(completed), weigh(all)),
      ratio(early.filter((ref) => seen(ref).done).length, early.length),
      ratio(completed.length, all.length - reprioritised.length),
    ],
  })
  expect(told.items.map(({ ref, type, team }) => [ref, type, team?.slug ?? null])).toEqual(
    all.map((ref) => [ref, seen(ref).type, seen(ref).team]),
  )
  const stakeholder = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder' as const], admin: false } }
  const theirs = await readSayDo(stakeholder, { milestone })
  const open = all.filter((ref) => !seen(ref).confidential)
  expect(theirs).toMatchObject({ assigned: open, notShown: all.length - open.length, sums: told.sums })
  for (const filter of FILTERS) {
    const own = (refs: number[]) =>
      refs.filter(
        (ref) =>
          (filter.type === undefined || seen(ref).type === filter.type) &&
          (filter.team === undefined || seen(ref).team === filter.team),
      )
    const series = await listSayDo(ctx, filter)
    const one = series.milestones.find(({ milestone: { slug } }) => slug === milestone)
    if (!one) continue
    const measured = filter.by === 'weight' ? weigh : (refs: number[]) => refs.length
    expect(one).toMatchObject(ratio(measured(own(completed)), measured(own(all))))
    for (const [name, refs] of Object.entries(parts))
      expect(one.parts).toMatchObject({ [name]: { ...sum(own(refs)), refs: own(refs) } })
  }
}

const FILTERS: readonly { type?: WorkType; team?: string; by?: 'issues' | 'weight' }[] = [
  {},
  { by: 'weight' },
  { type: 'bug', by: 'weight' },
  { type: 'feature', by: 'issues' },
  { team: 'gateway-services', by: 'issues' },
  { team: 'model-selection', type: 'bug', by: 'weight' },
]

/** Why each slipped, as a test gives it. */
const reasonOf = (ref: number) => (['blocked', 'bigger', 'scope'] as const)[ref % 3] ?? 'scope'

/** Of the milestone that is closed: why issues slipped, and what stands on the page of all groups. */
async function insistOnTheWhole(ctx: Ctx, books: Books) {
  const { parts, seen } = partsOf(books)
  const { assigned, completed, slipped } = parts
  const series = await listSayDo(ctx, { last: 6 })
  expect(series.whole).toEqual(ratio(completed.length, assigned.length))
  expect([series.median, series.spread]).toEqual([
    assigned.length === 0 ? null : completed.length / assigned.length,
    null,
  ])
  const counted = new Map(series.reasons.map(({ reason, count }) => [reason, count]))
  let before = Infinity
  let upTo = 0
  for (const { reason, count, weight, cumulative, issues } of series.reasons) {
    const own = slipped.filter((ref) => reasonOf(ref) === reason)
    expect([count, weight]).toEqual([own.length, own.reduce((sum, ref) => sum + seen(ref).weight, 0)])
    expect(issues).toEqual(own.map((ref) => ({ ref, milestone })))
    expect(count, 'the most frequent first').toBeLessThanOrEqual(before)
    upTo += count
    before = count
    expect(cumulative).toBeCloseTo(upTo / slipped.length)
  }
  expect(new Set(counted.keys())).toEqual(new Set(slipped.map(reasonOf)))
  const { id, admin } = ctx.actor
  const organisation = await organisationSayDo(ctx.db, { id: id ?? '', admin }, {})
  const [ours] = organisation.groups.filter(({ slug }) => slug === group)
  expect(ours?.milestones.find(({ slug }) => slug === milestone)).toMatchObject(
    ratio(completed.length, assigned.length),
  )
  expect(ours?.whole).toMatchObject(ratio(completed.length, assigned.length))
  expect(organisation.whole).toMatchObject(ratio(completed.length, assigned.length))
}

const steps = (most: number) =>
  fc.array(fc.record({ act: fc.nat(99), ref: fc.nat(99), what: fc.nat(99) }), {
    minLength: 8,
    maxLength: most,
  })

test('in any milestone, before and after its end, each number is a count of what the API says of its issues', async () => {
  let counted = 0
  await fc.assert(
    fc.asyncProperty(steps(14), steps(24), steps(12), (before, within, after) =>
      inWorld(async (ctx) => {
        const { items: labels } = await listLabels(ctx)
        const books: Books = { assigned: new Set(), atStart: new Set(), pushed: new Set(), issues: new Map() }
        let now = ctx.now.getTime()
        const at = () => ({ ...ctx, now: new Date(now) })
        const act = async (list: readonly Step[], hours: number) => {
          for (const { act, ref, what } of list) {
            now += hours * HOUR
            const refs = sorted(books.issues.keys())
            const chosen = refs[ref % Math.max(1, refs.length)] ?? 0
            // The first ones make what there is to change.
            const run = ACTS[refs.length < 4 ? 1 : act % ACTS.length]
            const wasOnBoard = books.issues.get(chosen)?.onBoard ?? false
            await ctx.db.query('savepoint act')
            try {
              await run?.(at(), chosen, what)
              // What has left already is not pushed back: taking a label off that is not there changes nothing.
              if ((run === pushBack || run === acceptPushBack) && wasOnBoard && now < END)
                books.pushed.add(chosen)
            } catch (error) {
              if (!(error instanceof Failure)) throw error
              await ctx.db.query('rollback to savepoint act')
            }
            note(books, now, await lookAround(at(), labels))
          }
        }
        await act(before, 2)
        now = START
        await act(within, 12)
        await insistOnCounts(at(), books)
        now = END + HOUR
        await insistOnCounts(at(), books)
        const { open, gone } = await readClosing(at(), { milestone })
        await closeMilestone(at(), {
          group,
          milestone,
          issues: [
            ...open.map(({ ref }) => ({ ref, destination: 'backlog', reason: reasonOf(ref) })),
            ...gone.map(({ ref }) => ({ ref, reason: reasonOf(ref) })),
          ],
        })
        await insistOnCounts(at(), books)
        await insistOnTheWhole(at(), books)
        const { sums } = await listOutcomes(at(), { milestone })
        await act(after, 1)
        await insistOnCounts(at(), books)
        await insistOnTheWhole(at(), books)
        const whole = (await listSayDo(at(), { last: 1 })).milestones.at(-1)
        counted += books.assigned.size
        expect([whole?.done, whole?.said, whole?.percent]).toEqual([
          sums.completed,
          sums.assigned,
          sums.percent,
        ])
      }),
    ),
    { numRuns: 4, endOnFailure: true },
  )
  expect(counted, 'something was assigned in them').toBeGreaterThan(4)
})
