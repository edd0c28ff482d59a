import { clusterOf } from './cluster.ts'
import type { DatabaseUser } from './database-user.ts'
import { takeLease, type Lease } from './lease.ts'
import { pause } from './pause.ts'
import { findPostmaster, forget, spawnPostmaster, type Starting } from './postmaster.ts'
import { socketFolder } from './socket-folder.ts'
import { OperatorError } from './operator-error.ts'

export type Place = { home: string; postgres: string; user: DatabaseUser | null }
export type Running = { lease: Lease; socketFolder: string; how: 'started' | 'adopted' | 'healed' }

/** Repairing after a crash reads at most 1 GB of log; two minutes are ample even for a slow disk. */
const patience = 120_000
/** PostgreSQL may refuse at first, while what is left of a killed one is still leaving. */
const attempts = 40

/**
 * Makes the database answer, whatever state it is in, and takes a lease on it: joins a running server, waits for one
 * that is starting or stopping, cleans up after one that was killed, starts one. Safe to call by several processes at
 * once: PostgreSQL itself lets only one server have a data folder, and the others join it.
 */
export async function bringUp({ home, postgres, user }: Place, signal?: AbortSignal): Promise<Running> {
  const deadline = performance.now() + patience
  let started: Starting | null = null
  let healed = false
  let failures = 0
  for (; performance.now() < deadline; signal?.throwIfAborted()) {
    const found = await findPostmaster(home)
    if (found?.ready && found.socketFolder) {
      const lease = await takeLease(home, found.socketFolder)
      const ours = started?.pid === found.pid
      if (lease)
        return {
          lease,
          socketFolder: found.socketFolder,
          how: ours ? (healed ? 'healed' : 'started') : 'adopted',
        }
    } else if (!found?.alive && (started === null || started.exited())) {
      if (started && ++failures === attempts) throw await wouldNotStart(home, started)
      if (found) {
        healed = true
        await forget(found, home)
      }
      if (started) await pause(50)
      started = await spawnPostmaster(home, postgres, user, await socketFolder(home, user))
    }
    await pause(10)
  }
  throw new OperatorError(
    `The database in ${home} has not answered for two minutes; see ${home}/log, and free memory or disk if it is short.`,
  )
}

async function wouldNotStart(home: string, started: Starting): Promise<OperatorError> {
  const reason = await started.reason()
  if (/No space left/.test(reason))
    return new OperatorError('The database cannot start: the disk is full; free some space.')
  return new OperatorError(
    `The database in ${clusterOf(home)} will not start (${reason || 'it gave no reason'}); fix that, or set DATA_DIR to another folder.`,
  )
}
