import { retrospectiveLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PersonRef } from '../event-refs.ts'
import { type ActionState, ofMonth } from '../retrospectives/actions.ts'
import type { Minutes } from '../retrospectives/facts.ts'
import type { Month } from '../retrospectives/months.ts'
import type { PointKind } from '../retrospectives/retrospectives.ts'
import { event, lasting, listed } from './row.ts'

type Ref = { id: Month }
/** What a point says. While points are hidden no event holds any of it. */
export type SaidPoint = { kind: PointKind; text: string; to: PersonRef | null }
export type PointData = Ref & { point: number; said: SaidPoint | null }
export type ActionFacts = { text: string; owner: PersonRef; dueOn: PlainDate }
/** An action is about its owner: what tells of it hangs on them. */
export type ActionData = Ref & { action: number } & ActionFacts

const MEMBERS = ['em', 'pm', 'engineer', 'staff_engineer'] as const
const toMembers = {
  named: [],
  all: MEMBERS.map((role) => ({ role, kind: 'informed' as const })),
  watchers: false,
}
const page = ({ group }: { group: string }, { id }: Ref) => retrospectiveLink(group, id)
const whole = ({ id }: Ref) => [`retrospective ${id}`]
const points = ({ id, point }: PointData) => [`retrospective ${id} point ${point}`]
const action = ({ id, action: one }: { id: Month; action: number }, part = '') => [
  `retrospective ${id} action ${one}${part}`,
]
const ENDED: Record<ActionState, string> = { open: 'reopened', done: 'finished', dropped: 'dropped' }

/** What happens to the retrospective of a month; votes and points are counted for no person. */
export const retrospectiveEvents = {
  'retrospective.begun': event<Ref & { by: PersonRef }>({
    sentence: ({ id }) => `began ${ofMonth(id)}`,
    things: whole,
    tells: () => toMembers,
    page,
  }),
  'retrospective.removed': event<Ref & { by: PersonRef }>({
    sentence: ({ id }) => `removed ${ofMonth(id)}`,
    things: whole,
  }),
  'retrospective.point_added': event<PointData>({
    sentence: ({ id }) => `added a point to ${ofMonth(id)}`,
    things: points,
  }),
  'retrospective.point_withdrawn': event<PointData>({
    sentence: ({ id }) => `withdrew a point of ${ofMonth(id)}`,
    things: points,
  }),
  /** Another text stands in the place of the first one. */
  'retrospective.point_reworded': event<Ref & { from: number; to: number }>({
    sentence: ({ id }) => `reworded a point of ${ofMonth(id)}`,
    things: ({ id, from, to }) => [`retrospective ${id} point ${from}`, `retrospective ${id} point ${to}`],
  }),
  'retrospective.opened': event<
    Ref & { by: PersonRef; points: (SaidPoint & { point: number; author: string })[] }
  >({
    sentence: ({ id }) => `opened the points of ${ofMonth(id)}`,
    things: ({ id }) => [`retrospective ${id} stage`],
    tells: () => toMembers,
    page,
  }),
  'retrospective.hidden': event<Ref & { by: PersonRef }>({
    sentence: ({ id }) => `hid the points of ${ofMonth(id)} again`,
    things: ({ id }) => [`retrospective ${id} stage`],
  }),
  // of one’s own vote another person’s vote changes nothing
  'retrospective.voted': event<Ref & { point: number }>({
    sentence: ({ id }) => `voted in ${ofMonth(id)}`,
    things: (_, number) => [`retrospective vote ${number}`],
  }),
  'retrospective.vote_withdrawn': event<Ref & { point: number }>({
    sentence: ({ id }) => `removed a vote in ${ofMonth(id)}`,
    things: (_, number) => [`retrospective vote ${number}`],
  }),
  'retrospective.action_added': event<ActionData>({
    sentence: ({ id, text, owner, dueOn }) =>
      `added an action to ${ofMonth(id)} for ${owner.name}, due ${dueOn}: ${text}`,
    things: (data) => action(data),
    tells: ({ owner }) => ({ named: [{ person: owner.id, kind: 'assigned' }], watchers: false }),
    page,
  }),
  'retrospective.action_removed': event<ActionData>({
    sentence: ({ id, text }) => `removed an action from ${ofMonth(id)}: ${text}`,
    things: (data) => action(data),
  }),
  'retrospective.action_changed': event<
    Ref & { action: number; owner: PersonRef; changed: string[]; from: ActionFacts; to: ActionFacts }
  >({
    sentence: ({ id, changed, to }) =>
      `changed the ${listed(changed)} of an action of ${ofMonth(id)}: ${to.text}`,
    things: ({ changed, ...data }) => changed.flatMap((field) => action(data, ` ${field}`)),
    tells: ({ owner, from }) =>
      owner.id === from.owner.id
        ? { named: [], watchers: false }
        : { named: [{ person: owner.id, kind: 'assigned' }], watchers: false },
    page,
  }),
  'retrospective.action_turned': event<
    Ref & { action: number; text: string; owner: PersonRef; from: ActionState; to: ActionState }
  >({
    sentence: ({ id, text, to }) => `${ENDED[to]} an action of ${ofMonth(id)}: ${text}`,
    things: (data) => action(data, ' state'),
  }),
  /** Its day has come. */
  'retrospective.action_due': lasting<ActionData>({
    sentence: ({ id, text, dueOn }) => `reminded of an action of ${ofMonth(id)}, due ${dueOn}: ${text}`,
    things: () => [],
    tells: ({ owner }) => ({ named: [{ person: owner.id, kind: 'reminder' }], watchers: false }),
    page,
    never: 'The reminder was sent. Finish the action instead.',
  }),
  'retrospective.closed': event<Ref & { by: PersonRef; minutes: Minutes }>({
    sentence: ({ id }) => `closed ${ofMonth(id)}`,
    things: ({ id }) => [`retrospective ${id} stage`],
  }),
  'retrospective.reopened': event<Ref & { by: PersonRef; minutes: Minutes }>({
    sentence: ({ id }) => `reopened ${ofMonth(id)}`,
    things: ({ id }) => [`retrospective ${id} stage`],
  }),
}
