/** An event of a noun, with all that is said of it. What it holds is what its sentence is told from. */
export type EventRow<Data> = {
  /**
   * What was done, in the past tense, behind the name of whoever did it. `it` is what a sentence calls its subject:
   * “this epic” on its own page.
   */
  told: (data: Data, it: string) => string
  /**
   * What it changed, so that two acts that changed the same thing can be told: from the whole to the part, “label 7
   * title”. Without it, the noun and its id.
   */
  things?: (data: Data) => readonly string[]
  /** Why it is never taken back in one step, and what one does instead. */
  never?: string
}

export const event = <Data>(row: Omit<EventRow<Data>, 'never'>): Omit<EventRow<Data>, 'never'> => row

/** An event that is never taken back. */
export const lasting = <Data>(row: EventRow<Data> & { never: string }): EventRow<Data> & { never: string } =>
  row

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const reason = (because: string | undefined): string =>
  because ? `: ${because.replace(/\.$/, '')}` : ''
