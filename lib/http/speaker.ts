import type { Problem } from '#lib/contract/problem.ts'

/** The header, and the query of the live stream, that say for whom the page was made that asks. */
export const PERSON = { header: 'saydo-person', query: 'person' } as const

/** The person for whom the page in this browser was made. One page, one person: it is read anew for another. */
type Speaker = {
  /** Their handle; null on a page that is for anyone, such as the sign-in. */
  person: string | null
  /** Why no change is sent for now. */
  held: Problem | null
  /** Told of an answer that says that they are signed out, or that somebody else is signed in by now. */
  onLost: (problem: Problem & Record<string, unknown>) => void
}

export const speaker: Speaker = { person: null, held: null, onLost: () => {} }

/** The codes of such answers: what was asked can be asked again when the person is back. */
const LOST: ReadonlySet<string> = new Set(['signed_out', 'other_person'])

export const isLost = ({ code }: Problem): boolean => LOST.has(code)
