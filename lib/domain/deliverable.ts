import type { Refusal } from '#lib/kit/refusal.ts'

import type { Milestone } from './milestones.ts'
import { type ModelGate, whyNotAdd } from './models/readiness.ts'
import { may } from './permissions.ts'
import type { Actor } from './permissions.ts'
import { DELIVERABLE_OF_EM } from './refusal-codes.ts'
import { isReadyOrLater, stateTitle } from './workflow.ts'
import type { State } from './workflow.ts'

type Timebox = { id: string; title: string; closedAt?: Milestone['closedAt'] }

export type Candidate = {
  state: State | null
  milestone: Timebox | null
  /** The group's timebox of today, and the one that starts next. */
  current: Timebox | null
  next: Timebox | null
  dri: string | null
  assignees: readonly string[]
}

/**
 * What stops an issue from becoming a Deliverable, for every role; that only the EM sets it is a matter of permissions.
 * `model` is the one that it adds, and left out for everything else.
 */
export function whyNotDeliverable(facts: Candidate & { model?: ModelGate | null }): Refusal | null {
  return whyNotHeld(facts) ?? (facts.model ? whyNotAdd(facts.model) : null)
}

/** The same for what is a Deliverable already: a check that expires takes back no commitment. */
const whyNotHeld = (facts: Candidate): Refusal | null =>
  whyNotByState(facts) ?? whyNotByMilestone(facts) ?? whyNotByPerson(facts)

export const DELIVERABLE_STAYS = 'deliverable_stays'

/**
 * What keeps a Deliverable from another milestone, or from none. Both ways on are named: the EM takes the label off with
 * the move, everybody else asks the EM.
 */
export function whyNotMoveDeliverable(actor: Actor, from: string | null, facts: Candidate): Refusal | null {
  if (!may(actor, 'deliverable.set')) {
    const of = from === null ? '' : ` of ${from}`
    const because = `It is a Deliverable${of}. Only the engineering manager can move it. Ask for the move.`
    return { code: DELIVERABLE_OF_EM, because }
  }
  const refusal = whyNotHeld(facts)
  if (!refusal) return null
  const isFar = refusal.code === 'milestone_far' || refusal.code === 'milestone_missing'
  if (!isFar) return { code: DELIVERABLE_STAYS, because: refusal.because }
  const near = [facts.current, facts.next].flatMap((one) => one?.title ?? [])
  const home = near.join(' or ') || 'a milestone with dates'
  return {
    code: DELIVERABLE_STAYS,
    because: `A Deliverable belongs to ${home}. Take Deliverable off to move it.`,
  }
}

/**
 * Handbook › Ready for Development Status: "Issues ready to be worked on are labeled workflow::ready for development.
 * Only issues with this label should be assigned to an engineer as a Deliverable."
 */
function whyNotByState({ state }: Candidate): Refusal | null {
  if (isReadyOrLater(state)) return null
  const now = state === null ? 'It has no workflow state' : `It is in ${stateTitle(state)}`
  return { code: 'not_ready', because: `${now}. Move it to ready for development first.` }
}

/**
 * Handbook › Issue Milestones: "Issues are assigned the current or next milestone if they are planned to be or are
 * currently being worked on."
 */
function whyNotByMilestone({ milestone, current, next }: Candidate): Refusal | null {
  const near = [current, next].filter((one) => one !== null)
  const choose = near.map((one) => one.title).join(' or ') || 'a milestone with dates'
  if (milestone === null) {
    return { code: 'milestone_missing', because: `It has no milestone. Choose ${choose} first.` }
  }
  if (!near.some((one) => one.id === milestone.id)) {
    return {
      code: 'milestone_far',
      because: `${milestone.title} is neither the current nor the next milestone. Choose ${choose}.`,
    }
  }
  if (milestone.closedAt)
    return { code: 'milestone_closed', because: `${milestone.title} is already closed.` }
  return null
}

/** Handbook › Build Board: "The EM then applies the ~Deliverable label to each issue … and assigns it to an engineer." */
function whyNotByPerson({ dri, assignees }: Candidate): Refusal | null {
  if (dri !== null || assignees.length > 0) return null
  return { code: 'nobody', because: 'It has no DRI and no assignee. Set one first.' }
}
