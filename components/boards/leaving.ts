import { createStore } from '#components/ui/store.ts'

/** The board that its own page is removing: until the page has left, it asks for that board no more. */
export const leaving = createStore<{ board: string | null }>({ board: null })
