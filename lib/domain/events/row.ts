import type { Telling } from '../telling.ts'

/** Where an event is dealt with: the group, and what the event is about by the key of its address (number, slug or handle). */
export type InboxPlace = { group: string; key: string }

/** An event of a noun, with all that is said of it. Its sentence is written from what it holds. */
export type EventRow<Data> = {
  /**
   * What was done, in the past tense, behind the name of the actor. `it` is what a sentence calls its subject:
   * “this epic” on its own page.
   */
  sentence: (data: Data, it: string) => string
  /**
   * What it changed, so that two acts that changed the same thing are recognised: from the whole to the part, “label 7
   * title”. Of an issue, the part of it; '' is the whole. `number` is the event's own. Without it, the noun and its id;
   * of an issue, a thing of its own.
   */
  things?: (data: Data, number: number) => readonly string[]
  /** Whom it tells in their inbox; without it, no one. */
  tells?: (data: Data) => Telling
  /** The page to which its inbox item leads, as a path; without it, that of what the event is about. `number` is the event's own. */
  page?: (place: InboxPlace, data: Data, number: number) => string
  /** Why it is never taken back in one step, and what to do instead. */
  never?: string
}

/** What an event holds, by its row. */
export type DataOf<Row> = Row extends { sentence: (data: infer Data, it: string) => string } ? Data : never

export const event = <Data>(row: Omit<EventRow<Data>, 'never'>): Omit<EventRow<Data>, 'never'> => row

/** An event that is never taken back. */
export const lasting = <Data>(row: EventRow<Data> & { never: string }): EventRow<Data> & { never: string } =>
  row

export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export const reason = (because: string | undefined): string =>
  because ? `: ${because.replace(/\.$/, '')}` : ''
