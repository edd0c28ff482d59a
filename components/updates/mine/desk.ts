import { createStore } from '#components/ui/store.ts'
import type { Store } from '#components/ui/store.ts'
import type { Confidence } from '#lib/domain/confidence.ts'

import { sameFields } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'

/** What a card answers to, while its fields are open. */
export type CardActs = {
  choose: (confidence: Confidence) => void
  /** Nothing of its draft is on its way any more. */
  settle: () => Promise<void>
}

/**
 * What the cards of the page hold, by subject: for the count at the top, the text beside them, the keys and the posting.
 * A letter that is typed draws its own card and what looks on, and no other card.
 */
export type Desk = {
  written: Store<{ fields: ReadonlyMap<string, DraftFields> }>
  acts: Map<string, CardActs>
}

export const newDesk = (): Desk => ({
  written: createStore<{ fields: ReadonlyMap<string, DraftFields> }>({ fields: new Map() }),
  acts: new Map(),
})

/** @param fields null where the card has no open fields */
export function write({ written }: Desk, subject: string, fields: DraftFields | null) {
  const before = written.get().fields
  const known = before.get(subject)
  if (fields === null ? known === undefined : known !== undefined && sameFields(known, fields)) return
  const next = new Map(before)
  if (fields === null) next.delete(subject)
  else next.set(subject, fields)
  written.set({ fields: next })
}
