import type { OutcomeData, PointData } from './events/syncs.ts'
import type { Recorded } from './events.ts'
import type { AgendaEntry } from './syncs/agenda.ts'
import type { SyncState } from './syncs/next.ts'

export type HeldSync = {
  day: string
  state: SyncState
  /** By ids. */
  lead: string | null
  startedAt: Date | null
  endedAt: Date | null
  agenda: AgendaEntry[]
  over: string[]
  attended: string[]
}
type Written<T> = Omit<T, 'id'> & { by: string | null; at: Date }
export type OutcomeState = Written<Omit<OutcomeData, 'person'>> & { person: string | null }

/** What events tell of syncs, by id. */
export type SyncsState = {
  syncs: Map<number, HeldSync>
  syncPoints: Map<number, Written<PointData>>
  syncOutcomes: Map<number, OutcomeState>
}

export const emptySyncs = (): SyncsState => ({
  syncs: new Map(),
  syncPoints: new Map(),
  syncOutcomes: new Map(),
})

/** What an event makes of the syncs of a group, of the points that people add, and of what came of the items. */
export function applyToSyncs({ syncs, syncPoints, syncOutcomes }: SyncsState, event: Recorded): void {
  const { happenedAt: at, actorId: by } = event
  const set = (id: number, facts: Partial<HeldSync>) => {
    const known = syncs.get(id)
    if (known) syncs.set(id, { ...known, ...facts })
  }
  const takeUp = (sync: number) => {
    for (const one of syncOutcomes.values()) one.sync ??= sync
  }
  switch (event.type) {
    case 'sync.started': {
      const { id, day, lead, agenda } = event.data
      syncs.set(id, {
        day,
        state: 'running',
        lead: lead.id,
        startedAt: at,
        endedAt: null,
        agenda,
        over: [],
        attended: [],
      })
      return takeUp(id)
    }
    case 'sync.skipped': {
      const { id, day } = event.data
      syncs.set(id, {
        day,
        state: 'skipped',
        lead: by,
        startedAt: null,
        endedAt: at,
        agenda: [],
        over: [],
        attended: [],
      })
      return takeUp(id)
    }
    case 'sync.led':
      return set(event.data.id, { lead: event.data.to.id })
    case 'sync.ended': {
      const { id, agenda, over, attended } = event.data
      return set(id, { state: 'ended', endedAt: at, agenda, over, attended: attended.map((one) => one.id) })
    }
    case 'agenda.point_added': {
      const { id, text } = event.data
      syncPoints.set(id, { text, by, at })
      return
    }
    case 'agenda.point_removed':
      syncPoints.delete(event.data.id)
      return
    case 'agenda.recorded': {
      const { id, person, ...one } = event.data
      syncOutcomes.set(id, { ...one, person: person && person.id, by, at })
      return
    }
    case 'agenda.withdrawn':
      syncOutcomes.delete(event.data.id)
      return
    case 'sample.removed': {
      const { issues, epics, syncs: held = [], syncPoints: points = [] } = event.data
      const gone = { issue: new Set(issues), epic: new Set(epics) }
      for (const id of held) syncs.delete(id)
      for (const id of points) syncPoints.delete(id)
      for (const [id, { about, sync }] of syncOutcomes)
        if ((about && gone[about.kind].has(about.number)) || (sync !== null && held.includes(sync)))
          syncOutcomes.delete(id)
      return
    }
    default:
  }
}
