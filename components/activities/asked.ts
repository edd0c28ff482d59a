import type { PlainDate } from '#lib/kit/plain-date.ts'

/** What is asked about an activity; of an occurrence, of which day. */
export type AskedOfActivity = {
  activity: number
  what: 'edit' | 'share' | 'remove' | 'end share' | { note: PlainDate } | { skip: PlainDate }
}
