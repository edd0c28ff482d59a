/** Of how many milestones the page can tell, the usual first. */
export const SPANS = [6, 12, 24] as const
