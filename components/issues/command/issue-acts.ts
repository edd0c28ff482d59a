'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import type { Change } from '#components/changes/use-change.ts'
import { askPushBack } from '#components/issues/push-back/ask-push-back.ts'
import { leavesBoard, mayLeave, runningOf } from '#components/issues/push-back/leaves-board.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import { releaseIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { takeWith } from './take.ts'
import { wishForOne } from './wish-for-one.ts'
import type { Wish } from './wishes.ts'

/** What can be done to one issue from anywhere, each with what it will look like and how it is told. */
export type IssueActs = ReturnType<typeof actsWith>

export function useIssueActs(group: string): IssueActs {
  const change = useChange()
  const actor = useActor(group)
  return useMemo(() => actsWith(change, group, actor), [change, group, actor])
}

const actsWith = (change: Change, group: string, actor: Actor) => ({
  take: takeWith(change, group),
  release(card: Card) {
    void change({
      endpoint: releaseIssue,
      input: { group, ref: card.ref },
      issue: card.ref,
      optimistic: { dri: null },
      message: `#${card.ref} no longer has a DRI.`,
    })
  },
  /** What takes a Deliverable off the milestone that runs asks the EM first whether it was pushed back. */
  wish: function wish(card: Card, wanted: Wish, lookups: Lookups) {
    const carryOut = (answered: Wish) =>
      wishForOne(change, group, card, answered, lookups, (instead) => wish(card, instead, lookups))
    if (!mayLeave(wanted) || !leavesBoard(card, wanted, { actor, lookups })) return carryOut(wanted)
    const ask = { subject: `#${card.ref}`, milestone: runningOf(lookups)?.title ?? '' }
    void askPushBack(ask).then((answer) => answer && carryOut({ ...wanted, ...answer }))
  },
})
