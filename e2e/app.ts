import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An application of a story's own: its process, its database, its data. */
export type App = {
  address: string
  /** All that it printed since it was last started. */
  printed: () => string
  start: () => Promise<void>
  /** Kill -9, of the application, of its PostgreSQL, or of both. */
  kill: (...victims: ('application' | 'database')[]) => Promise<void>
  /** Takes the database away: it is killed, and nobody brings it up again before it is given back. */
  takeDatabase: () => Promise<void>
  giveDatabase: () => Promise<void>
  /** As a person would stop it; returns the exit code, and is done when the database is gone too. */
  stop: () => Promise<number | null>
  /** Takes everything away, whatever state it is in. */
  clear: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** Whatever the surroundings say: an empty setting counts as none. */
const surroundings: Record<string, string> = {
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  ALLOWED_HOSTS: '',
  NODE_ENV: '',
  NODE_OPTIONS: '',
  LOG_LEVEL: 'error',
}

type Options = {
  /** On nothing, by the command that people use; otherwise it begins with the sample, as the worlds of the workers do. */
  firstStart?: boolean
}

export async function anApp(
  settings: Record<string, string> = {},
  { firstStart = false }: Options = {},
): Promise<App> {
  const command = firstStart ? 'bin/start.ts' : 'bin/testing/start-world.ts'
  const data = await mkdtemp(join(tmpdir(), 'saydo-e2e-own-'))
  let child: Child | null = null
  let printed = ''
  const app: App = {
    address: '',
    printed: () => printed,
    async start() {
      printed = ''
      // Once it had a port it keeps it, so that whoever is connected finds it again.
      const port = app.address === '' ? '0' : new URL(app.address).port
      child = launch(command, { ...settings, PORT: port, DATA_DIR: data })
      app.address = await ready(child, (chunk) => (printed += chunk))
    },
    async kill(...victims) {
      const gone = victims.includes('application') ? goneOf(child) : null
      if (victims.includes('database')) process.kill(await postmasterOf(data), 'SIGKILL')
      if (victims.includes('application')) child?.kill('SIGKILL')
      await gone
    },
    async takeDatabase() {
      const cluster = await clusterOf(data)
      // Without its version a cluster is nobody's, so that it is left alone.
      await rename(join(cluster, 'PG_VERSION'), join(cluster, 'PG_VERSION.away'))
      await app.kill('database')
    },
    async giveDatabase() {
      const cluster = await clusterOf(data)
      await rename(join(cluster, 'PG_VERSION.away'), join(cluster, 'PG_VERSION'))
    },
    async stop() {
      const gone = goneOf(child)
      child?.kill('SIGTERM')
      return await gone
    },
    async clear() {
      // A killed application left its database behind: one that is started and stopped takes it along.
      if (!runs(child) && (await postmasterOf(data).catch(() => 0))) await app.start()
      await app.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
  return app
}

type Child = ReturnType<typeof launch>

function launch(command: string, settings: Record<string, string>) {
  return spawn(process.execPath, [command], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...surroundings, ...settings },
  })
}

/** The address that it prints once it answers. Throws with its last words when it ends before. */
function ready(child: Child, print: (chunk: string) => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const hear = (chunk: unknown) => {
      printed = print(String(chunk))
      const [, address] = /Saydo is at (\S+)/.exec(printed) ?? []
      if (address) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`It ended before it was ready:\n${printed}`)))
  })
}

const runs = (child: Child | null): boolean => child?.exitCode === null && child.signalCode === null

/** Settles with the exit code when it has ended; at once, with null, when it does not run. */
async function goneOf(child: Child | null): Promise<number | null> {
  if (!child || !runs(child)) return null
  const [code]: (number | null)[] = await once(child, 'exit')
  return code ?? null
}

/** Where the data had to move, a pointer leads there. */
async function clusterOf(data: string): Promise<string> {
  const moved = await readFile(join(data, 'postgres-is-at'), 'utf8').catch(() => '')
  return join(moved.trim() || join(data, 'postgres'), 'cluster')
}

/** The first process of the database, as its own note says. */
async function postmasterOf(data: string): Promise<number> {
  const note = await readFile(join(await clusterOf(data), 'postmaster.pid'), 'utf8')
  return Number(note.split('\n')[0])
}
