import type { Recorded } from './events.ts'
import { change, inOrder, picked } from './replay-maps.ts'
import type { GroupState } from './replay-state.ts'

/** What an event makes of what is no issue's. */
export function applyToGroup(state: GroupState, event: Recorded, at: Date): void {
  switch (event.type) {
    case 'group.created':
      state.facts = event.data.facts
      return
    case 'group.changed':
      if (state.facts) state.facts = { ...state.facts, ...event.data.to }
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
      state.milestones.set(id, { ...milestone, closedAt: null })
      return
    }
    case 'milestone.edited':
      return change(state.milestones, event.data.id, event.data.to)
    case 'milestone.closed': {
      const closedAt = state.milestones.get(event.data.id)?.closedAt ?? at
      return change(state.milestones, event.data.id, { closedAt })
    }
    case 'milestone.reopened':
      return change(state.milestones, event.data.id, { closedAt: null })
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
      state.epics.set(number, { ...epic, version: 1, closedAt: null })
      return
    }
    case 'epic.edited': {
      const { number, title, description, version } = event.data
      const texts = { ...(title && { title: title.to }), ...(description && { description: description.to }) }
      return change(state.epics, number, { ...texts, version })
    }
    case 'epic.tech_lead_set':
      return change(state.epics, event.data.number, { techLead: event.data.to?.id ?? null })
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

type Gone = { issues: number[]; epics: number[]; milestones: number[]; labels: number[]; people: string[] }

function removeSample(state: GroupState, gone: Gone): void {
  const issues = new Set(gone.issues.map(String))
  for (const one of gone.issues) state.issues.delete(one)
  for (const one of gone.epics) state.epics.delete(one)
  for (const one of gone.milestones) state.milestones.delete(one)
  for (const one of gone.labels) state.labels.delete(one)
  for (const one of gone.people) state.roles.delete(one)
  for (const link of state.links) {
    const [from = '', , to = ''] = link.split(' ')
    if (issues.has(from) || issues.has(to)) state.links.delete(link)
  }
}
