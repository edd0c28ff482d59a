/** Whose capacity something takes: `null` stands for what belongs to no team. In weight, to a hundredth. */
export type Part = { team: string | null; weight: number }
/** By rank. `committed` has its room already: a Deliverable. */
export type Row = { ref: number; loads: readonly Part[]; committed: boolean }
/** What is left of it beside what is committed, in weight; negative where more is committed than there is. */
export type Room = { team: string; name: string; left: number }

export type Over = { team: string | null; by: number; text: string }
export type Cut = {
  /** What finds no room in its team, by number. */
  over: Map<number, Over>
  /** What lies below the line. */
  below: Set<number>
}

/**
 * Handbook › Planning Board: "It can be overloaded with issues; the excess is moved". By rank, each candidate takes its share
 * of its team; where a team is full its own line is passed, by the rule of the waterline of a board. The cut line is drawn
 * where the next candidate fits in no team: behind the last one that does. Without any room known there is no line.
 *
 * @param left of all teams together, for what belongs to none
 */
export function cutLine(rows: readonly Row[], rooms: readonly Room[], left: number): Cut {
  const over = new Map<number, Over>()
  if (rooms.length === 0) return { over, below: new Set() }
  const names = new Map(rooms.map((room) => [room.team, room]))
  const taken = new Map<string, number>()
  let all = 0
  for (const { ref, loads, committed } of rows) {
    if (committed) continue
    const overs: Over[] = []
    for (const { team, weight } of loads) {
      const room = team === null ? undefined : names.get(team)
      const before = room ? (taken.get(room.team) ?? 0) : all
      const limit = Math.max(0, room ? room.left : left)
      const after = round(before + weight)
      if (room) taken.set(room.team, after)
      if (after > limit || before >= limit) overs.push(overOf(room ?? null, round(after - limit)))
    }
    all = round(all + loads.reduce((sum, { weight }) => sum + weight, 0))
    const [most] = overs.toSorted((a, b) => b.by - a.by)
    if (most) over.set(ref, most)
  }
  return { over, below: new Set(belowOf(rows, over)) }
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Behind the last candidate that finds room or is picked. What has no weight fits anywhere, so it holds no line: at the end
 * it lies below.
 */
export function belowOf(
  rows: readonly Row[],
  over: ReadonlyMap<number, Over>,
  picks: ReadonlySet<number> = NONE,
): number[] {
  if (over.size === 0) return []
  const last = rows.findLastIndex(
    ({ ref, committed, loads }) =>
      picks.has(ref) || (!committed && !over.has(ref) && loads.some(({ weight }) => weight > 0)),
  )
  return rows.slice(last + 1).flatMap(({ ref, committed }) => (committed ? [] : [ref]))
}

function overOf(room: Room | null, by: number): Over {
  const name = room?.name ?? 'The group'
  return { team: room?.team ?? null, by, text: by > 0 ? `${name} over by ${by}` : `${name} is full` }
}

const round = (weight: number): number => Math.round(weight * 100) / 100
