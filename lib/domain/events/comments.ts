import type { Change, PersonRef } from '../event-refs.ts'
import { followers, pings, type Telling } from '../telling.ts'
import { event, listed } from './row.ts'

type Comment = { comment: string }
/** The handles that were not mentioned there before. */
type Mentioning = { mentioned: string[] }

const mentioned = (data: Mentioning): Telling => ({ named: pings(data.mentioned), watchers: false })

/** `comment` is the comment's id. */
export const commentEvents = {
  'issue.commented': event<Comment & Mentioning>({
    sentence: (_, it) => `commented on ${it}`,
    things: ({ comment }) => [`comment ${comment}`],
    tells: (data) => ({ ...mentioned(data), watchers: true }),
  }),
  'issue.comment_edited': event<Change<string> & Comment & Mentioning>({
    sentence: (_, it) => `edited a comment on ${it}`,
    things: ({ comment }) => [`comment ${comment} words`],
    tells: mentioned,
  }),
  /** The text is gone with the comment, as its author wants it who should not have written it. */
  'issue.comment_taken_back': event<Comment>({
    sentence: (_, it) => `deleted a comment on ${it}`,
    things: ({ comment }) => [`comment ${comment}`],
  }),
  'issue.comment_reacted': event<Comment & { emoji: string; on: boolean }>({
    sentence: ({ emoji, on }, it) => (on ? `reacted with ${emoji} on ${it}` : `removed ${emoji} on ${it}`),
    // The event does not hold whose reaction it is: the command finds a person's own.
    things: ({ comment }, number) => [`comment ${comment} reaction ${number}`],
  }),
  /** A person who was mentioned answered those who did it; `comment` is the one that was replied with, or reacted to. */
  'issue.mention_acknowledged': event<Comment & { by: PersonRef[]; how: 'reply' | 'reaction' }>({
    sentence: ({ by, how }, it) =>
      `acknowledged ${listed(by.map(({ name }) => name)) || 'a mention'} on ${it} with a ${how}`,
    tells: ({ by }) => ({ named: followers(...by), watchers: false }),
  }),
  /** By the clock, of a mention that waits for an answer of `person`; null where the description names them. */
  'issue.mention_reminded': event<{ person: PersonRef; comment: string | null }>({
    sentence: ({ person, comment }, it) =>
      `reminded ${person.name} of a mention in ${comment === null ? 'the description of' : 'a comment on'} ${it}`,
    things: ({ person, comment }) => [`mention ${person.id} ${comment ?? ''}`],
    tells: ({ person }) => ({ named: [{ person: person.id, kind: 'mention' }], watchers: false }),
  }),
}
