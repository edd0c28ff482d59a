import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { MIXED } from '../plan/mix.ts'
import { type Band, BANDS } from './flow.ts'
import { type MixedType, type Side, SIDES } from './mix.ts'
import { WORK_COLUMNS, type WorkColumn } from './work.ts'

/** A figure of the page, by which the issues that it is made of are asked for. */
export type Figure =
  | { chart: 'ages'; column: WorkColumn; part: AgePart }
  | { chart: 'cycle'; part: CyclePart }
  | { chart: 'flow'; band: Band; day: PlainDate }
  | { chart: 'mix'; side: Side; part: MixedType | 'left-out'; milestone: string | null }

export const AGE_PARTS = ['now', 'old', 'earlier'] as const
type AgePart = (typeof AGE_PARTS)[number]
export const CYCLE_PARTS = ['measured', 'unseen'] as const
type CyclePart = (typeof CYCLE_PARTS)[number]

/** “ages.in-dev.now”, “cycle.measured”, “flow.in-dev@2026-11-02”, “mix.done.bug”, “mix.done.bug@19.6”. */
export function figureName(figure: Figure): string {
  switch (figure.chart) {
    case 'ages':
      return `ages.${figure.column}.${figure.part}`
    case 'cycle':
      return `cycle.${figure.part}`
    case 'flow':
      return `flow.${figure.band}@${figure.day}`
    case 'mix':
      return `mix.${figure.side}.${figure.part}${figure.milestone === null ? '' : `@${figure.milestone}`}`
  }
}

/** Null for a name that no figure has. */
export function figureNamed(name: string): Figure | null {
  const at = name.indexOf('@')
  const [path, of] = at === -1 ? [name, null] : [name.slice(0, at), name.slice(at + 1)]
  const [chart = '', first = '', second = '', ...more] = path.split('.')
  if (more.length > 0) return null
  if (chart === 'ages') return of === null ? agesFigure(first, second) : null
  if (chart === 'cycle') {
    const part = CYCLE_PARTS.find((one) => one === first)
    return part && second === '' && of === null ? { chart, part } : null
  }
  if (chart === 'flow') {
    const band = BANDS.find((one) => one === first)
    return band && second === '' && of !== null && isPlainDate(of) ? { chart, band, day: of } : null
  }
  return chart === 'mix' ? mixFigure(first, second, of) : null
}

function agesFigure(first: string, second: string): Figure | null {
  const column = WORK_COLUMNS.find((one) => one === first)
  const part = AGE_PARTS.find((one) => one === second)
  return column && part ? { chart: 'ages', column, part } : null
}

function mixFigure(first: string, second: string, milestone: string | null): Figure | null {
  const side = SIDES.find((one) => one === first)
  const part = [...MIXED, 'left-out' as const].find((one) => one === second)
  return side && part && milestone !== '' ? { chart: 'mix', side, part, milestone } : null
}
