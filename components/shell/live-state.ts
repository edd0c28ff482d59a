import { createStore } from '#components/ui/store.ts'

/** `gone`: signed out, or no longer in the group; the stream ended for good. */
export type LiveStatus = 'live' | 'catching up' | 'offline' | 'gone'

/** How well the page keeps up with the group, and the handles of who else looks at it. */
export const liveState = createStore<{ status: LiveStatus; people: readonly string[] }>({
  status: 'catching up',
  people: [],
})
