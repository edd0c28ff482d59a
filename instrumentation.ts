/** Runs once when the server starts: from then on requests leave in one place, the live feed listens before the first request, and the clock starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { feed } = await import('#app/_server/live/feed.ts')
  const { leaveThroughOutbound } = await import('#app/_server/outbound.ts')
  const { startClock } = await import('#app/_server/clock.ts')
  leaveThroughOutbound()
  startClock()
  await feed()
    .start()
    .catch(() => {})
}
