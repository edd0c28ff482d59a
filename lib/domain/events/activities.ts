import { cadenceLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { type ActivityKind, type Period, rhythmText, type ShareState } from '../cadence/activities.ts'
import type { RecordedState } from '../cadence/occurrences.ts'
import { changed } from '../changed.ts'
import type { Change, PersonRef } from '../event-refs.ts'
import { event, lasting, reason } from './row.ts'

export type ActivityData = { name: string; owner: PersonRef | null; rhythms: Period[] }
/** Who recorded it is a person of this group or of the counterpart group; `at` in ISO 8601. */
export type OccurrenceData = { state: RecordedState; note: string; link: string; by: PersonRef; at: string }
export type OccurrenceOn = OccurrenceData & { day: PlainDate }
/** `theirs` is the activity as the counterpart group has it. */
export type ShareData = { state: ShareState; group: { id: number; name: string }; theirs: number | null }
/** All that is known of an activity, so that one that was removed comes back as it was. */
export type WholeActivity = ActivityData & {
  id: number
  kind: ActivityKind
  occurrences: OccurrenceOn[]
  share: ShareData | null
}
type Named = { id: number; name: string }

const facts = ({ id }: { id: number }) => [`activity ${id} facts`]
const page = ({ group }: { group: string }, { id }: { id: number }) => cadenceLink(group, id)
const latest = (rhythms: readonly Period[]): string => {
  const last = rhythms.at(-1)
  const text = last ? rhythmText(last) : 'Never'
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export const activityEvents = {
  'activity.added': event<WholeActivity>({
    sentence: ({ name, rhythms }) => `added the activity “${name}”, ${latest(rhythms)}`,
    things: ({ id }) => [`activity ${id}`],
  }),
  'activity.edited': event<Change<ActivityData> & { id: number }>({
    sentence: ({ from, to }) => {
      if (from.name !== to.name) return `renamed the activity “${from.name}” to “${to.name}”`
      if (from.owner?.id !== to.owner?.id)
        return changed('owner', from.owner?.name, to.owner?.name, `the activity “${to.name}”`)
      return changed('rhythm', latest(from.rhythms), latest(to.rhythms), `the activity “${to.name}”`)
    },
    things: facts,
  }),
  'activity.removed': event<WholeActivity>({
    sentence: ({ name }) => `removed the activity “${name}”`,
    things: ({ id }) => [`activity ${id}`],
  }),
  'activity.recorded': event<Named & { day: PlainDate } & Change<OccurrenceData | null>>({
    sentence: ({ name, day, to }) => {
      if (to === null) return `withdrew what was recorded of “${name}” on ${day}`
      const what = to.state === 'happened' ? `recorded that “${name}” happened on` : `skipped “${name}” on`
      return `${what} ${day}${reason(to.note)}`
    },
    things: ({ id, day }) => [`activity ${id} ${day}`],
  }),
  /** An occurrence went by, and was neither recorded nor skipped. */
  'activity.reminded': lasting<Named & { day: PlainDate; owner: PersonRef | null }>({
    sentence: ({ name, day, owner }) =>
      `asked ${owner ? owner.name : 'the engineering manager'} whether “${name}” happened on ${day}`,
    tells: ({ owner }) => ({
      named: owner ? [{ person: owner.id, kind: 'reminder' }] : [],
      all: owner ? [] : [{ role: 'em', kind: 'reminder' }],
      watchers: false,
    }),
    page,
    never: 'The reminder was sent. Record the activity instead.',
  }),
  'activity.share_set': lasting<Named & Change<ShareData | null>>({
    sentence: ({ name, from, to }) => {
      if (to === null) return `ended sharing “${name}” with ${from?.group.name ?? 'the counterpart group'}`
      if (to.state === 'declined') return `declined to share “${name}”, for ${to.group.name}`
      if (to.state === 'hosts') return `accepted to share “${name}”, for ${to.group.name}`
      return `asked ${to.group.name} to share “${name}”`
    },
    tells: ({ from, to }) => ({
      named: [],
      all: from?.state === 'asked' && to !== null ? [{ role: 'em', kind: 'informed' }] : [],
      watchers: false,
    }),
    page,
    never: 'The other group was told. Ask it again, or end the sharing.',
  }),
  'activity.offered': lasting<WholeActivity>({
    sentence: ({ name, share }) =>
      `asked to share “${name}”, for ${share?.group.name ?? 'a counterpart group'}`,
    tells: () => ({ named: [], all: [{ role: 'em', kind: 'asked' }], watchers: false }),
    page,
    never: 'It was offered by another group. Accept or decline it.',
  }),
  'activity.withdrawn': lasting<Named & { share: ShareData | null }>({
    sentence: ({ name, share }) =>
      `withdrew the offer to share “${name}” with ${share?.group.name ?? 'a counterpart group'}`,
    never: 'The other group can offer it again.',
  }),
  'activity.joined': lasting<
    Named & { owner: PersonRef | null; share: ShareData; occurrences: OccurrenceOn[] }
  >({
    sentence: ({ name, share }) => `accepted to share “${name}” with ${share.group.name}`,
    never: 'Both groups see it now. End the sharing instead.',
  }),
}
