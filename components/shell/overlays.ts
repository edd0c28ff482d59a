import { createStore } from '#components/ui/store.ts'

/** What can be opened over any page. */
export type Overlay = 'palette' | 'keys' | 'new board' | 'new epic'

/** One at a time. */
export const overlays = createStore<{ open: Overlay | null }>({ open: null })

export const show = (open: Overlay) => overlays.set({ open })

export const hide = () => overlays.set({ open: null })
