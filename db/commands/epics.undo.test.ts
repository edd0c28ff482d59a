import type { Ctx } from '../context.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { closeEpic, editEpic, leadEpic, reopenEpic } from './epics-edit.ts'
import { createEpic } from './epics.ts'
import { handOverEpic } from './hand-overs/hand-over.ts'
import { editGoals } from './milestone-goals.ts'
import { createMilestone, editMilestone } from './milestones.ts'

const one = { group: 'custom-models' }
const epic = async (ctx: Ctx) => (await createEpic(ctx, { title: 'Lifecycle' })).number

const FAMILIES: Families<'epic' | 'milestone', 'epic.reopened'> = {
  'epic.created': { leaves: 'what has a number is closed', prepare: async () => [(now) => epic(now)] },
  'epic.edited': {
    prepare: async (ctx) => {
      const number = await epic(ctx)
      return [
        (now) =>
          editEpic(now, { ...one, epic: number, title: 'Second', description: 'Its scope.', version: 1 }),
        (now) => editEpic(now, { ...one, epic: number, title: 'Third', version: 2 }),
      ]
    },
  },
  'epic.tech_lead_set': {
    prepare: async (ctx) => {
      const number = await epic(ctx)
      const to = (person: string | null) => (now: Ctx) => leadEpic(now, { ...one, epic: number, person })
      return [to('julie'), to(null)]
    },
  },
  'epic.handed_over': {
    prepare: async (ctx) => {
      const { number } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
      const given = { from: 'julie', to: 'cindy', context: 'It is half done.', atOnce: true }
      return [(now) => handOverEpic(now, { ...one, epic: number, ...given })]
    },
  },
  'epic.hand_over_offered': {
    leaves: 'the hand-over is withdrawn, and stays in the record',
    prepare: async (ctx) => {
      const { number } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
      const given = { from: 'julie', to: 'cindy', context: 'It is half done.' }
      return [(now) => handOverEpic(now, { ...one, epic: number, ...given })]
    },
  },
  'epic.closed': {
    prepare: async (ctx) => {
      const number = await epic(ctx)
      return [
        (now) => closeEpic(now, { ...one, epic: number }),
        (now) => reopenEpic(now, { ...one, epic: number }),
      ]
    },
  },
  'milestone.created': {
    prepare: async () => [(now) => createMilestone(now, { ...one, title: '18.10' })],
  },
  'milestone.edited': {
    prepare: async () => [
      (now) => editMilestone(now, { ...one, milestone: '18.9', title: '19.0', dueOn: '2026-02-14' }),
      (now) => editMilestone(now, { ...one, milestone: '18.9', title: '19.1' }),
    ],
  },
  'milestone.goals_edited': {
    prepare: async () => [
      (now) => editGoals(now, { ...one, milestone: '18.9', goals: '- Batch endpoints', version: 1 }),
      (now) => editGoals(now, { ...one, milestone: '18.9', goals: '- Metering', version: 2 }),
    ],
  },
}

testUndoOf(FAMILIES)
