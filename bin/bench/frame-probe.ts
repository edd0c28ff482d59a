/** What a page did while something was dragged over it. */
export type Frames = {
  /** Milliseconds from each frame to the next. */
  gaps: number[]
  /** Tasks of the main thread above 50 ms, in milliseconds. */
  longTasks: number[]
  /** Changes of what is inside cards; cards that come into view or leave it by scrolling are not counted. */
  redrawn: number
  /** How often the page was told that something hangs over it; none means that nothing was lifted. */
  hovers: number
}

declare global {
  var frameRecord: { stop(): Frames } | undefined
}

/** Runs in the page: records frames until it is stopped. */
export function recordFrames(): void {
  const found: Frames = { gaps: [], longTasks: [], redrawn: 0, hovers: 0 }
  let last = 0
  let running = true
  const onFrame = (now: number) => {
    if (last > 0) found.gaps.push(now - last)
    last = now
    if (running) requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)

  const onHover = () => (found.hovers += 1)
  addEventListener('dragover', onHover, { capture: true })
  const tasks = new PerformanceObserver((list) =>
    found.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  )
  tasks.observe({ type: 'longtask' })
  const inCard = ({ target }: MutationRecord) =>
    (target instanceof Element ? target : target.parentElement)?.closest('li[aria-posinset]') != null
  const changes = new MutationObserver((records) => (found.redrawn += records.filter(inCard).length))
  const everything = { subtree: true, childList: true, attributes: true, characterData: true }
  for (const list of document.querySelectorAll('ul:has(> li[aria-posinset])'))
    changes.observe(list, everything)

  globalThis.frameRecord = {
    stop() {
      running = false
      tasks.disconnect()
      removeEventListener('dragover', onHover, { capture: true })
      changes.disconnect()
      return found
    },
  }
}
