import { refusesPast } from '#components/shell/refuse.ts'
import { createStore } from '#components/ui/store.ts'
import type { HandKind } from '#lib/domain/hands.ts'

/** What a hand begins with: all of it can be changed in the dialog. */
export type HandDefaults = {
  /** `issue-12` or `epic-3`; without it, one’s own. */
  subject?: string
  kind?: HandKind
  ask?: string
}

/** Without defaults, it is about what had the focus. */
export type Raising = HandDefaults | { from: Element | null }

/** The dialog that is open; the frame of the page shows it. */
export const raising = createStore<{ asked: Raising | null }>({ asked: null })

/** Opens the dialog in which a hand is raised, over any page. */
export function raiseHand(asked: Raising = { from: document.activeElement }) {
  if (!refusesPast()) raising.set({ asked })
}
