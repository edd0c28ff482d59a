import { syncLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PersonRef } from '../event-refs.ts'
import type { AgendaEntry, AgendaReason } from '../syncs/agenda.ts'
import { OUTCOME_TITLES, outcomeText, type SyncOutcome } from '../syncs/outcomes.ts'
import { named } from '../telling.ts'
import { event, lasting, reason } from './row.ts'

type SyncRef = { id: number; day: PlainDate }

/** What came of an item, with what stood on the agenda of it. */
export type OutcomeData = {
  id: number
  /** Null for what was settled before a sync; the next one takes it up. */
  sync: number | null
  item: string
  about: { kind: 'issue' | 'epic'; number: number } | null
  /** Why it was on the agenda. */
  reason: AgendaReason
  kind: SyncOutcome
  person: PersonRef | null
  day: PlainDate | null
  text: string
}
export type PointData = { id: number; text: string }

const outcomeThings = ({ id }: { id: number }) => [`sync outcome ${id}`]
const on = ({ about, item }: OutcomeData, it: string): string => {
  if (about) return about.kind === 'epic' ? `the epic &${about.number}` : it
  return item.startsWith('hand-') ? 'a hand' : item.startsWith('push-back-') ? 'a push-back' : 'a point'
}

export const syncEvents = {
  'sync.started': lasting<SyncRef & { lead: PersonRef; agenda: AgendaEntry[] }>({
    sentence: ({ day, agenda }) =>
      `started the weekly sync of ${day} with ${agenda.length === 1 ? '1 item' : `${agenda.length} items`}`,
    things: ({ id }) => [`sync ${id}`],
    never: 'The sync is under way. End it instead.',
  }),
  'sync.skipped': lasting<SyncRef>({
    sentence: ({ day }) => `skipped the weekly sync of ${day}`,
    things: ({ id }) => [`sync ${id}`],
    never: 'The week is recorded. Start the sync all the same.',
  }),
  'sync.led': lasting<SyncRef & { from: PersonRef | null; to: PersonRef }>({
    sentence: ({ to, day }) => `made ${to.name} the lead of the weekly sync of ${day}`,
    things: ({ id }) => [`sync ${id} lead`],
    never: 'The others follow by now. Choose another lead instead.',
  }),
  /** Tells those who were not there; the minutes are theirs as well. */
  'sync.ended': lasting<
    SyncRef & { agenda: AgendaEntry[]; over: string[]; attended: PersonRef[]; absent: PersonRef[] }
  >({
    sentence: ({ day, attended }) =>
      `ended the weekly sync of ${day}${attended.length === 0 ? '' : ` with ${attended.length} present`}`,
    things: ({ id }) => [`sync ${id}`],
    tells: ({ absent }) =>
      named(
        'informed',
        absent.map(({ id }) => id),
      ),
    page: ({ group }, { id }) => syncLink(group, id),
    never: 'The members who were absent have been told. Add to its items instead.',
  }),
  'agenda.point_added': event<PointData>({
    sentence: ({ text }) => `added a point to the agenda of the sync${reason(text)}`,
    things: ({ id }) => [`sync point ${id}`],
  }),
  'agenda.point_removed': event<PointData>({
    sentence: ({ text }) => `removed a point from the agenda of the sync${reason(text)}`,
    things: ({ id }) => [`sync point ${id}`],
  }),
  'agenda.recorded': event<OutcomeData>({
    sentence: ({ person, ...one }, it) => {
      const text = outcomeText({ ...one, person: person && person.name })
      return `recorded “${OUTCOME_TITLES[one.kind]}” on ${on({ person, ...one }, it)} for the sync${reason(text)}`
    },
    things: outcomeThings,
    tells: ({ kind, person, about }) =>
      named('asked', kind === 'unblock' && person && about ? [person.id] : []),
  }),
  'agenda.withdrawn': event<OutcomeData>({
    sentence: (data, it) => `withdrew “${OUTCOME_TITLES[data.kind]}” on ${on(data, it)} from the sync`,
    things: outcomeThings,
  }),
}
