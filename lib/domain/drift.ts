import type { PlainDate } from '#lib/kit/plain-date.ts'

import { QUIET_DAYS } from './quiet.ts'
import type { NumberedKind } from './subjects.ts'
import { uncoveredText } from './time-off.ts'
import { isActive, type State, stateTitle } from './workflow.ts'

/**
 * What lets work drift, the most pressing first: its DRI left, was passed over, is away, is missing or says nothing; the
 * person asked to take over left.
 */
export const DRIFT_KINDS = ['dri_gone', 'asked_gone', 'passed', 'away', 'no_dri', 'no_update'] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

/** Of an issue by its DRI, of an epic by its tech lead. An epic has no state: it is worked on where its issues are. */
export type DriftFacts = {
  kind: NumberedKind
  driven: boolean
  driGone: boolean
  askedGone: boolean
  state: State | 'none'
  /** The DRI's name, where they were taken off the assignees, others work on it, and they drive it still. */
  passed: string | null
  /** The first absence of the DRI of the coming week. */
  away: { from: PlainDate; to: PlainDate } | null
  /** Days since its DRI said something or took it; null where no update is owed. */
  quiet: number | null
}

export type Drift = { kind: DriftKind; because: string }

/** The first of what lets it drift, for places that tell one thing of each issue. */
export const driftOf = (facts: DriftFacts): Drift | null => driftsOf(facts)[0] ?? null

/** Handbook › DRIs: "a single named DRI" for all that is actively worked on, and reassigned "not by drift". */
export function driftsOf(facts: DriftFacts): Drift[] {
  const { kind, driGone, askedGone, passed } = facts
  const who = kind === 'epic' ? 'tech lead' : 'DRI'
  const drifts: Drift[] = []
  if (driGone) drifts.push({ kind: 'dri_gone', because: `Its ${who} is no longer in the group.` })
  if (askedGone)
    drifts.push({ kind: 'asked_gone', because: 'The person asked to take over is no longer in the group.' })
  // A person who left neither works on it nor is away.
  if (driGone) return drifts
  if (passed !== null)
    drifts.push({ kind: 'passed', because: `Others work on it, and ${passed} is still its ${who}.` })
  return isInHand(facts) ? [...drifts, ...ofActive(facts, who)] : drifts
}

const isInHand = ({ kind, state }: DriftFacts): boolean =>
  kind === 'epic' || (state !== 'none' && isActive(state))

function ofActive({ kind, driven, state, away, quiet }: DriftFacts, who: string): Drift[] {
  if (!driven) return [{ kind: 'no_dri', because: `${inWords(kind, state)} without a ${who}.` }]
  const uncovered = away && uncoveredText(away, who)
  return [
    ...(uncovered ? [{ kind: 'away' as const, because: uncovered }] : []),
    ...(quiet !== null && quiet >= QUIET_DAYS
      ? [{ kind: 'no_update' as const, because: `No update for ${quiet} days.` }]
      : []),
  ]
}

function inWords(kind: NumberedKind, state: State | 'none'): string {
  if (kind === 'epic' || state === 'none') return 'Its issues are worked on'
  const title = stateTitle(state)
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`
}
