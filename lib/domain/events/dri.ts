import { spanTextYear } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { NamedRef, PersonRef } from '../event-refs.ts'
import { followers, type Telling, WATCHERS } from '../telling.ts'
import { event, reason } from './row.ts'

type HandingOver = { from: PersonRef; to: PersonRef }

const DRI = () => ['dri']
const DRI_AND_ASSIGNEES = () => ['dri', 'assignees']

const given = (to: PersonRef, ...others: (PersonRef | null)[]): Telling => ({
  named: [{ person: to.id, kind: 'dri_given' }, ...followers(...others)],
  watchers: true,
})

/** Who drives an issue, and how that passes from one person to the next. */
export const driEvents = {
  /** `assigned`: the new DRI was not an assignee before. */
  'issue.dri_taken': event<{ person: PersonRef; assigned: boolean }>({
    sentence: (_, it) => `became the DRI of ${it}`,
    things: DRI_AND_ASSIGNEES,
    tells: () => WATCHERS,
  }),
  /** `unassigned`: the DRI was an assignee too, until then. */
  'issue.dri_released': event<{ person: PersonRef; unassigned: boolean }>({
    sentence: (_, it) => `stepped down as DRI of ${it}`,
    things: DRI_AND_ASSIGNEES,
    tells: () => WATCHERS,
  }),
  'issue.dri_assigned': event<{ from: PersonRef | null; to: PersonRef; context: string }>({
    sentence: ({ from, to }, it) => `made ${to.name} the DRI of ${it}${from ? ` after ${from.name}` : ''}`,
    things: DRI,
    tells: ({ from, to }) => given(to, from),
  }),
  /** At once, by the EM; `asked` was asked to take over before, and no longer has to answer. */
  'issue.handed_over': event<{
    from: PersonRef | null
    to: PersonRef
    context: string
    asked: PersonRef | null
  }>({
    sentence: ({ from, to }, it) => `handed ${it} over ${from ? `from ${from.name} ` : ''}to ${to.name}`,
    things: DRI,
    tells: ({ from, to, asked }) => given(to, from, asked),
  }),
  /** Until it is accepted, `from` stays the DRI. */
  'issue.hand_over_offered': event<HandingOver & { context: string }>({
    sentence: ({ to }, it) => `asked ${to.name} to take over ${it}`,
    things: DRI,
    tells: ({ from, to }) => ({
      named: [{ person: to.id, kind: 'hand_over' }, ...followers(from)],
      watchers: false,
    }),
  }),
  /** `by` offered it. */
  'issue.hand_over_accepted': event<HandingOver & { by: PersonRef; context: string }>({
    sentence: ({ from }, it) => `took over ${it} from ${from.name}`,
    things: DRI,
    tells: ({ from, by }) => ({ named: followers(from, by), watchers: true }),
  }),
  'issue.hand_over_declined': event<HandingOver & { by: PersonRef; reason: string }>({
    sentence: ({ from, reason: because }, it) =>
      `declined to take over ${it} from ${from.name}${reason(because)}`,
    things: DRI,
    tells: ({ from, by }) => ({ named: followers(from, by), watchers: false }),
  }),
  /** Active work in an absence of its DRI; `team` is the one that is asked beside the engineering manager. */
  'issue.cover_asked': event<{
    person: PersonRef
    team: NamedRef | null
    fromOn: PlainDate
    toOn: PlainDate
  }>({
    sentence: ({ person, fromOn, toOn }, it) =>
      `asked for cover of ${it}: its DRI ${person.name} is away ${spanTextYear(fromOn, toOn)}`,
    things: () => ['cover'],
    tells: ({ team }) => ({
      named: [],
      all: [{ role: 'em', kind: 'asked' }, ...(team ? [{ team: team.id, kind: 'asked' as const }] : [])],
      watchers: true,
    }),
  }),
  'issue.hand_over_withdrawn': event<HandingOver>({
    sentence: ({ to }, it) => `withdrew the hand-over of ${it} to ${to.name}`,
    things: DRI,
    tells: ({ from, to }) => ({ named: followers(from, to), watchers: false }),
  }),
}
