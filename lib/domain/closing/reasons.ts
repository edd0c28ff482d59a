/**
 * Why an assigned issue was not completed. Law 10: "one reason (blocked, bigger than estimated, pre-empted by RFH, time off,
 * scope grew, deprioritised, other + text)".
 */
export const SLIP_REASONS = [
  'blocked',
  'bigger',
  'rfh',
  'time_off',
  'scope',
  'deprioritised',
  'other',
] as const
export type SlipReason = (typeof SLIP_REASONS)[number]

const TITLES: Record<SlipReason, string> = {
  blocked: 'Blocked',
  bigger: 'Bigger than estimated',
  rfh: 'Pre-empted by RFH',
  time_off: 'Time off',
  scope: 'Scope grew',
  deprioritised: 'Deprioritised',
  other: 'Other',
}

export const slipReasonTitle = (reason: SlipReason): string => TITLES[reason]

/** “Blocked, waits for a key”: why an issue slipped. */
export function slipText(reason: SlipReason | null, text: string): string {
  if (reason === null) return 'no reason given'
  if (reason === 'other' && text !== '') return text
  return text === '' ? TITLES[reason] : `${TITLES[reason]}, ${text}`
}

/** What became of an assigned issue in its milestone. */
export const MILESTONE_OUTCOMES = ['completed', 'slipped', 'reprioritised'] as const
export type MilestoneOutcome = (typeof MILESTONE_OUTCOMES)[number]

/** Where an open issue of a closed milestone went. */
export const DESTINATIONS = ['next', 'shelf', 'none'] as const
export type DestinationKind = (typeof DESTINATIONS)[number]

export const LONGEST_SLIP_TEXT = 500
