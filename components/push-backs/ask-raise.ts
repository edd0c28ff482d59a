import { createStore } from '#components/ui/store.ts'

/** What one pushes back on: `issue-12`, and what it is called. */
export type Raising = { work: string; name: string }

/** The one dialog that is open; the frame of the page shows it. */
export const raisings = createStore<{ raising: Raising | null }>({ raising: null })

export const askToRaise = (raising: Raising) => raisings.set({ raising })
export const leaveRaising = () => raisings.set({ raising: null })
