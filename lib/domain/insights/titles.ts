import { spanTextYear } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { smallCount } from '#lib/kit/small-count.ts'

import { MIXED } from '../plan/mix.ts'
import type { Mix } from '../plan/mix.ts'
import type { AgeColumn } from './ages.ts'
import type { Figure } from './figures.ts'
import type { Band } from './flow.ts'
import { countOf, type MixedType, type MixSide } from './mix.ts'
import { ENOUGH, type Percentiles } from './percentiles.ts'
import { isWorkColumn, type WorkColumn } from './work.ts'

/** What a chart finds, in one sentence; where that would be too much to say, what it shows. */
export function agesTitle(columns: readonly Pick<AgeColumn, 'column' | 'p85' | 'items'>[]): string {
  const items = columns.reduce((sum, one) => sum + one.items.length, 0)
  if (items === 0) return 'No issue is in work'
  const old = columns
    .map(({ column, items: some }) => ({ column, count: some.filter(({ isOld }) => isOld).length }))
    .filter(({ count }) => count > 0)
  const all = old.reduce((sum, { count }) => sum + count, 0)
  const only = old.length === 1 ? old[0] : undefined
  if (only) return `${capital(issuesIn(only.column, all))} older than 85 % of earlier ones`
  if (all > 0) return `${capital(smallCount(all))} issues in work are older than 85 % of earlier ones`
  if (columns.some(({ p85 }) => p85 !== null)) return 'No issue in work is older than 85 % of earlier ones'
  return `Days in the column, ${issues(items)} in work`
}

const WHERE: Record<Exclude<WorkColumn, 'blocked'>, string> = {
  'ready-for-development': 'ready for development',
  'in-dev': 'in dev',
  'in-review': 'in review',
  verification: 'in verification',
  'awaiting-security-release': 'awaiting security release',
  complete: 'complete but open',
}

function issuesIn(column: WorkColumn, count: number): string {
  const [issue, are] = count === 1 ? ['issue', 'is'] : ['issues', 'are']
  const number = smallCount(count)
  return column === 'blocked'
    ? `${number} blocked ${issue} ${are}`
    : `${number} ${issue} ${WHERE[column]} ${are}`
}

export function cycleTitle(count: number, { p50, p85 }: Percentiles): string {
  if (p50 === null || p85 === null) return count === 0 ? 'Cycle time' : `Cycle time, ${issues(count)}`
  return `Half of the issues take ${atMost(p50)}, 85 % take ${atMost(p85)}`
}

const atMost = (days: number) => (days === 0 ? 'less than a day' : `${daysText(days)} or less`)

/** `hand`: how many issues were in hand on the first day and are on the last. */
export function flowTitle(all: number, hand: { first: number; last: number }): string {
  if (all < ENOUGH) return all === 0 ? 'Cumulative flow' : `Cumulative flow, ${issues(all)}`
  if (hand.first === hand.last) {
    return hand.last === 0 ? 'No work was in hand' : `Work in hand stayed at ${issues(hand.last)}`
  }
  return `Work in hand ${hand.first < hand.last ? 'grew' : 'fell'} from ${hand.first} to ${issues(hand.last)}`
}

const NAMES: Record<MixedType, string> = { bug: 'Bugs', maintenance: 'Maintenance', feature: 'Features' }
const verb = (type: MixedType) => (type === 'maintenance' ? 'was' : 'were')

/** In percentage points: what is less is no finding. */
const WORTH_SAYING = 5

export function mixTitle(planned: MixSide, done: MixSide, target: Mix | null): string {
  const counted = countOf(done)
  if (counted < ENOUGH || countOf(planned) < ENOUGH || !planned.mix || !done.mix) {
    return counted === 0 ? 'Work mix' : `Work mix, ${issues(counted)} done`
  }
  const off = largest(planned.mix, done.mix)
  if (off.by >= WORTH_SAYING) {
    return `${NAMES[off.type]} ${verb(off.type)} ${planned.mix[off.type]} % of the plan and ${done.mix[off.type]} % of the work`
  }
  const missed = target && largest(target, done.mix)
  if (target && missed && missed.by >= WORTH_SAYING) {
    return `${NAMES[missed.type]} ${verb(missed.type)} ${done.mix[missed.type]} % of the work, target ${target[missed.type]} %`
  }
  return off.by === 0 ? 'The work was mixed as planned' : `The work followed the plan, within ${off.by} %`
}

/** The type in which the two differ most. */
function largest(a: Mix, b: Mix): { type: MixedType; by: number } {
  const differences = MIXED.map((type) => ({ type, by: Math.abs(a[type] - b[type]) }))
  return differences.reduce((most, one) => (one.by > most.by ? one : most))
}

/** `totals` week by week, the oldest first. */
export function findingsTitle(totals: readonly { weekOn: PlainDate; findings: number }[]): string {
  const [first, last] = [totals[0], totals.at(-1)]
  if (!first || !last) return 'Triage findings over time'
  if (totals.length === 1) return `Triage findings, ${last.findings} in the first week`
  const weeks = `in ${smallCount(totals.length)} weeks`
  if (first.findings === last.findings) return `Triage findings stayed at ${last.findings} ${weeks}`
  return `Triage findings ${first.findings < last.findings ? 'rose' : 'fell'} from ${first.findings} to ${last.findings} ${weeks}`
}

/** As short as the room below a column is. */
export const columnTitle = (column: WorkColumn): string => COLUMNS[column]

const COLUMNS: Record<WorkColumn, string> = {
  'ready-for-development': 'ready',
  'in-dev': 'in dev',
  'in-review': 'in review',
  verification: 'verification',
  'awaiting-security-release': 'security',
  complete: 'complete',
  blocked: 'blocked',
}

export const bandTitle = (band: Band): string => (isWorkColumn(band) ? columnTitle(band) : BAND_TITLES[band])

const BAND_TITLES: Record<Exclude<Band, WorkColumn>, string> = { closed: 'closed', waiting: 'not ready yet' }

/** What a list of issues is headed with. */
export function figureTitle(figure: Figure): string {
  switch (figure.chart) {
    case 'ages':
      return { now: 'Now', old: 'Older than 85 % of earlier ones', earlier: 'Earlier issues' }[
        figure.part
      ].concat(` · ${columnTitle(figure.column)}`)
    case 'cycle':
      return figure.part === 'measured' ? 'Cycle time' : 'Closed as done, never in dev'
    case 'flow':
      return `${capital(bandTitle(figure.band))} · ${spanTextYear(figure.day, figure.day)}`
    case 'mix': {
      const part = figure.part === 'left-out' ? 'left out' : figure.part
      return `${capital(figure.side)} · ${part}${figure.milestone === null ? '' : ` · ${figure.milestone}`}`
    }
  }
}

export const issues = (count: number): string => `${count} ${count === 1 ? 'issue' : 'issues'}`
export const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
