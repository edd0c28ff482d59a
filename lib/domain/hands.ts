import type { Refusal } from '#lib/kit/refusal.ts'

/** Why a person raises a hand. Handbook: "If you're stuck, overloaded, or realize the work is bigger than expected". */
export const HAND_KINDS = ['stuck', 'overloaded', 'bigger', 'take_over'] as const
export type HandKind = (typeof HAND_KINDS)[number]

export const HAND_TITLES: Record<HandKind, string> = {
  stuck: 'Stuck',
  overloaded: 'Overloaded',
  bigger: 'Bigger than expected',
  take_over: 'Take over',
}

/**
 * How an ask may begin, as the handbook writes it: “I need help with X” or “I need someone to take over Y because Z”. `sign`
 * is what it is about, `#166`; null for oneself.
 */
export function beginningOf(kind: HandKind, sign: string | null): string {
  if (kind === 'take_over') return `I need someone to take over ${sign ?? 'some of my work'} because `
  if (kind === 'overloaded') return 'I have more than I can do this week: '
  if (kind === 'bigger') return `${sign ?? 'My work'} is bigger than expected: `
  return sign === null ? 'I need help with ' : `I need help with ${sign}: `
}

export const MOST_OF_ASK = 300

/** A sentence says what is needed: what an ask begins with alone says nothing. */
export function whyNotAsk(ask: string): Refusal | null {
  const said = ask.trim()
  const isBeginning = HAND_KINDS.some((kind) => said !== '' && beginningOf(kind, null).trim() === said)
  if (said === '' || isBeginning || /(:|because|help with)$/.test(said))
    return { code: 'missing', because: 'Say what you need in one sentence.' }
  return null
}

export type HandFacts = {
  /** Name of the helper; null where there is none. */
  helper: string | null
  lowered: boolean
  mine: boolean
}

/** The first who offers help is the helper; the others learn who that is. */
export function whyNotHelp({ helper, lowered, mine }: HandFacts): Refusal | null {
  if (lowered) return { code: 'lowered', because: 'This hand is already lowered.' }
  if (mine)
    return { code: 'own', because: 'You raised this hand yourself. Lower it when you need no more help.' }
  if (helper !== null) return { code: 'helped', because: `${helper} already helps.` }
  return null
}

type Lowering = Pick<HandFacts, 'lowered' | 'mine'> & {
  /** Whether the person helps, or leads. */
  helps: boolean
  leads: boolean
  how: string
}

/** Who raised it, who helps and the EM lower a hand, and say how it ended. */
export function whyNotLower({ lowered, mine, helps, leads, how }: Lowering): Refusal | null {
  if (lowered) return { code: 'lowered', because: 'This hand is already lowered.' }
  if (!mine && !helps && !leads)
    return {
      code: 'not_yours',
      because: 'Only the person who raised it, the helper and the engineering manager can lower this hand.',
    }
  if (how.trim() === '') return { code: 'missing', because: 'Say how it ended.' }
  return null
}

/**
 * Half of the hands found help in this many minutes or fewer: of a group, never of a person. Null below three, where a median
 * would speak of single people.
 *
 * @param waits minutes from raising a hand to the first help
 */
export function medianWait(waits: readonly number[]): number | null {
  if (waits.length < 3) return null
  const sorted = waits.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]]
  return Math.round((low + high) / 2)
}

/** “50 minutes”, “5 hours”, “2 days”: of days, 24 hours each. */
export function waitText(minutes: number): string {
  const [count, unit] =
    minutes < 60
      ? [Math.max(1, Math.round(minutes)), 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
