import { refusesPast } from '#components/shell/refuse.ts'
import { createStore } from '#components/ui/store.ts'

/** The subject, `issue-12` or `epic-3`, whose call is noted; its page shows the dialog. */
export const noting = createStore<{ subject: string | null }>({ subject: null })

/** At the end of the address of a page, it opens the dialog there. */
export const NOTE_CALL = '#note-call'

/** Opens the dialog in which a call is noted, on the page of its subject. */
export function noteCallOn(subject: string) {
  if (!refusesPast()) noting.set({ subject })
}

export const leaveNoting = () => noting.set({ subject: null })
