/** Until when something can be put off. */
export const SNOOZES = ['later', 'tomorrow', 'next_week'] as const
export type Snooze = (typeof SNOOZES)[number]
