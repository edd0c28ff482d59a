import type { OccurrenceState } from './occurrences.ts'

export type Regularity = {
  happened: number
  skipped: number
  missed: number
  /** `steady`: it never was missed; `stalled`: it was missed the last two times, or more often than not; null before the first. */
  level: 'steady' | 'slipping' | 'stalled' | null
}

/** @param states of its occurrences, the oldest first; what is open or coming counts neither way */
export function regularityOf(states: readonly OccurrenceState[]): Regularity {
  const count = (state: OccurrenceState) => states.filter((one) => one === state).length
  const [happened, skipped, missed] = [count('happened'), count('skipped'), count('missed')]
  return { happened, skipped, missed, level: levelOf(states, happened, missed) }
}

function levelOf(states: readonly OccurrenceState[], happened: number, missed: number): Regularity['level'] {
  const due = states.filter((one) => one === 'happened' || one === 'missed')
  if (due.length === 0) return null
  if (missed === 0) return 'steady'
  const again = due.length > 1 && due.slice(-2).every((one) => one === 'missed')
  return again || missed > happened ? 'stalled' : 'slipping'
}

export const LEVEL_TITLES = { steady: 'On rhythm', slipping: 'Slipping', stalled: 'Not happening' } as const

/** “Happened 6 of the last 8 times; skipped once with a reason, missed once.” */
export function regularityText({ happened, skipped, missed, level }: Regularity): string {
  const all = happened + skipped + missed
  if (all === 0) return 'Not due yet.'
  if (happened === all) return all === 1 ? 'Happened the one time it was due.' : `Happened all ${all} times.`
  const rest = [
    ...(skipped > 0 ? [`skipped ${times(skipped)} with a reason`] : []),
    ...(missed > 0 ? [`missed ${times(missed)}`] : []),
  ].join(', ')
  const often = all === 1 ? '' : ` of the last ${all} times`
  const first = happened === 0 ? 'Has not happened' : `Happened ${all === 1 ? 'once' : happened}${often}`
  return `${first}: ${rest}.${level === 'stalled' ? ' Change its rhythm, or remove it.' : ''}`
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
