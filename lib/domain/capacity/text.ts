import type { Term } from './terms.ts'

const NAMES: Record<Term, string> = {
  workingDays: 'working days',
  holidays: 'public holidays',
  timeOff: 'time off',
  triageDays: 'triage duty',
  share: 'share of time',
  focus: 'focus',
}

/** What a term is called inside a sentence. */
export const termName = (term: Term): string => NAMES[term]

export const isFraction = (term: Term): boolean => term === 'share' || term === 'focus'

/** “60 %” for a fraction, “2.5 days” for days. */
export function figureOf(term: Term, value: number): string {
  if (term === 'share') return `${round(value * 100, 1)} %`
  if (term === 'focus') return String(round(value, 2))
  return `${round(value, 2)} ${value === 1 ? 'day' : 'days'}`
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** 31, 34.5, 0.25: as many decimals as it needs, two at most. */
export const figure = (value: number): string => String(round(value, 2))

/** What a load takes beyond a capacity, in words; empty where it fits. */
export const overText = (load: number, weight: number): string =>
  load > weight ? `${figure(load - weight)} over` : ''

const TITLES: Record<Term, string> = {
  workingDays: 'Working days',
  holidays: 'Public holidays',
  timeOff: 'Away',
  triageDays: 'Triage duty',
  share: 'Share',
  focus: 'Focus',
}
export const termTitle = (term: Term): string => TITLES[term]
