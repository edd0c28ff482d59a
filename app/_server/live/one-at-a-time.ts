import { log } from '../log.ts'

/** Runs again after the present run when it was called meanwhile: no wake is lost, and two never run at once. */
export function oneAtATime(run: () => Promise<void>): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle'
  const go = async () => {
    state = 'busy'
    try {
      await run()
    } catch (error) {
      log.debug({ err: error }, 'a live stream could not be updated; the next event tries again')
    }
    const again = (state as string) === 'again'
    state = 'idle'
    if (again) void go()
  }
  return () => {
    if (state === 'idle') void go()
    else state = 'again'
  }
}
