import type { Said, UpdateData } from './events/updates.ts'
import type { Recorded } from './events.ts'

type SubjectOf = UpdateData['subject']

export type UpdateState = Omit<UpdateData, 'id' | 'author' | 'milestone'> & {
  /** By id. */
  author: string
  milestone: string | null
  postedAt: Date
}

/** What events tell of status updates, by id. */
export type UpdatesState = { updates: Map<number, UpdateState> }

export const emptyUpdates = (): UpdatesState => ({ updates: new Map() })

const textsOf = ({ progress, blockers, next, confidence, author }: Said) => ({
  progress,
  blockers,
  next,
  confidence,
  author: author.id,
})

/** What an event makes of the status updates of issues and epics. */
export function applyToUpdates({ updates }: UpdatesState, event: Recorded): void {
  switch (event.type) {
    case 'update.posted': {
      const { id, subject, week, milestone } = event.data
      const about = { subject, week, milestone: milestone?.id ?? null }
      updates.set(id, { ...textsOf(event.data), ...about, postedAt: event.happenedAt })
      return
    }
    case 'update.changed': {
      const known = updates.get(event.data.id)
      if (known) updates.set(event.data.id, { ...known, ...textsOf(event.data.to) })
      return
    }
    case 'update.withdrawn':
      updates.delete(event.data.id)
      return
    case 'milestone.removed':
      return removeMilestones({ updates }, new Set([String(event.data.id)]))
    case 'sample.removed': {
      const gone = { issue: new Set(event.data.issues), epic: new Set(event.data.epics) }
      removeUpdatesOf({ updates }, ({ kind, number }) => gone[kind].has(number))
      return removeMilestones({ updates }, new Set(event.data.milestones.map(String)))
    }
    default:
  }
}

/** Updates go with what they are about. */
function removeUpdatesOf({ updates }: UpdatesState, isGone: (subject: SubjectOf) => boolean): void {
  for (const [id, { subject }] of updates) if (isGone(subject)) updates.delete(id)
}

/** A milestone that goes leaves what was said. */
function removeMilestones({ updates }: UpdatesState, gone: ReadonlySet<string>): void {
  for (const [id, update] of updates) {
    if (update.milestone !== null && gone.has(update.milestone))
      updates.set(id, { ...update, milestone: null })
  }
}
