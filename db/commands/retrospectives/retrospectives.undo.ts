import { authorise } from '../../context.ts'
import { actionById } from '../../queries/retrospective-actions.ts'
import { retrospectiveNamed } from '../../queries/retrospectives.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { changeAction, removeAction, restoreAction, turnAction } from './actions.ts'
import { beginAgain, removeRetrospective } from './begin.ts'
import { restorePoint, withdraw, wordAsBefore } from './points.ts'
import { closeAgain, hidePoints, openAgain, reopenRetrospective } from './stages.ts'
import { unvotePoint, votePoint } from './votes.ts'

export const retrospectivesUndo: UndoHandlers<'retrospective'> = {
  'retrospective.begun': (ctx, { data }) => removeRetrospective(ctx, data),
  'retrospective.removed': (ctx, { data }) => beginAgain(ctx, data),
  'retrospective.point_added': async (ctx, { data }) =>
    withdraw(ctx, await retrospectiveNamed(ctx, data.id), data.point),
  'retrospective.point_withdrawn': (ctx, { data }) => restorePoint(ctx, data),
  'retrospective.point_reworded': (ctx, { data }) => wordAsBefore(ctx, data),
  'retrospective.opened': (ctx, { data }) => hidePoints(ctx, data.id),
  'retrospective.hidden': (ctx, { data }) => openAgain(ctx, data.id),
  'retrospective.voted': (ctx, { data }) => unvotePoint(ctx, { retrospective: data.id, point: data.point }),
  'retrospective.vote_withdrawn': (ctx, { data }) =>
    votePoint(ctx, { retrospective: data.id, point: data.point }),
  'retrospective.action_added': (ctx, { data }) => removeAction(ctx, data),
  'retrospective.action_removed': (ctx, { data }) => restoreAction(ctx, data),
  'retrospective.action_changed': async (ctx, { data }) => {
    authorise(ctx, 'retrospective.write')
    return changeAction(ctx, await actionById(ctx, data.id, data.action), data.from)
  },
  'retrospective.action_turned': async (ctx, { data }) => {
    authorise(ctx, 'retrospective.write')
    return turnAction(ctx, await actionById(ctx, data.id, data.action), data.from)
  },
  'retrospective.closed': (ctx, { data }) => reopenRetrospective(ctx, data.id, data.minutes),
  'retrospective.reopened': (ctx, { data }) => closeAgain(ctx, data.id, data.minutes),
}
