import { resolve } from 'node:path'
import { bringUp, type Place, type Running } from './bring-up.ts'
import { database, ensureCluster, passwordOf, role } from './cluster.ts'
import { findHome } from './home.ts'
import { program } from './program.ts'
import { supervise } from './supervise.ts'

/** A PostgreSQL of our own, for as long as this process wants it. */
export type Embedded = {
  /** Good for as long as `stop` has not been called: a restarted server answers at the same place. */
  url: string
  /** created: the data folder is new · started: as usual · healed: the last one was killed · adopted: already running */
  how: 'created' | 'started' | 'healed' | 'adopted'
  /** Leaves the database, and stops it unless another process uses it still. */
  stop(): Promise<void>
}

/**
 * Makes the database of a data folder answer and keeps it answering until `stop`.
 * Throws OperatorError, one sentence with the remedy, when the folder or the machine does not allow it.
 *
 * @param log is told, in sentences, what a person should know
 */
export async function startEmbedded(options: {
  dataDir: string
  log: (line: string) => void
}): Promise<Embedded> {
  const { folder: home, user, shelf } = await findHome(resolve(options.dataDir), options.log)
  const binaries = await program(user, shelf)
  const created = await ensureCluster(home, binaries, user)
  const place = { home, postgres: binaries.postgres, user }
  const running = await bringUp(place)
  const watch = supervise(place, running, options.log)
  return {
    url: await urlOf(place, running),
    how: created && running.how === 'started' ? 'created' : running.how,
    stop: () => watch.stop(),
  }
}

async function urlOf({ home }: Place, { socketFolder }: Running): Promise<string> {
  return `postgres://${role}:${await passwordOf(home)}@${encodeURIComponent(socketFolder)}/${database}`
}
