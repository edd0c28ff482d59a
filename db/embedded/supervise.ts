import { bringUp, type Place, type Running } from './bring-up.ts'
import { takeLease, type Lease } from './lease.ts'
import { pause } from './pause.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { leaveSocketFolder } from './socket-folder.ts'

/**
 * Keeps the database up: when its lease breaks, brings it up again, trying less and less often, at most every 10 s.
 * Requests fail meanwhile and recover by themselves, since the server comes back at the same place.
 */
export function supervise(place: Place, running: Running, log: (line: string) => void) {
  const stopping = new AbortController()
  let lease: Lease | null = null
  let recovery = Promise.resolve()
  let stopped: Promise<void> | null = null
  watch(running)

  function watch(running: Running): void {
    lease = running.lease
    lease.onLost(() => {
      lease = null
      if (!stopping.signal.aborted) recovery = recover()
    })
  }

  async function recover(): Promise<void> {
    const since = performance.now()
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      try {
        const running = await bringUp(place, stopping.signal)
        if (running.how !== 'adopted') log(`The database had stopped; it is up again (${seconds(since)}).`)
        return watch(running)
      } catch (error) {
        if (stopping.signal.aborted) return
        if (wait === 100)
          log(`The database has stopped. ${error instanceof Error ? error.message : String(error)}`)
        await pause(wait, stopping.signal)
      }
    }
  }

  async function leave(): Promise<void> {
    stopping.abort()
    await recovery
    const mine = lease ?? (await lastLease(place))
    const last = await mine?.leave().catch(() => false)
    if (last) {
      await stopPostmaster(place.home)
      await leaveSocketFolder(place.home)
    }
    await mine?.close()
  }

  return { stop: () => (stopped ??= leave()) }
}

/** A server that we brought up and could not reach before we had to go is still ours to stop, if it answers now. */
async function lastLease({ home }: Place): Promise<Lease | null> {
  const found = await findPostmaster(home)
  if (!found?.ready || !found.socketFolder) return null
  return await takeLease(home, found.socketFolder).catch(() => null)
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
