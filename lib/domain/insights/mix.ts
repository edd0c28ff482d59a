import type { WorkType } from '../labels.ts'
import { type Mix, MIXED, mixOf } from '../plan/mix.ts'
import type { MilestoneOutcome } from '../closing/reasons.ts'

export type MixedType = (typeof MIXED)[number]
export type MixRow = {
  weight: number | null
  type: WorkType | null
  atStart: boolean
  outcome: MilestoneOutcome
}

/** Planned is what was on the Build Board when its milestone started; done is what was completed, whenever it came. */
export const SIDES = ['planned', 'done'] as const
export type Side = (typeof SIDES)[number]

export const isOnSide = (side: Side, { atStart, outcome }: MixRow): boolean =>
  side === 'planned' ? atStart : outcome === 'completed'

export type MixSide = {
  mix: Mix | null
  /** By type, in weight and issues. */
  parts: Record<MixedType, { weight: number; count: number }>
  weight: number
  /** Issues without one of the three types, or without a weight. */
  leftOut: number
}

export function mixSide(side: Side, rows: readonly MixRow[]): MixSide {
  const own = rows.filter((row) => isOnSide(side, row))
  const part = (type: MixedType) => {
    const some = own.filter((row) => isMixed(row) && row.type === type)
    return { weight: some.reduce((sum, { weight }) => sum + (weight ?? 0), 0), count: some.length }
  }
  const parts = { bug: part('bug'), maintenance: part('maintenance'), feature: part('feature') }
  return {
    mix: mixOf(own),
    parts,
    weight: MIXED.reduce((sum, type) => sum + parts[type].weight, 0),
    leftOut: own.filter((row) => !isMixed(row)).length,
  }
}

/** Whether it counts: what weighs nothing divides nothing. */
export const isMixed = ({ type, weight }: Pick<MixRow, 'type' | 'weight'>): boolean =>
  MIXED.some((one) => one === type) && (weight ?? 0) > 0

/** How many issues it is made of. */
export const countOf = ({ parts }: Pick<MixSide, 'parts'>): number =>
  MIXED.reduce((sum, type) => sum + parts[type].count, 0)
