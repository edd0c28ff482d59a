import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** Days that are kept lie between these, both included: what is computed from them is a day as well. */
export const FIRST_DAY: PlainDate = '1970-01-01'
export const LAST_DAY: PlainDate = '2199-12-31'

/** Why something is no day that can be kept, in words. */
export function whyNotDay(text: string): Refusal | null {
  if (!isPlainDate(text)) return { code: 'no_such_day', because: `There is no date ${text}.` }
  if (text >= FIRST_DAY && text <= LAST_DAY) return null
  return { code: 'day_far_off', because: `Dates must be between ${FIRST_DAY} and ${LAST_DAY}.` }
}
