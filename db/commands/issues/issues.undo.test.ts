import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { eventOf } from '#lib/domain/facts/values.ts'
import type { FactEvents } from '#lib/domain/facts/values.ts'
import type { Ctx } from '../../context.ts'
import { someValue } from '../../testing/fact-values.ts'
import { type Families, testUndoOf, onAnIssue } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { editComment, reactToComment } from '../comments.ts'
import { createEpic } from '../epics.ts'
import { addLink, removeLink } from '../links.ts'
import { createModel } from '../models/models.ts'
import { openWeighing } from '../weighings/open.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { assignIssue } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { commentOnIssue } from './comment.ts'
import { setFact } from './set-fact.ts'
import { createIssue } from './create.ts'
import { editIssue } from './edit.ts'
import { joinEpic } from './epic.ts'
import { labelIssue } from './labels.ts'
import { setModel } from './model.ts'
import { moveIssue } from './move.ts'
import { planIssue, weighIssue } from './plan.ts'
import { setSpikeScope } from './spike-scope.ts'
import { splitIssue } from './split.ts'
import { releaseIssue, takeIssue } from './take.ts'
import { setWait } from './wait.ts'
import { setTeam } from './team.ts'

const one = { group: 'custom-models' }
const epic = async (ctx: Ctx) => (await createEpic(ctx, { title: 'Lifecycle' })).number
const comment = async (ctx: Ctx, ref: number) =>
  (await commentOnIssue(ctx, { ...one, ref, body: 'First words.' })).comment ?? 0

// safe because each fact has an event of its own
const OF_FACTS = Object.fromEntries(
  ALL_FACTS.map((fact) => [
    eventOf(fact),
    {
      prepare: onAnIssue(
        (ctx, ref) => setFact(ctx, ref, fact.name, someValue(fact, 0)),
        (ctx, ref) => setFact(ctx, ref, fact.name, someValue(fact, 1)),
      ),
    },
  ]),
) as Pick<Families<'issue', 'issue.mention_acknowledged'>, keyof FactEvents>

const FAMILIES: Families<'issue' | 'weighing', 'issue.mention_acknowledged'> = {
  ...OF_FACTS,
  'issue.edited': {
    prepare: onAnIssue(
      (ctx, ref) => editIssue(ctx, { ...one, ref, title: 'Second', description: 'Other.', version: 1 }),
      (ctx, ref) => editIssue(ctx, { ...one, ref, title: 'Third', version: 2 }),
    ),
  },
  'issue.labels_changed': {
    prepare: onAnIssue(
      (ctx, ref) => labelIssue(ctx, { ...one, ref, add: ['workflow::in review', 'spike'] }),
      (ctx, ref) => labelIssue(ctx, { ...one, ref, add: ['workflow::verification'], remove: ['spike'] }),
    ),
  },
  'issue.milestone_set': {
    prepare: onAnIssue(
      (ctx, ref) => planIssue(ctx, { ...one, ref, milestone: '18.9' }),
      (ctx, ref) => planIssue(ctx, { ...one, ref, milestone: null }),
    ),
  },
  'issue.weighed': {
    prepare: onAnIssue(
      (ctx, ref) => weighIssue(ctx, { ...one, ref, weight: 3 }),
      (ctx, ref) => weighIssue(ctx, { ...one, ref, weight: null }),
    ),
  },
  'issue.assigned': {
    prepare: onAnIssue(
      (ctx, ref) => assignIssue(ctx, { ...one, ref, assignees: ['julie', 'cindy'] }),
      (ctx, ref) => assignIssue(ctx, { ...one, ref, assignees: ['newick'] }),
    ),
  },
  'issue.dri_taken': { prepare: onAnIssue((ctx, ref) => takeIssue(ctx, { ...one, ref })) },
  'issue.dri_released': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      await takeIssue(ctx, { ...one, ref })
      return [(now) => releaseIssue(now, { ...one, ref })]
    },
  },
  'issue.dri_assigned': {
    prepare: onAnIssue((ctx, ref) => handOver(ctx, { ...one, ref, from: null, to: 'julie' })),
  },
  'issue.handed_over': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx, { dri: 'julie' })
      const given = { from: 'julie', to: 'cindy', context: 'See the last comment.', atOnce: true }
      return [(now) => handOver(now, { ...one, ref, ...given })]
    },
  },
  'issue.hand_over_offered': {
    leaves: 'the hand-over is withdrawn, and stays in the record',
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      await takeIssue(ctx, { ...one, ref })
      const given = { from: ctx.actor.handle, to: 'julie', context: 'See the last comment.' }
      return [(now) => handOver(now, { ...one, ref, ...given })]
    },
  },
  'issue.ranked': {
    prepare: async (ctx) => {
      const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
      const [first, ref] = [
        await anIssue(ctx, { labels, dri: 'julie' }),
        await anIssue(ctx, { labels, dri: 'julie' }),
      ]
      return [(now) => moveIssue(now, { ...one, board: 'build', ref, to: null, before: first })]
    },
  },
  'issue.moved': {
    prepare: async (ctx) => {
      const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
      const original = await anIssue(ctx)
      const ref = await anIssue(ctx, { labels, dri: 'julie', weight: 2 })
      const closing = { to: 'closed', closeReason: 'duplicate' as const, duplicateOf: original }
      return [(now) => moveIssue(now, { ...one, board: 'build', ref, ...closing })]
    },
  },
  'issue.closed': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx, { epic: await epic(ctx) })
      return [(now) => closeIssue(now, { ...one, ref, reason: 'moved' })]
    },
  },
  'issue.reopened': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      await closeIssue(ctx, { ...one, ref, reason: 'wont_do' })
      return [(now) => reopenIssue(now, { ...one, ref })]
    },
  },
  'issue.epic_set': {
    prepare: async (ctx) => {
      const [a, b, ref] = [await epic(ctx), await epic(ctx), await anIssue(ctx)]
      return [
        (now) => joinEpic(now, { ...one, ref, epic: a }),
        (now) => joinEpic(now, { ...one, ref, epic: b }),
      ]
    },
  },
  'issue.team_set': {
    prepare: onAnIssue(
      (ctx, ref) => setTeam(ctx, { ...one, ref, team: 'model-selection' }),
      (ctx, ref) => setTeam(ctx, { ...one, ref, team: null }),
    ),
  },
  'issue.model_set': {
    prepare: async (ctx) => {
      const { model } = await createModel(ctx, { ...one, name: 'Falcon', offered: ['com'] })
      const ref = await anIssue(ctx)
      return [
        (now) => setModel(now, { ...one, ref, model: model.id }),
        (now) => setModel(now, { ...one, ref, model: null }),
      ]
    },
  },
  'issue.spike_scope_set': {
    prepare: onAnIssue(
      (ctx, ref) => setSpikeScope(ctx, { ...one, ref, scope: 'One day.', was: null }),
      (ctx, ref) => setSpikeScope(ctx, { ...one, ref, scope: 'Two days.', was: 'One day.' }),
    ),
  },
  'issue.wait_set': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      await labelIssue(ctx, { ...one, ref, add: ['workflow::blocked'], blocked: { need: 'A', from: 'B' } })
      return [
        (now) => setWait(now, { ...one, ref, need: 'The price list', from: 'Fulfillment' }),
        (now) => setWait(now, { ...one, ref, need: 'The prices', from: 'Fulfillment' }),
      ]
    },
  },
  'issue.linked': {
    prepare: async (ctx) => {
      const [ref, other] = [await anIssue(ctx), await anIssue(ctx)]
      return [(now) => addLink(now, { ...one, ref, role: 'blocks', other })]
    },
  },
  'issue.unlinked': {
    prepare: async (ctx) => {
      const [ref, other] = [await anIssue(ctx), await anIssue(ctx)]
      await addLink(ctx, { ...one, ref, role: 'relates', other })
      return [(now) => removeLink(now, { ...one, ref, role: 'relates', other })]
    },
  },
  'issue.commented': {
    prepare: onAnIssue(
      (ctx, ref) => commentOnIssue(ctx, { ...one, ref, body: 'Seen, @julie.' }),
      (ctx, ref) => commentOnIssue(ctx, { ...one, ref, body: 'Heavier.\n\n/weight 3\n/label ~spike' }),
    ),
  },
  'issue.comment_edited': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      const which = { ...one, ref, comment: await comment(ctx, ref) }
      return [
        (now) => editComment(now, { ...which, body: 'Second words.', version: 1 }),
        (now) => editComment(now, { ...which, body: 'Third words.', version: 2 }),
      ]
    },
  },
  'issue.comment_reacted': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx)
      const which = { ...one, ref, comment: await comment(ctx, ref), emoji: '👍' }
      return [
        (now) => reactToComment(now, { ...which, on: true }),
        (now) => reactToComment(now, { ...which, on: false }),
      ]
    },
  },
  'weighing.opened': {
    leaves: 'the weighing is given up, and stays in the record',
    prepare: onAnIssue((ctx, ref) => openWeighing(ctx, { ...one, ref, asked: ['julie', 'cindy'] })),
  },
  'issue.created': {
    leaves: 'what has a number is closed as won’t do',
    prepare: async () => [(now) => createIssue(now, { ...one, title: 'By mistake' })],
  },
  'issue.split': {
    leaves: 'the pieces have numbers, and are closed as won’t do',
    prepare: onAnIssue((ctx, ref) =>
      splitIssue(ctx, { ...one, ref, pieces: [{ title: 'One' }, { title: 'Two' }], close: true }),
    ),
  },
}

testUndoOf(FAMILIES)
