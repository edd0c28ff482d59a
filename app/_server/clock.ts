import { sweep } from '#db/commands/sweep.ts'
import { pool } from '#db/connection.ts'
import { log } from './log.ts'

const HOUR_MS = 3_600_000

/** What the clock does by itself, once an hour in every process: nothing that two of them could do twice. */
export function startClock(): void {
  const tick = () =>
    sweep(pool(), new Date()).catch((error: unknown) =>
      log.warn({ err: error }, 'the hourly clean-up is postponed'),
    )
  setInterval(tick, HOUR_MS).unref()
}
