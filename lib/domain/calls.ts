import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/**
 * Handbook › Communication: "Don't shy away from arranging a sync call when async is proving inefficient, but try to record it
 * to share with team members."
 */
export type CallText = {
  outcome: string
  /** Why async was not enough. */
  why: string
  /** A link to the recording; empty for none. */
  recording: string
}

type Noted = CallText & { day: PlainDate; today: PlainDate; people: number }

export function whyNotCall({ outcome, why, day, today, people }: Noted): Refusal | null {
  if (day > today) return { code: 'to_come', because: 'Note a call once it took place.' }
  if (people < 2) return { code: 'alone', because: 'Name at least two people who were in the call.' }
  if (outcome.trim() === '')
    return { code: 'missing', because: 'Say in a sentence what came out of the call.' }
  if (why.trim() === '') return { code: 'missing', because: 'Say why async was not enough.' }
  return null
}

type Changing = { mine: boolean; wasIn: boolean; leads: boolean }

/** The person who noted it, those who were in it, and the EM. */
export const whyNotChangeCall = ({ mine, wasIn, leads }: Changing): Refusal | null =>
  mine || wasIn || leads
    ? null
    : {
        code: 'not_yours',
        because: 'Only the people who were in the call and the engineering manager can change this note.',
      }

/** Whether a link may be kept with a call or an occurrence: https, without a password in it. */
export function isSafeLink(text: string): boolean {
  if (!/^https:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password, hostname } = new URL(text)
  return username === '' && password === '' && hostname.includes('.')
}

/** “3 calls in the last 8 weeks, 2 with a recording”. */
export function callRateText({ calls, recorded, weeks }: CallRate): string {
  if (calls === 0) return `No calls in the last ${weeks} weeks.`
  const all = `${calls === 1 ? 'One call' : `${calls} calls`} in the last ${weeks} weeks`
  return `${all}, ${recorded === 0 ? 'none' : recorded} with a recording.`
}
export type CallRate = { calls: number; recorded: number; weeks: number }

/** Over so many weeks the rate of calls is told. */
export const CALL_WEEKS = 8
