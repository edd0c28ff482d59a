import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { closePool } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { seedOnFirstRun } from '#db/seed/first-run.ts'
import { runApplication } from '../application.ts'
import { readSettings } from '../settings.ts'
import { onStopSignals } from '../stop-signals.ts'

/** Starts the application on data that begin as a copy of the sample. The first world of a run, alone yet, writes it. */

const { dataDir } = readSettings(process.env)
const sample = join(resolve(process.env.E2E_DATA_DIR || '.data'), 'sample')
let stopped = false
onStopSignals(() => (stopped = true))
if (!existsSync(sample)) await writeSample()
await copySample()
if (stopped) process.exit(0)
await runApplication({ dev: false })

/** As a first start would; the database is stopped again, so that its files are whole. */
async function writeSample(): Promise<void> {
  const { url, stop } = await startEmbedded({ dataDir: sample, log: () => {} })
  try {
    await migrate(url, () => {})
    await seedOnFirstRun(url, () => {}, { sample: true, now: new Date() })
    await closePool()
  } finally {
    await stop()
  }
}

/**
 * In the name of the user who runs the database. Where that user could not enter the folder of the sample, it lies
 * elsewhere: then each world writes its own as it starts.
 */
async function copySample(): Promise<void> {
  const [from, to] = [join(sample, 'postgres'), join(dataDir, 'postgres')]
  if (existsSync(to) || !existsSync(from)) return
  await mkdir(dataDir, { recursive: true })
  await promisify(execFile)('cp', ['-a', from, to])
}
