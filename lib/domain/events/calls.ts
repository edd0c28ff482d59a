import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { CallText } from '../calls.ts'
import type { Change, PersonRef } from '../event-refs.ts'
import { WATCHERS } from '../telling.ts'
import { event, reason } from './row.ts'

type About = { kind: 'issue' | 'epic'; number: number }
export type CallData = CallText & { day: PlainDate; people: PersonRef[] }
/** `by` noted it; `at` in ISO 8601. */
export type WholeCall = CallData & { id: number; about: About; by: PersonRef | null; at: string }

const onIt = (about: About, it: string): string =>
  ` on ${about.kind === 'epic' ? `the epic &${about.number}` : it}`
const things = ({ id }: { id: number }) => [`call ${id}`]

/** Handbook › Communication: calls are the exception, and what came out of one is on the item. */
export const callEvents = {
  'call.noted': event<WholeCall>({
    sentence: ({ outcome, about }, it) => `noted a call${onIt(about, it)}${reason(outcome)}`,
    things,
    tells: () => WATCHERS,
  }),
  'call.edited': event<Change<CallData> & { id: number; about: About }>({
    sentence: ({ from, to, about }, it) =>
      from.recording === '' && to.recording !== ''
        ? `added the recording of a call${onIt(about, it)}`
        : `edited the note of a call${onIt(about, it)}`,
    things,
  }),
  'call.removed': event<WholeCall>({
    sentence: ({ about }, it) => `removed the note of a call${onIt(about, it)}`,
    things,
  }),
}
