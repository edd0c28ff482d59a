import type { UndoHandlers } from '../undo-handler.ts'
import { abandonWeighing } from './open.ts'

/** Only while no weight was given: from then on it is another person's too. */
export const weighingsUndo: UndoHandlers<'weighing'> = {
  'weighing.opened': (ctx, { issue }) => abandonWeighing(ctx, { group: ctx.group.slug, ref: issue }),
}
