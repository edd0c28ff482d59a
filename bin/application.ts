import { closePool } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { seedOnFirstRun } from '#db/seed/first-run.ts'
import { buildIfNeeded } from './build.ts'
import { insistOnDatabase } from './external-database.ts'
import { insistOnFreePort } from './listen.ts'
import { giveUp, say, since, step } from './progress.ts'
import { serve, type Serving } from './serve.ts'
import { readSettings, type Settings } from './settings.ts'
import { onStopSignals } from './stop-signals.ts'

/** Starts the application and keeps it running until it is told to stop. Ends the process when it cannot start. */
export async function runApplication({ dev }: { dev: boolean }): Promise<void> {
  const leaving = new Leaving()
  onStopSignals((times) => leaving.stop(times))
  try {
    await start(readSettings(process.env), dev, leaving)
  } catch (error) {
    await leaving.undo()
    giveUp(error)
  }
}

async function start(settings: Settings, dev: boolean, leaving: Leaving): Promise<void> {
  const began = performance.now()
  const { host, port, names } = settings
  await insistOnFreePort(host, port)
  const url = await databaseOf(settings, leaving)
  // The application, which Next loads into this process, reads them from here.
  Object.assign(process.env, {
    PORT: String(port),
    HOST: host,
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: settings.logLevel,
    DATABASE_URL: url,
    SAYDO_DATABASE: settings.databaseUrl ? 'external' : 'embedded',
  })
  await migrate(url, say)
  await seedOnFirstRun(url, say)
  if (!dev) await buildIfNeeded()
  const serving = await serve({ host, port, dev, names })
  leaving.serving = serving
  process.env.PORT = new URL(serving.address).port
  await fetch(serving.address, { redirect: 'manual' })
  say(`✓ Saydo is at ${serving.address} (${since(began)})`)
}

async function databaseOf({ databaseUrl, dataDir }: Settings, leaving: Leaving): Promise<string> {
  if (databaseUrl) {
    await step('database reached', () => insistOnDatabase(databaseUrl))
    return databaseUrl
  }
  const embedded = await step('database ready', () => startEmbedded({ dataDir, log: say }))
  leaving.database = embedded
  return embedded.url
}
