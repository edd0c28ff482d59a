'use client'

import { useMemo } from 'react'

import { toast } from '#components/shell/toasts.ts'
import {
  assignIssue,
  closeIssue,
  commentOnIssue,
  labelIssue,
  planIssue,
  releaseIssue,
  reopenIssue,
  takeIssue,
  weighIssue,
} from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'
import { whyNotTake } from '#lib/domain/dri.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'
import type { CloseReason } from '#lib/domain/issues.ts'
import { afterChange, withLabel } from '#lib/domain/labels.ts'
import type { LabelFact } from '#lib/domain/labels.ts'

import { useChange } from '#components/changes/use-change.ts'
import type { Change } from '#components/changes/use-change.ts'
import { TAKE_OFF_AND_MOVE, waysOn } from '#components/commands/next-steps.ts'

/** What can be done to an issue from anywhere, each with what it will look like and how it is told. */
export type IssueActs = ReturnType<typeof actsWith>

export function useIssueActs(group: string): IssueActs {
  const change = useChange()
  return useMemo(() => actsWith(change, group), [change, group])
}

function actsWith(change: Change, group: string) {
  const one = (card: Card) => ({ group, ref: card.ref })
  return {
    take(card: Card, me: string, driName: string | null) {
      const refusal = whyNotTake({ open: card.state === 'open', dri: card.dri, me, driName })
      if (refusal) {
        return toast({ text: refusal.because, tone: 'refused', ways: waysOn([card.ref], refusal.code) })
      }
      const assignees = card.assignees.includes(me) ? card.assignees : [...card.assignees, me]
      void change({
        endpoint: takeIssue,
        input: one(card),
        issue: card.ref,
        optimistic: { dri: me, assignees },
        message: `You are now the DRI of #${card.ref}.`,
      })
    },
    release(card: Card) {
      void change({
        endpoint: releaseIssue,
        input: one(card),
        issue: card.ref,
        optimistic: { dri: null },
        message: `#${card.ref} no longer has a DRI.`,
      })
    },
    weigh(card: Card, weight: number | null) {
      void change({
        endpoint: weighIssue,
        input: { ...one(card), weight },
        issue: card.ref,
        optimistic: { weight },
        message: weight === null ? `#${card.ref} has no weight.` : `#${card.ref} weighs ${weight}.`,
      })
    },
    label(card: Card, held: readonly LabelFact[], { add = [], remove = [], blocked }: LabelChange) {
      const off = new Set(remove.map(({ id }) => id))
      const kept = held.filter(({ id }) => !off.has(id))
      const labels = add.reduce<readonly LabelFact[]>(
        (now, label) => afterChange(now, withLabel(now, label)),
        kept,
      )
      void change({
        endpoint: labelIssue,
        input: {
          ...one(card),
          add: add.map(({ title }) => title),
          remove: remove.map(({ title }) => title),
          ...(blocked ? { blocked } : {}),
        },
        issue: card.ref,
        optimistic: { labelIds: labels.map(({ id }) => id) },
        message: labelWords(card, add, remove),
      })
    },
    plan: (card: Card, milestone: Planned) => plan(change, group, card, milestone),
    assign(card: Card, assignees: string[]) {
      void change({
        endpoint: assignIssue,
        input: { ...one(card), assignees },
        issue: card.ref,
        optimistic: { assignees },
        message: `Changed the assignees of #${card.ref}.`,
      })
    },
    /** Of a duplicate, `duplicateOf` is the number of the original. */
    close(card: Card, reason: CloseReason, duplicateOf: number | null = null) {
      void change({
        endpoint: closeIssue,
        input: { ...one(card), reason, ...(duplicateOf === null ? {} : { duplicateOf }) },
        issue: card.ref,
        optimistic: { state: 'closed', closeReason: reason },
        message: `Closed #${card.ref}: ${closeReasonTitle(reason)}${duplicateOf === null ? '' : ` of #${duplicateOf}`}.`,
      })
    },
    reopen(card: Card) {
      void change({
        endpoint: reopenIssue,
        input: one(card),
        issue: card.ref,
        optimistic: { state: 'open', closeReason: null },
        message: `Reopened #${card.ref}.`,
      })
    },
    comment(card: Card, body: string) {
      return change({
        endpoint: commentOnIssue,
        input: { ...one(card), body },
        issue: card.ref,
        optimistic: {},
        message: `Commented on #${card.ref}.`,
      })
    },
  }
}

type Planned = { slug: string; title: string } | null

/** A Deliverable that may not go is offered without its label, in the same act. */
function plan(change: Change, group: string, card: Card, milestone: Planned, withoutDeliverable = false) {
  const slug = milestone?.slug ?? null
  const bare = withoutDeliverable ? ' without Deliverable' : ''
  void change({
    endpoint: planIssue,
    input: {
      group,
      ref: card.ref,
      milestone: slug,
      ...(withoutDeliverable ? { withoutDeliverable } : {}),
    },
    issue: card.ref,
    optimistic: { milestone: slug },
    message: milestone
      ? `#${card.ref} is planned for ${milestone.title}${bare}.`
      : `#${card.ref} has no milestone${withoutDeliverable ? ' and is no Deliverable' : ''}.`,
    ways: (rule) =>
      rule === DELIVERABLE_STAYS
        ? [
            {
              label: TAKE_OFF_AND_MOVE,
              act: () => plan(change, group, card, milestone, true),
            },
          ]
        : [],
  })
}

type LabelChange = {
  add?: readonly LabelFact[]
  remove?: readonly LabelFact[]
  blocked?: { need: string; from: string }
}

function labelWords(card: Card, add: readonly LabelFact[], remove: readonly LabelFact[]): string {
  const titles = (labels: readonly LabelFact[]) => labels.map(({ title }) => title).join(', ')
  if (add.length > 0) return `Added ${titles(add)} to #${card.ref}.`
  return `Removed ${titles(remove)} from #${card.ref}.`
}
