import type { EventData, Recorded } from './events.ts'
import { FINDING_NAMES } from './findings.ts'
import { change, inOrder, picked } from './replay-maps.ts'
import { overrideKey } from './replay-capacity-state.ts'
import { removeFromPlanning } from './replay-planning.ts'
import { applyToClosing, removeOutcomes } from './replay-closing.ts'
import { removeFromPlan } from './replay-plan.ts'
import { isGoneWith, removeFromPushBacks } from './replay-push-backs.ts'
import { confirmationKey } from './replay-time-off.ts'
import { removeChangesOf, removeSandboxes } from './replay-sandboxes.ts'
import type { GroupState } from './replay-state.ts'
import { USUAL_SYNC } from './syncs/turn.ts'
import { USUAL_UPDATE_DAY } from './updates/owed.ts'

/** Facts that groups have of which the founding of older ones says nothing. */
const UNSTATED = {
  country: '',
  region: '',
  triageShare: 50,
  refinementDay: 1,
  refinementHour: 9,
  updateDay: USUAL_UPDATE_DAY,
  ...USUAL_SYNC,
  mix: null,
}

/** What an event makes of what is no issue's. */
export function applyToGroup(state: GroupState, event: Recorded, at: Date): void {
  switch (event.type) {
    case 'group.created':
      state.facts = { ...UNSTATED, ...event.data.facts }
      return
    case 'group.changed':
      if (state.facts) state.facts = { ...state.facts, ...event.data.to }
      return
    case 'report.counted':
      for (const { finding, ...count } of event.data.counts) {
        state.reportCounts.set(`${event.data.weekOn} ${finding}`, count)
      }
      return
    case 'sample.removed':
      return removeSample(state, event.data)
    case 'label.created': {
      const { id, sample: _, ...label } = event.data
      state.labels.set(id, label)
      return
    }
    case 'label.renamed':
      return change(state.labels, event.data.id, { title: event.data.to })
    case 'label.changed':
      return change(state.labels, event.data.id, picked(event.data.to, event.data.changed))
    case 'label.removed':
      state.labels.delete(event.data.id)
      return
    case 'milestone.created': {
      const { id, kind: _, ...milestone } = event.data
      state.milestones.set(id, { ...milestone, closedAt: null, frozenAt: null, goals: '', goalsVersion: 1 })
      return
    }
    case 'milestone.edited':
      return change(state.milestones, event.data.id, event.data.to)
    case 'milestone.goals_edited': {
      const { id, goals, version } = event.data
      return change(state.milestones, id, { goals: goals.to, goalsVersion: version })
    }
    case 'milestone.frozen':
    case 'milestone.closed':
    case 'milestone.reopened':
      return applyToClosing(state, event, at)
    case 'milestone.removed':
      state.milestones.delete(event.data.id)
      return
    default:
      applyToEpics(state, event, at)
  }
}

function applyToEpics(state: GroupState, event: Recorded, at: Date): void {
  switch (event.type) {
    case 'epic.created': {
      const { number, title, description, techLead } = event.data
      const epic = { number, title, description, techLead: techLead?.id ?? null }
      state.epics.set(number, { ...epic, offeredTo: null, version: 1, closedAt: null })
      return
    }
    case 'epic.edited': {
      const { number, title, description, version } = event.data
      const texts = { ...(title && { title: title.to }), ...(description && { description: description.to }) }
      return change(state.epics, number, { ...texts, version })
    }
    case 'epic.tech_lead_set':
      return change(state.epics, event.data.number, { techLead: event.data.to?.id ?? null })
    case 'epic.handed_over':
    case 'epic.hand_over_accepted':
      return change(state.epics, event.data.number, { techLead: event.data.to.id, offeredTo: null })
    case 'epic.hand_over_offered':
      return change(state.epics, event.data.number, { offeredTo: event.data.to.id })
    case 'epic.hand_over_declined':
    case 'epic.hand_over_withdrawn':
      return change(state.epics, event.data.number, { offeredTo: null })
    case 'epic.closed': {
      const closedAt = state.epics.get(event.data.number)?.closedAt ?? at
      return change(state.epics, event.data.number, { closedAt })
    }
    case 'epic.reopened':
      return change(state.epics, event.data.number, { closedAt: null })
    default:
      applyToBoards(state, event)
  }
}

function applyToBoards({ boards }: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'board.created':
      boards.set(Number(event.data.board.id), event.data.shape)
      return
    case 'board.edited': {
      // Its place in the list is told by events of its own.
      const { position: _, ...shape } = event.data.to
      return change(boards, Number(event.data.board.id), shape)
    }
    case 'board.placed':
      return inOrder(boards, event.data.order)
    case 'board.removed':
      boards.delete(Number(event.data.board.id))
      return
    default:
  }
}

type Gone = EventData<'sample.removed'>

function removeCapacity(state: GroupState, gone: NonNullable<Gone['capacity']>): void {
  for (const { team, weekOn } of gone.duties) state.duties.delete(`${team} ${weekOn}`)
  for (const one of gone.overrides) state.overrides.delete(overrideKey(one))
  for (const { milestone, person } of gone.confirmations) {
    state.confirmations.delete(confirmationKey(milestone, person))
  }
  for (const one of gone.lanes) state.lanes.delete(one)
}

function removeSample(state: GroupState, gone: Gone): void {
  const issues = new Set(gone.issues.map(String))
  for (const one of gone.issues) state.issues.delete(one)
  for (const one of gone.epics) state.epics.delete(one)
  for (const one of gone.milestones) state.milestones.delete(one)
  removeOutcomes(state, gone)
  for (const one of gone.labels) state.labels.delete(one)
  for (const one of gone.people) state.roles.delete(one)
  for (const { person, from } of gone.workingTimes ?? []) state.workingTimes.delete(`${person} ${from}`)
  for (const one of gone.daysOff ?? []) state.daysOff.delete(one)
  for (const one of gone.timeOff ?? []) state.timeOff.delete(one)
  for (const week of gone.reportCounts ?? []) {
    for (const finding of FINDING_NAMES) state.reportCounts.delete(`${week} ${finding}`)
  }
  if (gone.capacity) removeCapacity(state, gone.capacity)
  removeFromPlanning(state, { issues: new Set(gone.issues), epics: new Set(gone.epics) })
  removeFromPushBacks(state, isGoneWith(gone))
  for (const one of gone.pushBacks ?? []) state.pushBacks.delete(one)
  if (gone.plan) removeFromPlan(state, gone.plan)
  const sandboxes = new Set(gone.sandboxes)
  removeSandboxes(
    state,
    ({ milestone }, id) => sandboxes.has(id) || gone.milestones.includes(Number(milestone)),
  )
  removeChangesOf(state, issues)
  for (const link of state.links) {
    const [from = '', , to = ''] = link.split(' ')
    if (issues.has(from) || issues.has(to)) state.links.delete(link)
  }
}
