import type { Refusal, Warning } from '#lib/kit/refusal.ts'

import type { Role } from './permissions.ts'
import { saysSomething } from './descriptions.ts'

/** Handbook › Planning and Delivery Boards: "All workflow statuses in the Product Development Flow are valid." */
export const STATES = [
  'validation-backlog',
  'problem-validation',
  'ready-for-design',
  'design',
  'solution-validation',
  'planning-breakdown',
  'scheduling',
  'refinement',
  'ready-for-development',
  'in-dev',
  'in-review',
  'blocked',
  'verification',
  'awaiting-security-release',
  'complete',
] as const

export type State = (typeof STATES)[number]

const PLACE: ReadonlyMap<string, number> = new Map(STATES.map((state, place) => [state, place]))
const ACTIVE: ReadonlySet<State> = new Set<State>([
  'in-dev',
  'in-review',
  'blocked',
  'verification',
  'awaiting-security-release',
])
/** The ways back that belong to ordinary work; every other way back is worth a word. */
const EXPECTED_WAYS_BACK: ReadonlySet<string> = new Set([
  'blocked>in-dev',
  'awaiting-security-release>verification',
])

export function isState(text: string): text is State {
  return PLACE.has(text)
}

/** The state as people say it: 'ready for development'. */
export function stateTitle(state: State): string {
  return state.replaceAll('-', ' ')
}

/** Work that an engineer has in hand: such an issue needs a DRI and a sign of life. */
export function isActive(state: State | null): boolean {
  return state !== null && ACTIVE.has(state)
}

export function isReadyOrLater(state: State | null): boolean {
  return state !== null && placeOf(state) >= placeOf('ready-for-development')
}

/**
 * States may be skipped, so every way forward is expected; so are the way from blocked back to in dev, from awaiting
 * security release to verification, and from anywhere to planning breakdown. Other moves warn, none is forbidden.
 */
export function warnMove(from: State | null, to: State | null): Warning | null {
  if (from === null || to === null || from === to) return null
  if (placeOf(to) > placeOf(from) || to === 'planning-breakdown') return null
  if (EXPECTED_WAYS_BACK.has(`${from}>${to}`)) return null
  return {
    code: 'unexpected_move',
    because: `From ${stateTitle(from)} back to ${stateTitle(to)} is an unusual step. Add a comment with the reason.`,
  }
}

export type Readiness = {
  type: string | null
  description: string
  weight: number | null
  spike: boolean
  spikeScope: string | null
}

/**
 * Handbook › Planning Board: "… review the issue description and ensure it's clear and ready for development. The
 * engineer then assigns a weight and applies the ~workflow::ready for development label."
 * Handbook › Ready for Development Status: "the scope of the spike should be clearly stated".
 */
export const whyNotReady = (readiness: Readiness): Refusal | null => gapsOf(readiness)[0] ?? null

/** All that is missing, in the order in which it is asked for. */
export function gapsOf({ type, description, weight, spike, spikeScope }: Readiness): Refusal[] {
  const gaps: Refusal[] = []
  if (type === null)
    gaps.push({ code: 'type_missing', because: 'Set the type first: bug, maintenance or feature.' })
  if (!saysSomething(description)) {
    gaps.push({
      code: 'description_missing',
      because: 'Add a description first, for the engineer who starts on it.',
    })
  }
  if (spike) return saysSomething(spikeScope ?? '') ? gaps : [...gaps, SPIKE_WITHOUT_SCOPE]
  if (weight === null || weight < 1)
    gaps.push({ code: 'weight_missing', because: 'Set a weight from 1 to 3 first.' })
  else if (weight > 3)
    gaps.push({ code: 'too_heavy', because: `A weight of ${weight} is too big to start. Split the issue.` })
  return gaps
}

/**
 * Handbook › Planning Board: "The engineer then assigns a weight and applies the ~workflow::ready for development label."
 * Said, not enforced: a manager may carry over what an engineer told them, and sees that it is an engineer's word.
 */
export function warnReadyBy(roles: readonly Role[]): Warning | null {
  if (roles.includes('engineer') || roles.includes('staff_engineer')) return null
  return {
    code: 'not_an_engineer',
    because: 'An engineer decides that work is ready for development. Ask one to review it.',
  }
}

const SPIKE_WITHOUT_SCOPE: Refusal = {
  code: 'spike_scope_missing',
  because: 'Add the scope of the spike: what it should find out, and when that is enough.',
}

function placeOf(state: State): number {
  return PLACE.get(state) ?? -1
}
