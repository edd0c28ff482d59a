import type { Db } from '../context.ts'

/** The queue of this process. The server bundles modules more than once, so it is kept where every copy finds it. */
declare global {
  var saydoJobs: { look: (db: Db) => Promise<unknown> } | undefined
}

/**
 * Asks the jobs to look again at what is owed and when: with the transaction of the change that made it so, or not at all.
 * A process without a queue, such as one that seeds, leaves it to the hourly look of those that have one.
 */
export async function lookAgain(db: Db): Promise<void> {
  await globalThis.saydoJobs?.look(db)
}
