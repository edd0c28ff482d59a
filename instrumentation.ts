/** Runs once when the server starts: the live feed listens before anybody asks. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { feed } = await import('#app/_server/live/feed.ts')
  await feed()
    .start()
    .catch(() => {})
}
