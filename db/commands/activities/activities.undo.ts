import { authorise } from '../../context.ts'
import { activityById } from '../../queries/activity-rows.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { addActivity, removeActivity, writeFacts } from './activities.ts'
import { writeRecord } from './record.ts'
import { inBoth } from './shared.ts'

export const activitiesUndo: UndoHandlers<'activity'> = {
  'activity.added': (ctx, { data }) => removeActivity(ctx, { activity: data.id }),
  'activity.removed': (ctx, { data }) => {
    authorise(ctx, 'activity.edit')
    return addActivity(ctx, data)
  },
  'activity.edited': (ctx, { data: { id, from } }) =>
    inBoth(ctx, id, 'activity.edit', async (ctx, partner) =>
      writeFacts(ctx, partner, await activityById(ctx, id), from),
    ),
  'activity.recorded': (ctx, { data: { id, day, from } }) =>
    inBoth(ctx, id, 'activity.record', async (ctx, partner) =>
      writeRecord(ctx, partner, await activityById(ctx, id), { day, to: from }),
    ),
}
