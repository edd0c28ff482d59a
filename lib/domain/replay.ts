import type { EventType, Recorded } from './events.ts'
import { applyToGroup } from './replay-group.ts'
import { applyRest, applySpread, applyToIssue } from './replay-issues.ts'
import { applyToPeople } from './replay-people.ts'
import { emptyGroup, type GroupState } from './replay-state.ts'
import { type Bound, fateAmong } from './taken-back.ts'

type Options = {
  /** What was so at this moment, by all that is known since; without it, what is so now. */
  until?: Date
  /** Further events that may have taken back some of these: whoever replays a part of the ledger names them. */
  bonds?: readonly Bound[]
}

/**
 * What the ledger of a group means: the definition of what was so, at any moment, by which the tables are judged. Events
 * are told in the order in which they happened; of one moment, in the order in which they were learned. What was taken
 * back did not happen: it is left out, and so is what took it back, but for what that changed beside.
 */
export function replay(events: readonly Recorded[], { until, bonds = [] }: Options = {}): GroupState {
  const fateOf = fateAmong([...bonds, ...events])
  const state = emptyGroup()
  for (const event of inTime(events)) {
    if (until && event.happenedAt > until) break
    // Neighbours that were spread anew keep their ranks, whatever became of the move that asked for it.
    if (event.type === 'issue.ranked' || event.type === 'issue.moved') applySpread(state, event.data)
    const fate = fateOf(event)
    if (fate === 'counts' || (fate === 'undoes' && ORDERS.has(event.type))) apply(state, event)
    else if (fate === 'undoes') applyRest(state, event)
  }
  return state
}

/** Tell a whole order as it is then: what came into it or left it meanwhile is where it lies. So is a board that came back. */
const ORDERS = new Set<EventType>(['board.created', 'board.placed', 'team.placed', 'scope_area.moved'])

function apply(state: GroupState, event: Recorded): void {
  if (event.issue !== null) return applyToIssue(state, event, event.issue)
  applyToGroup(state, event, event.happenedAt)
  applyToPeople(state, event)
}

const inTime = (events: readonly Recorded[]): Recorded[] =>
  events.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime() || a.number - b.number)
