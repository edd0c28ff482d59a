import type { DriftKind } from './drift.ts'

type Told = {
  heading: string
  /** What ends it: one dialog names a DRI, hands over, and shows a hand-over that waits. */
  act: string
  /** The sentence of the handbook that is not kept. */
  sentence: string
}

/** What is said of each kind of drift, in the order in which it is told. */
export const DRIFT_TOLD: Record<DriftKind, Told> = {
  no_dri: {
    heading: 'Without a DRI',
    act: 'Assign',
    sentence:
      'Every issue, feature, bug fix, or initiative the team is actively working on has a single named DRI.',
  },
  dri_gone: {
    heading: 'DRI left the group',
    act: 'Hand over',
    sentence: 'It should happen explicitly (not by drift).',
  },
  asked_gone: {
    heading: 'Hand-over without an answer',
    act: 'Review',
    sentence: 'It should happen explicitly (not by drift) and with enough context handed over.',
  },
  away: {
    heading: 'DRI away without cover',
    act: 'Hand over',
    sentence: 'They are the person responsible for driving it forward and keeping it unblocked.',
  },
  passed: {
    heading: 'Others work on it',
    act: 'Review',
    sentence: 'You can delegate work, but accountability stays with you.',
  },
  no_update: {
    heading: 'No update',
    act: 'Ask for update',
    sentence: 'You update the planning issue with status at least once a week.',
  },
}

// safe because the type of the record names each kind once
export const DRIFT_ORDER = Object.keys(DRIFT_TOLD) as readonly DriftKind[]

/** By how pressing it is, 0 for the first kind that is told. */
export const pressOf = (kind: DriftKind): number => DRIFT_ORDER.indexOf(kind)
