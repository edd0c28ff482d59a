/** When things were seen in a page, as milliseconds of the machine's clock, the same in every page. */
export type MoveTimes = {
  /** The last press of Enter. */
  pressed: number
  /** The awaited card stood in the awaited lane. */
  seen: number
  /** The server's answer to the last move was here. */
  answered: number
}

declare global {
  var moveTimes: MoveTimes | undefined
}

/** Runs in the page: forgets what was, and watches for a card to appear in a lane, by the lane's title. */
export function watchFor({ ref, lane }: { ref: number; lane: string }): void {
  const times: MoveTimes = { pressed: 0, seen: 0, answered: 0 }
  globalThis.moveTimes = times
  const clock = (instant: number) => performance.timeOrigin + instant
  const onKey = ({ key, timeStamp }: KeyboardEvent) => {
    if (key === 'Enter') times.pressed = clock(timeStamp)
  }
  addEventListener('keydown', onKey, { capture: true })

  const answers = new PerformanceObserver((list) => {
    const moves = list.getEntries().filter(({ name }) => name.endsWith('/moves'))
    for (const entry of moves) times.answered = clock(entry.startTime + entry.duration)
  })
  answers.observe({ type: 'resource' })

  const isThere = () =>
    document.querySelector(`ul[aria-label="${lane}"] li a[href$="/issues/${ref}"]`) !== null
  const changes = new MutationObserver(() => {
    if (times.seen > 0 || !isThere()) return
    times.seen = clock(performance.now())
    changes.disconnect()
    removeEventListener('keydown', onKey, { capture: true })
  })
  changes.observe(document.body, { subtree: true, childList: true })
}
