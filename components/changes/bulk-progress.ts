import { createStore } from '#components/ui/store.ts'

/** How far an act is that takes more than one request; of no issues while there is none. */
export const bulkProgress = createStore<{ seen: number; total: number }>({ seen: 0, total: 0 })
