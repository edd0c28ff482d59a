import type { EventType, Recorded } from './events.ts'
import { applyToGroup } from './replay-group.ts'
import { applyToBuild, forgetGone, mistakesIn } from './replay-build.ts'
import { applyToCapacity } from './replay-capacity.ts'
import { applyRest, applySpread, applyToIssue } from './replay-issues.ts'
import { applyToModels } from './replay-models.ts'
import { applyToPlanning } from './replay-planning.ts'
import { applyToCadence } from './replay-cadence.ts'
import { applyToHands } from './replay-hands.ts'
import { applyToPlan } from './replay-plan.ts'
import { applyToPeople } from './replay-people.ts'
import { applyToPushBacks } from './replay-push-backs.ts'
import { applyReopened, applyToTimeOff } from './replay-time-off.ts'
import { applyToRetrospectives } from './replay-retrospectives.ts'
import { applyToSandboxes } from './replay-sandboxes.ts'
import { applyToSyncs } from './replay-syncs.ts'
import { applyToUpdates } from './replay-updates.ts'
import { emptyGroup, type GroupState } from './replay-state.ts'
import { type Bound, statusAmong } from './undone-events.ts'

type Options = {
  /** What was so at this moment, by all that is known since; without it, what is so now. */
  until?: Date
  /** Further events that may have taken back some of these: a caller that replays a part of the ledger names them. */
  bonds?: readonly Bound[]
}

/**
 * What the ledger of a group means: the definition of what was so, at any moment, by which the tables are judged. Events
 * are told in the order in which they happened; of one moment, in the order in which they were learned. What was taken
 * back did not happen: it is left out, and so is what took it back, but for what that changed beside.
 */
export function replay(events: readonly Recorded[], { until, bonds = [] }: Options = {}): GroupState {
  const statusOf = statusAmong([...bonds, ...events])
  const state = emptyGroup()
  state.build.mistakes = mistakesIn(events, (event) => statusOf(event) === 'counts')
  for (const event of inTime(events)) {
    if (until && event.happenedAt > until) break
    // Neighbours that were spread anew keep their ranks, whatever became of the move that asked for it.
    if (event.type === 'issue.ranked' || event.type === 'issue.moved') applySpread(state, event.data)
    const status = statusOf(event)
    if (status === 'counts' || (status === 'undoes' && ORDERS.has(event.type))) apply(state, event)
    else if (status === 'undoes') {
      applyRest(state, event)
      applyReopened(state, event)
    }
  }
  forgetGone(state)
  return state
}

/** Tell a whole order as it is then: what came into it or left it meanwhile is where it lies. So is a board that came back, until it goes again. */
const ORDERS = new Set<EventType>([
  'board.created',
  'board.removed',
  'board.placed',
  'team.placed',
  'scope_area.moved',
])

function apply(state: GroupState, event: Recorded): void {
  applyFacts(state, event)
  applyToBuild(state, event)
}

function applyFacts(state: GroupState, event: Recorded): void {
  applyToPlanning(state, event)
  applyToUpdates(state, event)
  applyToPushBacks(state, event)
  applyToHands(state, event)
  applyToCadence(state, event)
  applyToSyncs(state, event)
  if (event.issue !== null) return applyToIssue(state, event, event.issue)
  applyToGroup(state, event, event.happenedAt)
  applyToPeople(state, event)
  applyToTimeOff(state, event)
  applyToCapacity(state, event)
  applyToPlan(state, event)
  applyToModels(state, event)
  applyToRetrospectives(state, event)
  applyToSandboxes(state, event)
}

const inTime = (events: readonly Recorded[]): Recorded[] =>
  events.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime() || a.number - b.number)
