import { pushBacksLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PersonRef, TitledRef } from '../event-refs.ts'
import type { PushBackState, PushedWork } from '../push-back-terms.ts'
import { followers } from '../telling.ts'
import { event, lasting, reason } from './row.ts'

/** What was decided of a push-back; `open` before any decision. */
export type DecisionData = { state: PushBackState; note: string; revisitOn: PlainDate | null }

type Words = {
  subject: PushedWork
  reason: string
  /** What is kept on course without this work. */
  protects: PushedWork[]
  /** What would change our mind. */
  wouldChange: string
  revisitOn: PlainDate | null
}

const VERBS: Record<PushBackState, string> = {
  open: 'reopened',
  accepted: 'accepted',
  declined: 'declined',
  deferred: 'deferred',
}

/** An issue is named by who tells of it; everything else by its title. */
const workOf = ({ kind, title }: PushedWork, it: string) =>
  kind === 'issue' ? it : kind === 'epic' ? `the epic “${title}”` : `the plan of ${title}`

const toDecide = (kind: 'asked' | 'reminder') => [
  { role: 'em' as const, kind },
  { role: 'pm' as const, kind },
]

/** A push-back is known by the number of the event that raised it. */
export const pushBackEvents = {
  'push_back.raised': event<Words>({
    sentence: ({ subject, reason: because }, it) => `pushed back on ${workOf(subject, it)}${reason(because)}`,
    things: (_, number) => [`push-back ${number}`],
    tells: ({ subject }) => ({ named: [], all: toDecide('asked'), watchers: subject.kind === 'issue' }),
    page: ({ group }, _, number) => pushBacksLink(group, number),
  }),
  /** `left`: the milestone that runs, whose Build Board the issue left by it: it is reprioritised there. */
  'push_back.decided': event<{
    subject: PushedWork
    pushBack: number
    reason: string
    by: PersonRef | null
    from: DecisionData
    to: DecisionData
    left: TitledRef | null
  }>({
    sentence: ({ subject, reason: because, to, left }, it) =>
      `${VERBS[to.state]} the push-back on ${workOf(subject, it)}${left ? ` from ${left.title}` : ''}` +
      `${to.state === 'deferred' && to.revisitOn ? ` until ${to.revisitOn}` : ''}${reason(because)}`,
    things: ({ pushBack }) => [`push-back ${pushBack}`],
    tells: ({ subject, by }) => ({
      named: by ? [{ person: by.id, kind: 'informed' }] : [],
      watchers: subject.kind === 'issue',
    }),
    page: ({ group }, { pushBack }) => pushBacksLink(group, pushBack),
  }),
  /** It was raised by mistake. */
  'push_back.withdrawn': lasting<Words & { pushBack: number }>({
    sentence: ({ subject }, it) => `withdrew the push-back on ${workOf(subject, it)}`,
    things: ({ pushBack }) => [`push-back ${pushBack}`],
    never: 'Raise the push-back again instead.',
  }),
  /** Its day to look at it again has come. */
  'push_back.revisit_due': lasting<{
    subject: PushedWork
    pushBack: number
    reason: string
    by: PersonRef | null
    revisitOn: PlainDate
  }>({
    sentence: ({ subject, reason: because }, it) =>
      `reminded to look again at the push-back on ${workOf(subject, it)}${reason(because)}`,
    things: () => [],
    tells: ({ by }) => ({
      named: followers(by).map((one) => ({ ...one, kind: 'reminder' as const })),
      all: toDecide('reminder'),
      watchers: false,
    }),
    page: ({ group }, { pushBack }) => pushBacksLink(group, pushBack),
    never: 'The reminder was sent. Decide on the push-back instead.',
  }),
}
