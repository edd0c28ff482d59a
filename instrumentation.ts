/** Runs once when the server starts: the live feed listens before anybody asks, and the clock starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { feed } = await import('#app/_server/live/feed.ts')
  const { startClock } = await import('#app/_server/clock.ts')
  startClock()
  await feed()
    .start()
    .catch(() => {})
}
