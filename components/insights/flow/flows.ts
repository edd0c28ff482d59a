/** All issues, or those in work alone: without what is closed and what is not ready yet. */
export const FLOWS = ['all', 'work'] as const
export type FlowView = (typeof FLOWS)[number]
