import { authorise } from '../../context.ts'
import { planningTemplate } from '../../queries/planning-template.ts'
import { swapped, type UndoHandlers } from '../undo-handler.ts'
import { takeFreeze, writeFreeze } from './freeze.ts'
import { writePriorities } from './priorities.ts'
import { editPlanningTemplate } from './planning-template.ts'

export const planningIssueUndo: UndoHandlers<'planning_issue'> = {
  'planning_issue.priorities_set': async (ctx, { issue, data: { milestone, ...change } }) => {
    authorise(ctx, 'planning.issue')
    return writePriorities(ctx, issue, milestone, swapped(change))
  },
  // Also with the closing of the milestone, which is taken back with it.
  'planning_issue.frozen': async (ctx, { issue, data: { milestone } }) => {
    authorise(ctx, 'planning.issue')
    return takeFreeze(ctx, issue, milestone)
  },
  'planning_issue.unfrozen': async (ctx, { issue, data: { milestone, ...freeze } }) => {
    authorise(ctx, 'planning.issue')
    return writeFreeze(ctx, issue, milestone, freeze)
  },
}

export const planningTemplateUndo: UndoHandlers<'planning_template'> = {
  'planning_template.edited': async (ctx, { data: { from } }) => {
    const { version } = await planningTemplate(ctx)
    return editPlanningTemplate(ctx, { group: ctx.group.slug, version, ...from })
  },
}
