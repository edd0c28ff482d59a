import type { Refusal } from '#lib/kit/refusal.ts'

import type { IssueKind } from '../issues.ts'
import type { PriorityKind } from './blocks.ts'

type Box = { title: string; shelf: string | null; closed: boolean }

/** Handbook › Team Milestone Planning Process: "Planning issues for each milestone are created by the PM". */
export function whyNotPlanningIssue({ title, shelf, closed }: Box): Refusal | null {
  if (shelf !== null)
    return { code: 'no_days', because: `${title} is a shelf. Only milestones with dates are planned.` }
  if (closed) return { code: 'closed', because: `${title} is closed. Plan the next milestone.` }
  return null
}

/** In words, for who creates it a second time. */
export const alreadyPlanned = (title: string, ref: number, isOpen: boolean): string =>
  isOpen
    ? `#${ref} is already the planning issue of ${title}.`
    : `#${ref} is already the planning issue of ${title}. It is closed: reopen it to continue.`

export const whyNotFreeze = ({ title, frozen }: { title: string; frozen: boolean }): Refusal | null =>
  frozen ? { code: 'frozen', because: `The planning issue of ${title} is already frozen.` } : null

/** Numbers of a closed milestone never change afterwards. */
export function whyNotUnfreeze({
  title,
  frozen,
  closed,
}: {
  title: string
  frozen: boolean
  closed: boolean
}): Refusal | null {
  if (!frozen) return { code: 'live', because: `The planning issue of ${title} is live already.` }
  if (closed) return { code: 'closed', because: `${title} is closed. Its planning issue stays frozen.` }
  return null
}

/** What was frozen is what was planned: it is changed when it is live again. */
export const whyNotChangePlanning = ({ title, frozen }: { title: string; frozen: boolean }): Refusal | null =>
  frozen ? { code: 'frozen', because: `The planning issue of ${title} is frozen. Unfreeze it first.` } : null

/** What is frozen is not posted anew: the figures would be those of another day. */
export function whyNotPost({
  title,
  frozen,
  isOpen,
}: {
  title: string
  frozen: boolean
  isOpen: boolean
}): Refusal | null {
  const refusal = whyNotChangePlanning({ title, frozen })
  if (refusal) return refusal
  if (!isOpen)
    return { code: 'issue_closed', because: `The planning issue of ${title} is closed. Reopen it first.` }
  return null
}

export const whyNotPriorities = (
  wanted: readonly { kind: PriorityKind; number: number }[],
): Refusal | null => {
  const seen = new Set<string>()
  for (const { kind, number } of wanted) {
    const mark = `${kind === 'epic' ? '&' : '#'}${number}`
    if (seen.has(mark))
      return { code: 'twice', because: `${mark} is in the list twice. Remove one of the two.` }
    seen.add(mark)
  }
  return null
}

export const whyNotPrioritise = ({ kind, number }: { kind: IssueKind; number: number }): Refusal | null =>
  kind === 'issue'
    ? null
    : { code: 'no_work', because: `#${number} is no work of its own. Choose an issue or an epic.` }

/** A planning issue is about its milestone, for good. */
export const whyNotReplan = (kind: IssueKind): Refusal | null =>
  kind === 'planning' ? { code: 'planning_stays', because: 'A planning issue stays in its milestone.' } : null
