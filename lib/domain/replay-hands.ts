import type { HandData } from './events/hands.ts'
import type { Recorded } from './events.ts'

export type HandState = Omit<HandData, 'id' | 'person'> & {
  /** By id. */
  person: string
  raisedAt: Date
  helper: string | null
  helpedAt: Date | null
  how: string | null
  loweredBy: string | null
  loweredAt: Date | null
}

/** What events tell of hands, by id. */
export type HandsState = { hands: Map<number, HandState> }

export const emptyHands = (): HandsState => ({ hands: new Map() })

/** What an event makes of the hands that were raised. */
export function applyToHands({ hands }: HandsState, event: Recorded): void {
  const set = (id: number, facts: Partial<HandState>) => {
    const known = hands.get(id)
    if (known) hands.set(id, { ...known, ...facts })
  }
  switch (event.type) {
    case 'hand.raised': {
      const { id, person, ...facts } = event.data
      const nothingYet = { helper: null, helpedAt: null, how: null, loweredBy: null, loweredAt: null }
      hands.set(id, { ...facts, person: person.id, raisedAt: event.happenedAt, ...nothingYet })
      return
    }
    case 'hand.removed':
      hands.delete(event.data.id)
      return
    case 'hand.helped':
      return set(event.data.id, { helper: event.data.helper.id, helpedAt: event.happenedAt })
    case 'hand.help_withdrawn':
      return set(event.data.id, { helper: null, helpedAt: null })
    case 'hand.lowered':
      return set(event.data.id, {
        how: event.data.how,
        loweredBy: event.actorId,
        loweredAt: event.happenedAt,
      })
    case 'hand.reopened':
      return set(event.data.id, { how: null, loweredBy: null, loweredAt: null })
    case 'sample.removed': {
      const gone = { issue: new Set(event.data.issues), epic: new Set(event.data.epics) }
      for (const [id, { about }] of hands) if (about && gone[about.kind].has(about.number)) hands.delete(id)
      return
    }
    default:
  }
}
