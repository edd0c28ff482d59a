import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { weekName } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { type Confidence, confidenceWords } from '../confidence.ts'
import type { Change, PersonRef, TitledRef } from '../event-refs.ts'
import { named } from '../telling.ts'
import { event, lasting } from './row.ts'

/** What a person says of what they drive. `blockers` and `next` may be empty. */
export type UpdateTexts = { progress: string; blockers: string; next: string; confidence: Confidence }
/** With who said it: after a hand-over, that may be another person than before. */
export type Said = UpdateTexts & { author: PersonRef }

/** An update of a subject in a week; `milestone` is the one that the confidence is about. */
export type UpdateData = Said & {
  id: number
  /** A `NumberedKind`, which the nouns of events decide. */
  subject: { kind: 'issue' | 'epic'; number: number }
  week: IsoWeek
  milestone: TitledRef | null
}

type Changed = Pick<UpdateData, 'id' | 'subject' | 'week'> & Change<Said>

const things = ({ id }: { id: number }) => [`update ${id}`]
const said = (confidence: Confidence): string => confidenceWords(confidence).toLowerCase()

export const updateEvents = {
  'update.posted': event<UpdateData>({
    sentence: ({ week, confidence, subject }, it) =>
      `posted the update of ${about(subject, it)} for ${weekName(week)}: ${said(confidence)}`,
    things,
  }),
  'update.changed': event<Changed>({
    sentence: ({ week, from, to, subject }, it) => {
      const changed = `edited the update of ${about(subject, it)} for ${weekName(week)}`
      return from.confidence === to.confidence
        ? changed
        : `${changed}: ${said(to.confidence)} instead of ${said(from.confidence)}`
    },
    things,
  }),
  /** With all that it said, so that it can be posted anew. */
  'update.withdrawn': event<UpdateData>({
    sentence: ({ week, subject }, it) => `withdrew the update of ${about(subject, it)} for ${weekName(week)}`,
    things,
  }),
  /** The person drives something active without an update of the week. `again`: it was due the day before. */
  'update.asked': lasting<{ person: PersonRef; week: IsoWeek; dueOn: PlainDate; again: boolean }>({
    sentence: ({ person, week, again }) =>
      again
        ? `reminded ${person.name} again of their update for ${weekName(week)}, which was due yesterday`
        : `reminded ${person.name} of their update for ${weekName(week)}, which is due today`,
    tells: ({ person }) => named('reminder', [person.id]),
    page: ({ group }) => statusLink(group),
    never: 'The reminder was sent. Post the update instead.',
  }),
}

/** Feeds call issues by their number alone. */
const about = ({ kind, number }: UpdateData['subject'], it: string): string =>
  kind === 'epic' ? `the epic &${number}` : it
