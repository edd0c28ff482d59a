import { setTimeout } from 'node:timers/promises'

/** Waits between two looks at the world, or until it is called off. Keeps the process alive meanwhile. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {})
