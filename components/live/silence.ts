import { wallClock } from './wall-clock.ts'

export type Silence = {
  /** Something was heard: the next has to follow within `most` milliseconds. */
  hear: (most: number) => void
  /** Timers stand still while the machine sleeps, and run late in a page that nobody looks at: looks at once. */
  look: () => void
  stop: () => void
}

/** Notices that nothing is heard any more. `onSilent` says what to listen to next, by another `hear`. */
export function watchSilence(onSilent: () => void): Silence {
  let [until, longest] = [Infinity, 0]
  let timer = 0
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(look, ms)
  }
  const look = () => {
    if (until === Infinity) return
    const left = Math.min(until - wallClock(), longest)
    if (left > 0) return wait(left)
    stop()
    onSilent()
  }
  const stop = () => {
    clearTimeout(timer)
    until = Infinity
  }
  return {
    hear(most) {
      longest = most
      until = wallClock() + most
      wait(most)
    },
    look,
    stop,
  }
}

/** Calls `look` whenever a person may have come back to the page, or the machine to the network. */
export function onComingBack(look: () => void): () => void {
  const targets: readonly (readonly [EventTarget, string])[] = [
    [window, 'focus'],
    [window, 'online'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ]
  for (const [target, name] of targets) target.addEventListener(name, look)
  return () => {
    for (const [target, name] of targets) target.removeEventListener(name, look)
  }
}
