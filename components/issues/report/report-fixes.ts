import type { Card } from '#lib/contract/issues.ts'
import type { FindingCode } from '#lib/domain/findings.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { addDays } from '#lib/kit/plain-date.ts'

import type { IssueActs } from '#components/issues/command/issue-acts.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { fixesOf } from './fixes.ts'
import type { Fix, Fixable } from './fixes.ts'

type Parts = {
  card: Card
  lookups: Lookups
  actor: Actor & { handle: string }
  acts: IssueActs
  today: string
}

/** What fixes a finding where it is listed, in one press. */
export function pressesFor(code: FindingCode, parts: Parts): Fix[] {
  const { card, lookups, acts, today } = parts
  const due = (day: string | null) => acts.wish(card, { what: 'due', due: day }, lookups)
  switch (code) {
    case 'milestone_missing':
      return placesOf(lookups).map((milestone) => ({
        label: milestone.title,
        act: () => acts.wish(card, { what: 'milestone', milestone: milestone.slug }, lookups),
      }))
    case 'past_due':
      return [
        { label: 'In a week', act: () => due(addDays(today, 7)) },
        { label: 'No due date', act: () => due(null) },
      ]
    case 'no_update':
    case 'spike_scope_missing':
    case 'description_missing':
    case 'too_heavy':
      return []
    default:
      return fixesOf({ code, fix: null }, { ...parts, issue: fixable(parts), open: null, update: null })
  }
}

/** What is current, what is next, and the shelf behind it. */
function placesOf({ milestones, current, next }: Lookups) {
  const shelf = milestones.find((one) => one.shelf === 'next-1-3')?.slug
  return [current, next, shelf].flatMap((slug) => milestones.find((one) => one.slug === slug) ?? [])
}

const fixable = ({ card, lookups }: Parts): Fixable => ({
  ...card,
  labels: card.labelIds.flatMap((id) => lookups.labels.find((label) => label.id === id) ?? []),
})

/** Why a reader may fix nothing; null for those who may. */
export const whyNotFix = (actor: Actor): string | null => whyNotAllowed(actor, 'issue.edit')?.because ?? null
