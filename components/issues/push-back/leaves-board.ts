import { deliverablesHint } from '#components/issues/command/deliverable-hints.ts'
import { labelsAfter } from '#components/issues/command/labels-after.ts'
import type { Held } from '#components/issues/command/labels-after.ts'
import type { Wish } from '#components/issues/command/wishes.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { asksForPushBack } from '#lib/domain/closing/push-back.ts'
import type { Lies } from '#lib/domain/closing/push-back.ts'
import type { IssueKind } from '#lib/domain/issues.ts'
import { means } from '#lib/domain/labels.ts'
import type { Actor } from '#lib/domain/permissions.ts'

/** What may take an issue off a Build Board. */
export type LeavingWish = Extract<Wish, { what: 'milestone' | 'labels' }>

export const mayLeave = (wish: { what: BulkChange['what'] }): wish is LeavingWish =>
  wish.what === 'milestone' || wish.what === 'labels'

export type Setting = {
  actor: Actor
  lookups: Pick<Lookups, 'labels' | 'milestones' | 'current' | 'next'>
}

/** The milestone that has started, has not ended and is not closed. */
export const runningOf = ({ milestones, current }: Setting['lookups']) =>
  milestones.find(({ slug, closed }) => slug === current && !closed) ?? null

type Leaver = Held & { kind?: IssueKind }

/** Whether the EM is asked about it. What a rule will refuse leaves nothing: then its refusal is shown, and nothing asked. */
export function leavesBoard(card: Leaver, wish: LeavingWish, { actor, lookups }: Setting): boolean {
  const running = runningOf(lookups)?.slug ?? null
  const held = labelsAfter(card, {}, lookups)
  const { kind, milestone, closeReason } = card
  return (
    !isRefused(card, wish, { actor, lookups }) &&
    asksForPushBack({
      actor,
      running,
      labels: lookups.labels,
      before: { milestone, labels: held, closeReason, ...(kind ? { kind } : {}) },
      after: liesAfter(card, held, wish, lookups),
    })
  )
}

function liesAfter(card: Leaver, held: Lies['labels'], wish: LeavingWish, lookups: Setting['lookups']): Lies {
  if (wish.what === 'labels') return { milestone: card.milestone, labels: labelsAfter(card, wish, lookups) }
  const kept = wish.withoutDeliverable ? held.filter((label) => !means([label], 'deliverable')) : held
  return { milestone: wish.milestone, labels: kept }
}

function isRefused(card: Leaver, wish: LeavingWish, setting: Setting): boolean {
  if (wish.what === 'labels' || wish.withoutDeliverable) return false
  const to = setting.lookups.milestones.find(({ slug }) => slug === wish.milestone) ?? null
  return deliverablesHint([card], 1, setting)(to) !== ''
}
