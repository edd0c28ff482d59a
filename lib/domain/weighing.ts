import type { Refusal } from '#lib/kit/refusal.ts'

import type { Role } from './permissions.ts'

/** Fewer than this is no weighing: one alone sets the weight. */
export const FEWEST_ASKED = 2
export const MOST_ASKED = 20

type Opening = { open: boolean; running: boolean; asked: number }

/** Handbook › Team Milestone Planning Process: "Estimation of effort using weights (Engineers and EM)". */
export function whyNotOpen({ open, running, asked }: Opening): Refusal | null {
  if (!open) return { code: 'closed', because: 'This issue is closed. Reopen it first.' }
  if (running) return { code: 'running', because: 'An estimation is already running.' }
  if (asked < FEWEST_ASKED) {
    return { code: 'too_few', because: 'Ask at least two people. Alone, set the weight directly.' }
  }
  if (asked > MOST_ASKED) return { code: 'too_many', because: `Ask at most ${MOST_ASKED} people.` }
  return null
}

/** Who looks at a running weighing: what they are in the group, and what they are to it. */
export type Viewer = { roles: readonly Role[]; opened: boolean; asked: boolean }
export type Running = { revealed: boolean; voted: number }

export function whyNotVote({ asked }: Pick<Viewer, 'asked'>, { revealed }: Running): Refusal | null {
  if (revealed) return { code: 'revealed', because: 'The weights are revealed. Agree on one.' }
  return asked ? null : { code: 'not_asked', because: 'You are not part of this estimation.' }
}

export function whyNotReveal(who: Viewer, { revealed, voted }: Running): Refusal | null {
  if (revealed) return { code: 'revealed', because: 'The weights are already revealed.' }
  if (!leads(who))
    return {
      code: 'not_yours',
      because: 'Only the person who started the estimation, the PM or the EM can reveal it.',
    }
  return voted > 0 ? null : { code: 'no_votes', because: 'No votes yet.' }
}

export function whyNotAgree(who: Viewer, { revealed }: Running): Refusal | null {
  if (!revealed) return { code: 'hidden', because: 'Reveal the weights first, then agree on one.' }
  if (who.asked || leads(who)) return null
  return { code: 'not_asked', because: 'Only a person who voted can agree on the weight.' }
}

export function whyNotAbandon(who: Viewer): Refusal | null {
  if (leads(who)) return null
  return {
    code: 'not_yours',
    because: 'Only the person who started the estimation, the PM or the EM can cancel it.',
  }
}

const leads = ({ roles, opened }: Viewer): boolean => opened || roles.includes('em') || roles.includes('pm')

/** How far the weights lie apart, and the one to begin talking with: the middle one, the heavier of two. */
export type Spread = { least: number; most: number; middle: number }

export function spreadOf(weights: readonly number[]): Spread | null {
  const sorted = weights.toSorted((a, b) => a - b)
  const [least, most, middle] = [sorted[0], sorted.at(-1), sorted[Math.floor(sorted.length / 2)]]
  if (least === undefined || most === undefined || middle === undefined) return null
  return { least, most, middle }
}
