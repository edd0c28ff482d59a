import { authorise } from '../../context.ts'
import { record } from '../../events/record.ts'
import { standingPushBack } from '../../queries/push-backs.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { aboutWork, settleInboxes, writeDecision } from './write.ts'

/** The rows follow the ledger once something is taken back: see `rebuildPushBacks`. */
export const pushBacksUndo: UndoHandlers<'push_back'> = {
  'push_back.raised': async (ctx, { number: pushBack, data }) => {
    authorise(ctx, 'push_back.raise')
    const one = await standingPushBack(ctx, pushBack)
    const { issue, subject } = aboutWork(one.subject)
    const { reason, protects, wouldChange, revisitOn } = data
    await settleInboxes(ctx, one)
    return record(ctx, {
      type: 'push_back.withdrawn',
      data: { subject, reason, protects, wouldChange, revisitOn, pushBack },
      ...(issue === undefined ? {} : { issue }),
    })
  },
  'push_back.decided': async (ctx, { data }) => {
    authorise(ctx, 'push_back.decide')
    return writeDecision(ctx, await standingPushBack(ctx, data.pushBack), { to: data.from })
  },
}
