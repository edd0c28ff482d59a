import { belowOf, type Cut, cutLine, type Room, type Row } from './cut-line.ts'

/**
 * Where the cut line falls while the EM picks: what can be made has its room before all others, and the line is drawn
 * behind the last candidate that is picked or finds room, so that no pick lies below it. What is left above it without
 * room says so.
 *
 * @param picks all that is picked, also what a rule refuses; `made` of them take room, and refused ones none
 */
export function cutLineWith(
  rows: readonly Row[],
  { rooms, left }: { rooms: readonly Room[]; left: number },
  { picks, made }: { picks: ReadonlySet<number>; made: ReadonlySet<number> },
): Cut {
  const taken = new Map<string | null, number>()
  let all = 0
  for (const { ref, loads } of rows) {
    if (!made.has(ref)) continue
    for (const { team, weight } of loads) taken.set(team, (taken.get(team) ?? 0) + weight)
    all += loads.reduce((sum, { weight }) => sum + weight, 0)
  }
  const { over } = cutLine(
    rows.filter(({ ref }) => !picks.has(ref)),
    rooms.map((room) => ({ ...room, left: round(room.left - (taken.get(room.team) ?? 0)) })),
    round(left - all),
  )
  return { over, below: new Set(belowOf(rows, over, picks)) }
}

const round = (weight: number): number => Math.round(weight * 100) / 100
