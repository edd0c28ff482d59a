import type { Recorded } from './events.ts'
import type { ActionFacts, SaidPoint } from './events/retrospectives.ts'
import { change } from './replay-maps.ts'
import type { ActionState } from './retrospectives/actions.ts'
import type { Minutes } from './retrospectives/facts.ts'
import type { Month } from './retrospectives/months.ts'

type By = string | null
export type PointState = {
  author: By
  /** Null while it is hidden: no event tells of it before. */
  said: (Omit<SaidPoint, 'to'> & { to: string | null }) | null
  /** Ids of those who voted for it. */
  votes: Set<string>
}
export type RetrospectiveState = {
  begunBy: By
  openedBy: By
  closedBy: By
  stage: 'writing' | 'open' | 'closed'
  minutes: Minutes | null
  points: Map<number, PointState>
}
export type RetrospectiveActionState = Omit<ActionFacts, 'owner'> & {
  month: Month
  owner: string
  state: ActionState
  endedBy: By
}

/** Retrospectives by their month, actions by id. */
export type RetrospectivesState = {
  retrospectives: Map<Month, RetrospectiveState>
  retrospectiveActions: Map<number, RetrospectiveActionState>
}

export const emptyRetrospectives = (): RetrospectivesState => ({
  retrospectives: new Map(),
  retrospectiveActions: new Map(),
})

const kept = (said: SaidPoint | null): PointState['said'] =>
  said && { kind: said.kind, text: said.text, to: said.to?.id ?? null }

/** What an event makes of the retrospectives. */
export function applyToRetrospectives(state: RetrospectivesState, event: Recorded): void {
  const { retrospectives: all } = state
  switch (event.type) {
    case 'retrospective.begun': {
      const nothingYet = { openedBy: null, closedBy: null, minutes: null, points: new Map() }
      all.set(event.data.id, { begunBy: event.data.by.id, stage: 'writing', ...nothingYet })
      return
    }
    case 'retrospective.removed':
      all.delete(event.data.id)
      return
    case 'retrospective.opened': {
      const { id, by, points } = event.data
      const one = all.get(id)
      if (!one) return
      all.set(id, { ...one, stage: 'open', openedBy: by.id })
      for (const { point, author, ...said } of points) {
        one.points.set(point, { votes: new Set(), ...one.points.get(point), author, said: kept(said) })
      }
      return
    }
    case 'retrospective.hidden':
      return changeOne(all, event.data.id, { stage: 'writing', openedBy: null })
    case 'retrospective.closed': {
      const { id, by, minutes } = event.data
      return changeOne(all, id, { stage: 'closed', closedBy: by.id, minutes })
    }
    case 'retrospective.reopened':
      return changeOne(all, event.data.id, { stage: 'open', closedBy: null, minutes: null })
    case 'sample.removed':
      for (const month of event.data.retrospectives ?? []) {
        all.delete(month)
        for (const [id, one] of state.retrospectiveActions)
          if (one.month === month) state.retrospectiveActions.delete(id)
      }
      return
    default:
      applyToPoints(state, event)
      applyToActions(state, event)
  }
}

function changeOne(all: Map<Month, RetrospectiveState>, id: Month, facts: Partial<RetrospectiveState>): void {
  const known = all.get(id)
  if (known) all.set(id, { ...known, ...facts })
}

function applyToPoints({ retrospectives }: RetrospectivesState, event: Recorded): void {
  const by = event.actorId
  switch (event.type) {
    case 'retrospective.point_added': {
      const { id, point, said } = event.data
      retrospectives.get(id)?.points.set(point, { author: by, said: kept(said), votes: new Set() })
      return
    }
    case 'retrospective.point_withdrawn':
      retrospectives.get(event.data.id)?.points.delete(event.data.point)
      return
    case 'retrospective.point_reworded': {
      const { id, from, to } = event.data
      const points = retrospectives.get(id)?.points
      points?.delete(from)
      points?.set(to, { author: by, said: null, votes: new Set() })
      return
    }
    case 'retrospective.voted':
      if (by !== null) retrospectives.get(event.data.id)?.points.get(event.data.point)?.votes.add(by)
      return
    case 'retrospective.vote_withdrawn':
      if (by !== null) retrospectives.get(event.data.id)?.points.get(event.data.point)?.votes.delete(by)
      return
    default:
  }
}

function applyToActions({ retrospectiveActions: actions }: RetrospectivesState, event: Recorded): void {
  switch (event.type) {
    case 'retrospective.action_added': {
      const { id: month, action, text, owner, dueOn } = event.data
      actions.set(action, { month, text, owner: owner.id, dueOn, state: 'open', endedBy: null })
      return
    }
    case 'retrospective.action_removed':
      actions.delete(event.data.action)
      return
    case 'retrospective.action_changed': {
      const { text, owner, dueOn } = event.data.to
      return change(actions, event.data.action, { text, owner: owner.id, dueOn })
    }
    case 'retrospective.action_turned': {
      const { action, to: state } = event.data
      return change(actions, action, { state, endedBy: state === 'open' ? null : event.actorId })
    }
    default:
  }
}
