type Fetch = () => Promise<unknown>

const waiting: Fetch[] = []
let isAtRest = false
let isFetching = false

/** Fetches it while nothing else is to be done, one thing after the other: a press may ask for it at any time. */
export function fetchAhead(fetch: Fetch) {
  waiting.push(fetch)
  if (isAtRest) void fetchAll()
}

/** From now on: the page is added. */
export function beginFetchingAhead() {
  isAtRest = true
  void fetchAll()
}

async function fetchAll() {
  if (isFetching) return
  isFetching = true
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await idle()
    // without a connection it is fetched when it is asked for
    await next().catch(() => {})
  }
  isFetching = false
}

const MOST_MS = 1_000

/** Safari does not tell when it has nothing to do. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: MOST_MS })
    else setTimeout(resolve, 50)
  })
