import { get } from 'node:http'
import { setupLink } from '#app/_server/auth/first-run.ts'
import type { Running as RunningJobs } from '#app/_server/jobs/queue.ts'
import { closePool } from '#db/connection.ts'
import { JOBS } from '#db/jobs/jobs.ts'
import { migrate } from '#db/migrate.ts'
import { seedOnFirstRun } from '#db/seed/first-run.ts'
import { buildIfNeeded } from './build.ts'
import { openDatabase, type OpenDatabase } from './database.ts'
import { keepSecret } from './keep-secret.ts'
import { insistOnFreePort } from './listen.ts'
import { giveUp, say, since } from './progress.ts'
import { serve, type Serving } from './serve.ts'
import { advice, readSettings } from './settings.ts'
import { onStopSignals } from './stop-signals.ts'

/** What has been started so far, and has to be stopped in the end. */
type Running = { database?: OpenDatabase; serving?: Serving; jobs?: RunningJobs }

/**
 * Starts the application and keeps it running until it is told to stop: then it drains for at most 10 s, stops the
 * database and exits with 0. A second wish drains no longer, a third exits at once. What it cannot start with ends it.
 */
export async function runApplication({ dev }: { dev: boolean }): Promise<void> {
  const running: Running = {}
  const stopping = new AbortController()
  const started = start(dev, running, stopping.signal)
  onStopSignals((times) => {
    if (times > 2) process.exit(130)
    if (times === 2) return void running.serving?.close()
    say('Stopping …')
    stopping.abort()
    void started
      .catch(() => {})
      .then(() => stop(running))
      .then(() => process.exit(0), giveUp)
  })
  try {
    await started
  } catch (error) {
    if (stopping.signal.aborted) return
    await stop(running)
    giveUp(error)
  }
}

async function start(dev: boolean, running: Running, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  const settings = readSettings(process.env)
  const { host, port, names, logLevel } = settings
  await insistOnFreePort(host, port)
  running.database = await openDatabase(settings)
  await keepSecret(settings.dataDir)
  // The application, which Next loads into this process, reads its settings from here.
  Object.assign(process.env, { HOST: host, PORT: String(port), LOG_LEVEL: logLevel })
  await migrate(running.database.url, say)
  await seedOnFirstRun(running.database.url, say, { now: new Date() })
  if (!dev) await buildIfNeeded(signal)
  signal.throwIfAborted()
  running.serving = await serve({ host, port, dev, names })
  const { address } = running.serving
  process.env.PORT = new URL(address).port
  await lookOnce(address)
  // The log that it writes to reads its level when it is first loaded.
  const { startJobs } = await import('#app/_server/jobs/queue.ts')
  running.jobs = await startJobs({ url: running.database.url, jobs: JOBS, now: () => new Date() })
  say(`✓ Saydo is at ${address} (${since(began)})`)
  const hint = advice(process.env)
  if (hint) say(hint)
  const link = await setupLink(process.env.PUBLIC_URL ?? address)
  if (link) say(`No accounts yet. Set up the first administrator (the link works once, for a day): ${link}`)
}

/** The first page is the slowest: whoever starts it waits for that, and nobody else. `fetch` leaves for outside alone. */
const lookOnce = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(address, (answer) => answer.resume().once('end', resolve)).once('error', reject)
  })

async function stop({ serving, jobs, database }: Running): Promise<void> {
  await Promise.all([serving?.close(), jobs?.stop()])
  await closePool()
  await database?.close()
}
