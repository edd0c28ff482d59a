'use client'

import { useMemo } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import {
  addAction,
  addPoint,
  beginRetrospective,
  closeRetrospective,
  editAction,
  openRetrospective,
  type Point,
  rewordPoint,
  unvotePoint,
  votePoint,
  withdrawPoint,
} from '#lib/contract/retrospectives.ts'
import type { ActionState } from '#lib/domain/retrospectives/actions.ts'
import type { PointKind } from '#lib/domain/retrospectives/retrospectives.ts'

export type SaidPoint = { kind: PointKind; text: string; to?: string }
export type AgreedAction = { text: string; owner: string; dueOn: string }

const TURNED: Record<ActionState, string> = {
  open: 'The action is open again.',
  done: 'The action is done.',
  dropped: 'The action is dropped.',
}

/** What can be done in the retrospective of a month; each resolves to null where it was refused. */
export function useRetrospectiveActs(group: string, month: string) {
  const { change, busy } = useBusyChange()
  return useMemo(() => {
    const one = { group, retrospective: month }
    return {
      busy,
      begin: () =>
        change({
          endpoint: beginRetrospective,
          input: { group, month },
          message: 'The retrospective has begun. Everyone in the group is told.',
        }),
      open: () =>
        change({
          endpoint: openRetrospective,
          input: one,
          message: 'The points are open. Everyone in the group is told.',
        }),
      close: () =>
        change({ endpoint: closeRetrospective, input: one, message: 'The retrospective is closed.' }),
      addPoint: (said: SaidPoint) =>
        change({ endpoint: addPoint, input: { ...one, ...said }, message: 'Added your point.' }),
      reword: (point: number, said: SaidPoint) =>
        change({ endpoint: rewordPoint, input: { ...one, point, ...said }, message: 'Saved your point.' }),
      withdraw: (point: number) =>
        change({ endpoint: withdrawPoint, input: { ...one, point }, message: 'Removed your point.' }),
      vote: ({ id: point, voted }: Point) =>
        change({
          endpoint: voted ? unvotePoint : votePoint,
          input: { ...one, point },
          message: voted ? 'Removed your vote.' : 'You voted for this point.',
        }),
      addAction: (action: AgreedAction) =>
        change({ endpoint: addAction, input: { ...one, ...action }, message: 'Added the action.' }),
      editAction: (at: { id: number; month: string }, action: AgreedAction) =>
        change({
          endpoint: editAction,
          input: { group, retrospective: at.month, action: at.id, ...action },
          message: 'Saved the action.',
        }),
      turn: (at: { id: number; month: string }, state: ActionState) =>
        change({
          endpoint: editAction,
          input: { group, retrospective: at.month, action: at.id, state },
          message: TURNED[state],
        }),
    }
  }, [busy, change, group, month])
}
export type RetrospectiveActs = ReturnType<typeof useRetrospectiveActs>
