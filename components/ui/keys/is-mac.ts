import { useSyncExternalStore } from 'react'

/** Whether ⌘ does here what Ctrl does elsewhere. Only for a browser. */
export const isMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform)

/** The same for what the server draws too: it does not know, and a Mac says so as soon as the page is alive. */
export const useIsMac = (): boolean => useSyncExternalStore(stays, isMac, () => false)

const stays = () => () => {}
