import { createStore } from './store.ts'

/** Whether the server serves another build by now than the one this page is from, whose parts are gone then. */
export const build = createStore({ isOld: false })
