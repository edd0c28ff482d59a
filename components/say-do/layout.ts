import { bandScale, shareScale, valueScale } from '#components/charts/scales.ts'
import type { BandScale, ValueScale } from '#components/charts/scales.ts'
import type { SeriesMilestone } from '#lib/contract/say-do.ts'
import type { Unit } from '#lib/domain/say-do/definitions.ts'
import type { Part } from '#lib/domain/say-do/parts.ts'

/** The drawing from top to bottom in pixels: the columns with their names below, then the share of each. */
export const BOX = { top: 50, bottom: 246, names: 266, head: 304, high: 320, low: 384, height: 392 } as const
/** In percent of the width. */
export const SIDE = { from: 4, to: 99.6, figures: 3.2 } as const
/** Added later is a strip at the right of its column, so that what was done of it stays in sight. */
export const STRIP = 0.4
/** The least height of what is pressed, in pixels. */
const LEAST = 7

export type Layout = { band: BandScale; value: ValueScale; share: ValueScale }

export function layoutOf(milestones: readonly SeriesMilestone[], unit: Unit): Layout {
  const most = Math.max(0, ...milestones.map((one) => amountOf(one, 'assigned', unit)))
  const shares = milestones.flatMap(({ ratio, runs, median, spread }) =>
    [runs ? null : ratio, median, spread?.low ?? null].filter((one) => one !== null),
  )
  const from = Math.min(...shares, 0.5) < 0.5 ? 0 : 50
  return {
    band: bandScale(milestones.length, { from: SIDE.from, to: SIDE.to, gap: 0.52 }),
    value: valueScale(most, { top: BOX.top, bottom: BOX.bottom }),
    share: shareScale({ from, to: 100 }, { top: BOX.high, bottom: BOX.low }),
  }
}

/** How much of a milestone a part is, in the unit that is drawn. */
export const amountOf = ({ parts }: Pick<SeriesMilestone, 'parts'>, part: Part, unit: Unit): number =>
  unit === 'weight' ? parts[part].weight : parts[part].count

export type Box = { left: number; width: number; top: number; height: number }

/**
 * Where the parts of a column lie: completed at its foot, reprioritised at its head, what was not completed between them;
 * added later hangs from the head, at the right.
 */
export function boxesOf(
  milestone: SeriesMilestone,
  at: number,
  unit: Unit,
  { band, value }: Layout,
): Record<Part, Box> {
  const amount = (part: Part) => amountOf(milestone, part, unit)
  const [all, done, gone] = [amount('assigned'), amount('completed'), amount('reprioritised')]
  const [left, width] = [band.left(at), band.width]
  const between = (high: number, low: number) => ({
    left,
    width,
    top: value.y(high),
    height: value.y(low) - value.y(high),
  })
  const strip = width * STRIP
  return {
    assigned: between(all, 0),
    completed: between(done, 0),
    slipped: between(all - gone, done),
    reprioritised: between(all, all - gone),
    addedLater: { ...between(all, all - amount('addedLater')), left: left + width - strip, width: strip },
  }
}

/** From top to bottom, as the keys go through a column. */
export const ROWS: readonly Part[] = ['assigned', 'reprioritised', 'addedLater', 'slipped', 'completed']

/** What is pressed to open a part: assigned by its figures above the column; nothing where a part is empty. */
export function targetOf(
  part: Part,
  milestone: SeriesMilestone,
  boxes: Record<Part, Box>,
  { band }: Layout,
  at: number,
): Box | null {
  if (part === 'assigned') {
    const { top } = boxes.assigned
    return { left: band.middle(at) - band.step * 0.45, width: band.step * 0.9, top: top - 44, height: 40 }
  }
  if (milestone.parts[part].count === 0) return null
  const box = boxes[part]
  const isThin = box.height < LEAST
  return isThin ? { ...box, top: box.top - (LEAST - box.height) / 2, height: LEAST } : box
}
