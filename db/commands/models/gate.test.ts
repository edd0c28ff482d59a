import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { readPlan } from '../../queries/plan.ts'
import { aModel, answerAll, NO, YES } from '../../testing/models.ts'
import { add, apply, open } from '../../testing/sandboxes.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { closeMilestone } from '../closing/close.ts'
import { reopenMilestone } from '../closing/reopen.ts'
import { createBoard } from '../boards/create.ts'
import { changeIssues } from '../issues/bulk.ts'
import { commentOnIssue } from '../issues/comment.ts'
import { createIssue } from '../issues/create.ts'
import { labelIssue } from '../issues/labels.ts'
import { setModel } from '../issues/model.ts'
import { moveIssue } from '../issues/move.ts'
import { planIssue } from '../issues/plan.ts'
import { selectPlan } from '../plan/select.ts'
import { undoEvent } from '../undo.ts'
import { editModel } from './edit.ts'

const group = 'custom-models'
const LABELS = ['group::custom models', 'type::feature', 'workflow::ready for development']

type Path = {
  /** What is so before the model becomes what it is. */
  before?: (ctx: Ctx, ref: number, model: number) => Promise<unknown>
  /** Makes the issue a Deliverable that adds the model; answers its number, and why not where it is not thrown. */
  make: (ctx: Ctx, ref: number, before: unknown, model: number) => Promise<{ ref: number; because?: string }>
}

const refusals = (ref: number, { refused }: { refused: { because: string }[] }) => ({
  ref,
  because: refused.map(({ because }) => because).join(' '),
})
const onDueDay = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date('2026-01-09T15:00:00Z') })
const eventOf = (before: unknown): number =>
  typeof before === 'object' && before !== null && 'event' in before ? Number(before.event) : 0

/** Every way in which a person makes an issue a Deliverable that adds a model. */
const PATHS: Record<string, Path> = {
  'its labels': {
    make: async (ctx, ref) => {
      await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
      return { ref }
    },
  },
  'many at once': {
    make: async (ctx, ref) =>
      refusals(
        ref,
        await changeIssues(ctx, {
          group,
          refs: [ref],
          change: { what: 'labels', add: ['Deliverable'], remove: [] },
        }),
      ),
  },
  'a move on a board': {
    before: (ctx) =>
      createBoard(ctx, {
        group,
        title: 'Promises',
        milestone: { rule: 'any' },
        labels: [],
        columns: [{ label: 'Deliverable', wipCount: null, wipWeight: null }],
      }),
    make: async (ctx, ref) => {
      const { rows } = await ctx.db.query<{ id: number }>(
        `select max(c.id)::int as id from board_columns c join boards b on b.group_id = c.group_id and b.id = c.board_id
          where b.slug = 'promises'`,
      )
      await moveIssue(ctx, { group, board: 'promises', ref, to: String(rows[0]?.id ?? '') })
      return { ref }
    },
  },
  'the plan': {
    make: async (ctx, ref) => refusals(ref, await selectPlan(ctx, { milestone: '18.9', items: [{ ref }] })),
  },
  'a comment': {
    make: async (ctx, ref) => {
      await commentOnIssue(ctx, { group, ref, body: 'Let us do it.\n/label ~Deliverable' })
      return { ref }
    },
  },
  'a new issue': {
    make: async (ctx, _, __, model) => {
      const facts = {
        group,
        title: 'Add it',
        description: 'All of it.',
        milestone: '18.9',
        weight: 1,
        dri: 'julie',
      }
      const { card } = await createIssue(ctx, { ...facts, model, labels: [...LABELS, 'Deliverable'] })
      return { ref: card.ref }
    },
  },
  'a quick action of a new issue': {
    make: async (ctx, _, __, model) => {
      const description = 'All of it.\n/label ~Deliverable'
      const facts = { group, title: 'Add it', description, milestone: '18.9', weight: 1, dri: 'julie' }
      const { card } = await createIssue(ctx, { ...facts, model, labels: LABELS })
      return { ref: card.ref }
    },
  },
  'a what-if': {
    // what is not ready is not even put into a what-if
    before: async (ctx, ref, model) => {
      await answerAll(ctx, model)
      await open(ctx)
      await add(ctx, { what: 'deliverable', ref, isIn: true })
      await answerAll(ctx, model, null)
    },
    make: async (ctx, ref) => {
      await apply(ctx, { confirm: [] })
      return { ref }
    },
  },
  'an undo of taking it off': {
    before: async (ctx, ref, model) => {
      await answerAll(ctx, model)
      await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
      const taken = await labelIssue(ctx, { group, ref, remove: ['Deliverable'] })
      await answerAll(ctx, model, null)
      return taken
    },
    make: async (ctx, ref, before) => {
      await undoEvent(ctx, { group, event: eventOf(before) })
      return { ref }
    },
  },
  'the reopening of its milestone': {
    before: async (ctx, ref, model) => {
      await answerAll(ctx, model)
      await planIssue(ctx, { group, ref, milestone: '18.8' })
      await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
      const issues = [{ ref, destination: 'backlog', reason: 'scope' as const }]
      await closeMilestone(onDueDay(ctx), { group, milestone: '18.8', issues })
      await answerAll(ctx, model, null)
    },
    make: async (ctx, ref) => {
      const { stayed } = await reopenMilestone(onDueDay(ctx), { group, milestone: '18.8' })
      return refusals(ref, { refused: stayed })
    },
  },
  'its model, where it is one already': {
    before: async (ctx, ref) => {
      await setModel(ctx, { group, ref, model: null })
      await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
    },
    make: async (ctx, ref, _, model) => {
      await setModel(ctx, { group, ref, model })
      return { ref }
    },
  },
  'an undo of another model': {
    before: async (ctx, ref) => {
      const taken = await setModel(ctx, { group, ref, model: null })
      await labelIssue(ctx, { group, ref, add: ['Deliverable'] })
      return taken
    },
    make: async (ctx, ref, before) => {
      await undoEvent(ctx, { group, event: eventOf(before) })
      return { ref }
    },
  },
}

const STATES: Record<string, { make: (ctx: Ctx, model: number) => Promise<unknown>; may: boolean }> = {
  'has no answers': { make: async () => null, may: false },
  'has a no': { make: (ctx, model) => answerAll(ctx, model, NO), may: false },
  'has an answer that expired': {
    make: async (ctx, model) => {
      await answerAll(ctx, model, { ...YES, expiresOn: '2026-01-12' })
      await ctx.db.query(`update model_answers set expires_on = '2026-01-06' where question = 2`)
    },
    may: false,
  },
  'is ready': { make: (ctx, model) => answerAll(ctx, model), may: true },
  'is waived': {
    make: (ctx, model) => editModel(ctx, { group, model, waiver: { reason: 'A pilot.' } }),
    may: true,
  },
}

const isDeliverable = async (ctx: Ctx, ref: number) => {
  const { labels, model } = await issueFacts(ctx, ref)
  return model !== null && labels.some(({ meaning }) => meaning === 'deliverable')
}

describe.each(Object.entries(STATES))('work that adds a model which %s', (_, state) => {
  test.each(Object.entries(PATHS))(
    state.may ? 'becomes a Deliverable by %s' : 'becomes no Deliverable by %s, and is told why',
    (_, path) =>
      inWorld(async (ctx) => {
        const model = await aModel(ctx)
        const ref = await anIssue(ctx, { labels: LABELS, milestone: '18.9', dri: 'julie', model })
        const before = await path.before?.(ctx, ref, model)
        await state.make(ctx, model)
        if (state.may) {
          const made = await path.make(ctx, ref, before, model)
          expect(made.because ?? '').toBe('')
          expect(await isDeliverable(ctx, made.ref)).toBe(true)
          return
        }
        const because = await path.make(ctx, ref, before, model).then(
          (made) => made.because ?? 'done',
          (error: Error) => JSON.stringify([error.message, 'facts' in error ? error.facts : null]),
        )
        expect(because).toContain('The model “Falcon” is not ready.')
        expect(await isDeliverable(ctx, ref)).toBe(false)
      }),
  )
})

test('the plan says of each candidate that its model is not ready, before anyone tries', () =>
  inWorld(async (ctx) => {
    const model = await aModel(ctx)
    await anIssue(ctx, { labels: LABELS, milestone: '18.9', dri: 'julie', model })
    const { candidates } = await readPlan(ctx, { milestone: '18.9' })
    expect(candidates.map(({ refusal }) => refusal?.rule)).toEqual(['model_not_ready'])
    await answerAll(ctx, model)
    expect((await readPlan(ctx, { milestone: '18.9' })).candidates[0]?.refusal).toBeNull()
  }))

test('what is a Deliverable stays one when its check expires, and can still move to the next milestone', () =>
  inWorld(async (ctx) => {
    const model = await aModel(ctx)
    await answerAll(ctx, model)
    const ref = await anIssue(ctx, { labels: [...LABELS, 'Deliverable'], dri: 'julie', model })
    await answerAll(ctx, model, null)
    await planIssue(ctx, { group, ref, milestone: '18.9' })
    expect(await isDeliverable(ctx, ref)).toBe(true)
  }))
