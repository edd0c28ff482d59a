import type { Ctx } from '../../context.ts'
import { planningTemplate } from '../../queries/planning-template.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { createPlanningIssue } from './create.ts'
import { freezePlanning, unfreezePlanning } from './freeze.ts'
import { setPriorities } from './priorities.ts'
import { editPlanningTemplate } from './planning-template.ts'

const IN = { group: 'custom-models', milestone: '18.9' }

const FAMILIES: Families<'planning_issue' | 'planning_template'> = {
  'planning_issue.priorities_set': {
    prepare: async (ctx) => {
      await createPlanningIssue(ctx, IN)
      const number = await anIssue(ctx)
      const list = (goal: string) => [{ kind: 'issue' as const, number, teams: ['model-selection'], goal }]
      return [
        (now) => setPriorities(now, { ...IN, priorities: list('One.'), was: [] }),
        (now) => setPriorities(now, { ...IN, priorities: list('Two.'), was: list('One.') }),
        (now) => setPriorities(now, { ...IN, priorities: [], was: list('Two.') }),
      ]
    },
  },
  'planning_issue.frozen': {
    prepare: async (ctx) => {
      await createPlanningIssue(ctx, IN)
      return [(now) => freezePlanning(now, IN)]
    },
  },
  'planning_issue.unfrozen': {
    prepare: async (ctx) => {
      await createPlanningIssue(ctx, IN)
      await freezePlanning(ctx, IN)
      return [(now) => unfreezePlanning(now, IN)]
    },
  },
  'planning_template.edited': {
    prepare: async () => {
      const to = (body: string) => async (now: Ctx) =>
        editPlanningTemplate(now, {
          group: IN.group,
          title: 'Planning, {{milestone}}',
          body,
          version: (await planningTemplate(now)).version,
        })
      return [to('First'), to('Second')]
    },
    leaves: 'every version of the template is kept',
  },
}

testUndoOf(FAMILIES)
