import { type State, STATES } from '../workflow.ts'

/** Where an issue is: in a state of the workflow, in `none` of them, or closed. */
export type Stage = State | 'none' | 'closed'

/** Instants in milliseconds; `to` is null while it lasts. */
export type Span = { from: number; to: number | null }

/** What an issue went through: when it was closed, and which states its labels said, by what these labels mean now. */
export type History = {
  createdAt: number
  closed: readonly Span[]
  states: readonly (Span & { state: State })[]
}

export type Stay = { stage: Stage; from: number; to: number }

/**
 * The stays of an issue one after the other, from its creation until `now`: each begins where the one before ends. While it
 * is closed no state counts. Of two states at once, which an import may bring, blocked counts, or else the later one.
 */
export function staysOf({ createdAt, closed, states }: History, now: number): Stay[] {
  if (createdAt > now) return []
  const stays: Stay[] = []
  for (const from of turnsOf(createdAt, now, closed, states)) {
    const stage = stageIn(closed, states, from)
    const last = stays.at(-1)
    if (last) last.to = from
    if (last?.stage !== stage) stays.push({ stage, from, to: now })
  }
  const last = stays.at(-1)
  if (last) last.to = now
  return stays
}

/** The moments at which anything may change, from the first on, in order. */
function turnsOf(first: number, last: number, ...lists: (readonly Span[])[]): number[] {
  const turns = [first]
  for (const spans of lists)
    for (const { from, to } of spans) {
      if (from > first && from <= last) turns.push(from)
      if (to !== null && to > first && to <= last) turns.push(to)
    }
  return turns.toSorted((a, b) => a - b)
}

function stageIn(closed: History['closed'], states: History['states'], moment: number): Stage {
  if (closed.some((one) => holds(one, moment))) return 'closed'
  let stage: Stage = 'none'
  for (const one of states) {
    if (
      holds(one, moment) &&
      stage !== 'blocked' &&
      (one.state === 'blocked' || placeOf(one.state) > placeOf(stage))
    )
      stage = one.state
  }
  return stage
}

const holds = ({ from, to }: Span, moment: number) => from <= moment && (to === null || moment < to)

const PLACES: ReadonlyMap<Stage, number> = new Map(STATES.map((state, place) => [state, place]))
const placeOf = (stage: Stage): number => PLACES.get(stage) ?? -1

/** Where it is at an instant; null before its creation. */
export function stageAt(stays: readonly Stay[], moment: number): Stage | null {
  return stays.findLast(({ from }) => from <= moment)?.stage ?? null
}
