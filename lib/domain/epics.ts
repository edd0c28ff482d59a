import type { Refusal } from '#lib/kit/refusal.ts'

import { may, type Role } from './permissions.ts'
import { outcomeOf } from './tally.ts'
import type { Counted } from './tally.ts'
import { isUnweighted, weightOf } from './weight.ts'

export type Progress = {
  /** All issues of the scope: what is open, what is done, and what was closed otherwise and is neither. */
  total: number
  open: number
  done: number
  dropped: number
  /** Of what is open or done. */
  weight: number
  weightDone: number
  unweighted: number
}

/** Handbook › Scoping work: "The issues in the epic constitute the entire scope of the work item". */
export function progressOf(issues: readonly Counted[]): Progress {
  const sums = { total: issues.length, open: 0, done: 0, dropped: 0, weight: 0, weightDone: 0, unweighted: 0 }
  for (const issue of issues) {
    const outcome = outcomeOf(issue)
    sums[outcome] += 1
    if (outcome !== 'dropped') sums.weight += weightOf(issue)
    if (outcome === 'done') sums.weightDone += weightOf(issue)
    if (isUnweighted(issue)) sums.unweighted += 1
  }
  return sums
}

/**
 * Handbook › Scoping work: "when they are all closed the work is complete and the epic is closed." The sentence with
 * which it closes itself, or null while it has reason to stay open; an epic without issues has not begun. It does not
 * count, since not everybody sees as many.
 */
export function whyClose(issues: readonly { state: 'open' | 'closed' }[]): string | null {
  if (issues.length === 0 || issues.some((issue) => issue.state === 'open')) return null
  return issues.length === 1 ? 'Its only issue is closed.' : 'All of its issues are closed.'
}

/** The other direction: open work in a closed epic, added or reopened, opens it again. */
export function whyReopen(issues: readonly { state: 'open' | 'closed' }[]): string | null {
  const open = issues.filter((issue) => issue.state === 'open').length
  if (open === 0) return null
  return open === 1 ? 'It has an open issue.' : `It has ${open} open issues.`
}

/** Handbook › Scoping work: "a Tech Lead, an engineer who is assigned to the epic and ensures the scope is correct." */
export function whyNotTechLead(roles: readonly Role[]): Refusal | null {
  if (may({ roles, admin: false }, 'epic.lead')) return null
  return { code: 'not_an_engineer', because: 'The tech lead must be an engineer of the group.' }
}

type Lead = {
  lead: { id: string; name: string } | null
  /** Whether another person shall lead it, or none. */
  to: boolean
  me: string | null
  em: boolean
  /** Name of the person whom a hand-over waits for. */
  asked: string | null
}

/** Handbook › DRIs: reassigned "explicitly (not by drift) and with enough context". The first is named without. */
export function whyNotLead({ lead, to, me, em, asked }: Lead): Refusal | null {
  if (lead === null) return null
  if (to) {
    const because = `${lead.name} is the tech lead. Hand the epic over with context.`
    return { code: 'hand_over_needed', because }
  }
  if (lead.id !== me && !em) {
    const because = `${lead.name} is the tech lead. Only they or the engineering manager can end that.`
    return { code: 'not_the_lead', because }
  }
  if (asked === null) return null
  return { code: 'hand_over_waits', because: `A hand-over to ${asked} is pending. Withdraw it first.` }
}

/** By hand an epic is closed only where nothing of its scope is left to do. */
export function whyNotCloseEpic(epic: { closed: boolean; open: number }): Refusal | null {
  if (epic.closed) return { code: 'closed', because: 'This epic is already closed.' }
  if (epic.open === 0) return null
  const because =
    epic.open === 1
      ? '1 issue is open. Close or remove it first.'
      : `${epic.open} issues are open. Close or remove them first.`
  return { code: 'open_scope', because }
}

/** An epic of closed issues is complete: only what is added or opened again gives it something to do. */
export function whyNotReopenEpic(epic: { closed: boolean; total: number }): Refusal | null {
  if (!epic.closed) return { code: 'open', because: 'This epic is already open.' }
  if (epic.total === 0) return null
  return {
    code: 'complete',
    because: 'All issues are closed. Add or reopen one, and the epic reopens automatically.',
  }
}
