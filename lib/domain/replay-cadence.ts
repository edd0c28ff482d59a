import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { ActivityKind, Period } from './cadence/activities.ts'
import type { Recorded } from './events.ts'
import type {
  ActivityData,
  OccurrenceData,
  OccurrenceOn,
  ShareData,
  WholeActivity,
} from './events/activities.ts'
import type { CallData, WholeCall } from './events/calls.ts'
import { change } from './replay-maps.ts'

export type ActivityState = {
  name: string
  kind: ActivityKind
  owner: string | null
  rhythms: Period[]
  share: { state: string; group: number; theirs: number | null } | null
  /** By day. */
  occurrences: Map<PlainDate, Omit<OccurrenceData, 'by'> & { by: string }>
}
export type CallState = Omit<CallData, 'people'> & {
  about: WholeCall['about']
  by: string | null
  at: string
  /** By id. */
  people: string[]
}
export type CadenceState = { activities: Map<number, ActivityState>; calls: Map<number, CallState> }

export const emptyCadence = (): CadenceState => ({ activities: new Map(), calls: new Map() })

const shared = (share: ShareData | null) =>
  share && { state: share.state, group: share.group.id, theirs: share.theirs }
const facts = ({ name, owner, rhythms }: ActivityData) => ({ name, owner: owner?.id ?? null, rhythms })
const occurrence = ({ by, ...one }: OccurrenceData) => ({ ...one, by: by.id })
const byDay = (all: readonly OccurrenceOn[]) =>
  new Map(all.map(({ day, ...one }) => [day, occurrence(one)] as const))

const added = ({ kind, occurrences, share, ...data }: WholeActivity): ActivityState => ({
  ...facts(data),
  kind,
  share: shared(share),
  occurrences: byDay(occurrences),
})
const call = ({ people, ...data }: CallData) => ({ ...data, people: people.map(({ id }) => id).toSorted() })

/** What an event makes of the activities of a group, and of the calls noted on its work. */
export function applyToCadence({ activities, calls }: CadenceState, event: Recorded): void {
  switch (event.type) {
    case 'activity.added':
    case 'activity.offered':
      activities.set(event.data.id, added(event.data))
      return
    case 'activity.edited':
      return change(activities, event.data.id, facts(event.data.to))
    case 'activity.removed':
    case 'activity.withdrawn':
      activities.delete(event.data.id)
      return
    case 'activity.recorded': {
      const { id, day, to } = event.data
      const known = activities.get(id)?.occurrences
      if (to === null) known?.delete(day)
      else known?.set(day, occurrence(to))
      return
    }
    case 'activity.share_set':
      return change(activities, event.data.id, { share: shared(event.data.to) })
    case 'activity.joined': {
      const { id, owner, share, occurrences } = event.data
      const joined = { owner: owner?.id ?? null, share: shared(share), occurrences: byDay(occurrences) }
      return change(activities, id, joined)
    }
    case 'call.noted': {
      const { id, about, by, at, ...data } = event.data
      calls.set(id, { ...call(data), about, by: by?.id ?? null, at })
      return
    }
    case 'call.edited':
      return change(calls, event.data.id, call(event.data.to))
    case 'call.removed':
      calls.delete(event.data.id)
      return
    case 'sample.removed': {
      for (const id of event.data.activities ?? []) activities.delete(id)
      const gone = { issue: new Set(event.data.issues), epic: new Set(event.data.epics) }
      for (const [id, { about }] of calls) if (gone[about.kind].has(about.number)) calls.delete(id)
      return
    }
    default:
  }
}
