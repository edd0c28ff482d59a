import type { ClosedData } from './events/milestones.ts'
import type { Recorded } from './events.ts'
import { change } from './replay-maps.ts'
import type { GroupState } from './replay-state.ts'

const keyOf = (milestone: number, issue: number): string => `${milestone} ${issue}`

type Closing = Extract<Recorded, { type: 'milestone.frozen' | 'milestone.closed' | 'milestone.reopened' }>

/** What was frozen of a milestone, what its closing added, and what its reopening takes away. */
export function applyToClosing(state: GroupState, event: Closing, at: Date): void {
  const { id } = event.data
  switch (event.type) {
    case 'milestone.frozen': {
      const frozenAt = new Date(event.data.frozenAt)
      change(state.milestones, id, { frozenAt })
      for (const { ref, ...outcome } of event.data.issues)
        state.outcomes.set(keyOf(id, ref), { ...outcome, frozenAt })
      return
    }
    case 'milestone.closed': {
      const { slips, issues } = event.data
      change(state.milestones, id, { closedAt: at })
      if (issues) closedAtOnce(state, id, issues, at)
      for (const { ref, ...slip } of slips ?? []) state.slips.set(keyOf(id, ref), { ...slip, closedAt: at })
      return
    }
    default: {
      const unfrozen = event.data.unfrozen ?? true
      change(state.milestones, id, { closedAt: null, ...(unfrozen ? { frozenAt: null } : {}) })
      const isIts = (milestone: number) => milestone === id
      removeWhere(state.slips, isIts)
      if (unfrozen) removeWhere(state.outcomes, isIts)
    }
  }
}

/** Before freezing was an event of its own, the closing froze: by then some of it was not written down: the weight at first is taken for that of the end. */
function closedAtOnce(state: GroupState, id: number, issues: readonly ClosedData[], at: Date): void {
  change(state.milestones, id, { frozenAt: at })
  for (const { ref, destination, slip, ...outcome } of issues) {
    const onBoard = outcome.outcome === 'completed' || destination !== null
    state.outcomes.set(keyOf(id, ref), {
      ...outcome,
      firstWeight: outcome.weight,
      type: null,
      onBoard,
      frozenAt: at,
    })
    if (destination || slip) state.slips.set(keyOf(id, ref), { destination, slip, closedAt: at })
  }
}

/** Outcomes go with their issues and milestones. */
export function removeOutcomes(
  state: GroupState,
  { issues, milestones }: { issues: readonly number[]; milestones: readonly number[] },
): void {
  const gone = { issues: new Set(issues), milestones: new Set(milestones) }
  for (const rows of [state.outcomes, state.slips])
    removeWhere(rows, (milestone, issue) => gone.milestones.has(milestone) || gone.issues.has(issue))
}

function removeWhere(
  rows: Map<string, unknown>,
  isGone: (milestone: number, issue: number) => boolean,
): void {
  for (const key of rows.keys()) {
    const [milestone = 0, issue = 0] = key.split(' ').map(Number)
    if (isGone(milestone, issue)) rows.delete(key)
  }
}
